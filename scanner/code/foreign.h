// Codes of other systems: under which texts the roster may know one. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foyer {

enum class ForeignKind { pretix_signed, indico, eventyay, alfio, uuid, address, opaque };
struct Foreign {
    ForeignKind kind = ForeignKind::opaque;
    // What identifies the ticket, most exact first: the whole text, then what its issuer put into it. Never empty.
    std::vector<std::string> names;
};

// `text` as `tidy` leaves it. What is an issuer's is told by form alone: whether the ticket exists the roster knows.
Foreign read_foreign(std::string_view text);

// "a ticket of Indico"...
std::string_view words_for(ForeignKind kind);

} // namespace foyer
