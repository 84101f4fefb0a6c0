// A ledger whose file is damaged (a bad sector, a torn copy): it is put aside whole, and a new one of the same device
// takes over what can still be read and proved of it. The rest comes from peers; only facts that nobody else had yet
// and that lie behind the damage are missing then, and they are in the file that was put aside.
//
// For programs that own a data folder, before they open it. Nothing else may use the folder meanwhile (busy).
#pragma once

#include "sync/ledger/ledger.h"

namespace foyer {

struct Mended {
    std::filesystem::path aside; // a folder within the data folder: what was there
    std::size_t facts = 0;       // taken over
    // Of its own last history that could not be read. Nobody else has those that it had not sent yet.
    std::size_t own_missing = 0;
};
std::string in_words(const Mended& mended); // a sentence for staff

// corrupt: not even who this node is can be read, and nothing was moved; newer_version; disk.
Result<Mended> mend_ledger(const std::filesystem::path& folder, const Clock& clock);

// Moves what there is of a ledger into a folder within `folder`, which it returns.
Result<std::filesystem::path> put_ledger_aside(const std::filesystem::path& folder, Instant now);
// A mending that was cut off when the new ledger was whole: what there is of it, and the rest of the exchange.
inline constexpr const char* mended_folder = "mended";
Result<> finish_mending(const std::filesystem::path& folder, Instant now);

// What was put aside or backed up here holds names and keys: a wipe ends all of it, a purge what nobody needs any more
// (`damaged-...-missing` holds own facts that nobody else may have, and is left to people). Best effort.
enum class Copies { all, not_needed };
void remove_copies(const std::filesystem::path& folder, Copies which);

// As Ledger::open, but a damaged one is mended first; then `remark` says so, for staff.
Result<std::unique_ptr<Ledger>> open_or_mend(const std::filesystem::path& folder, const Clock& clock,
                                             std::string& remark);

} // namespace foyer
