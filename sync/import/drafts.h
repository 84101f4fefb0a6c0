// From a summit's files to the facts that are missing: only what is new or different, so that importing twice changes
// nothing. Whoever is not in the files is left alone. No clock, no disk, no randomness of its own.
#pragma once

#include <functional>

#include "sync/import/summit_files.h"

namespace foyer {

// Makes a fresh code; the caller has the code room's.
using Mint = std::function<std::string(BadgeKind)>;

struct Tally {
    std::size_t added = 0, changed = 0, unchanged = 0;
    std::size_t left_alone = 0; // known, but not in the files
    bool operator==(const Tally&) const = default;
};

struct Import {
    std::vector<Draft> drafts; // in an order that can be appended in pieces: what is spoken of comes first
    Tally summit, places, forums, sessions, checkpoints, hints, delegations, people, meetings, revoked;
    std::vector<Problem> notices; // warnings: who was left alone
    // Codes of the files that belong to somebody else already. Not empty: `drafts` must not be applied.
    std::vector<Problem> errors;
};

// `code_key` keys the hashes of codes (Identity::code_key); `now` is when the organiser's word was given.
Import to_drafts(const SummitFiles& files, const Known& known, const Mint& mint, ByteView code_key, Instant now);

} // namespace foyer
