// Codes that are none of Foyer's: what they are by form alone, and under which texts the roster may know one.
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foyer {

enum class ForeignKind { pretix_signed, indico, eventyay, alfio, uuid, other_use, address, opaque };
struct Foreign {
    ForeignKind kind = ForeignKind::opaque;
    // What identifies the ticket, most exact first: the whole text, then what its issuer put into it. Never empty.
    std::vector<std::string> names;
    std::string_view words; // "a ticket of Indico", "a contact card (vCard)"...: never what it says
};

// `text` as `tidy` leaves it. What is an issuer's is told by form alone: whether the ticket exists the roster knows.
Foreign read_foreign(std::string_view text);

} // namespace foyer
