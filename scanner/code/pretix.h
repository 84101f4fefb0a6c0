// Tickets of pretix: `pretix_sig1`, a ticket that carries its own signature; byte by byte in README.md beside this
// file.
// (pretix's other secrets are random letters that only the roster knows.) Pure; any thread.
#pragma once

#include "scanner/code/signed_code.h"

namespace foyer {

struct PretixTicket {
    std::string seed;                                    // random; what makes it another one than its neighbour
    std::uint64_t item = 0, variation = 0, subevent = 0; // 0: none
    std::optional<Instant> from, until;
    Bytes payload, signature;
    bool operator==(const PretixTicket&) const = default;
};

// `text` as `tidy` leaves it. Nothing where any byte is not as the format has it.
std::optional<PretixTicket> read_pretix(std::string_view text);

// The key that signed it, as the ticket names none; a retired one before others. Nothing: no key here did, and it may
// be a good ticket of another event. Keys of other kinds are passed over.
const CodeKey* key_of(const PretixTicket& ticket, std::span<const CodeKey> keys);
Trust judge(const PretixTicket& ticket, std::span<const CodeKey> keys); // good, unknown_key or retired_key
// It is for one of the products and dates that admit here.
bool admits(const CodeKey& key, const PretixTicket& ticket);

} // namespace foyer
