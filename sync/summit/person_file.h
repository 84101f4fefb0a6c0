// All that a node knows of one person, for staff at a desk. Contact, notes and code are there only where staff bodies
// are held; names are gone after a purge.
#pragma once

#include <map>
#include <set>

#include "sync/summit/fold.h"

namespace foyer {

struct PersonFile {
    Attendee attendee;
    Person person;
    std::optional<Badge> badge; // the current one
    std::string code;           // of it; may be empty
    Contact contact;
    std::vector<std::string> notes;
    std::vector<AttendanceRow> attendance; // the newest first, by when it happened
    std::set<FactId> seen_to;              // refusals with a number of which staff said so (open_case.h)
    // What was said of entries and exits that staff recorded by hand, and of what they took back.
    std::map<FactId, std::string> why, back_why;
    bool operator==(const PersonFile&) const = default;
};

// Where the person was last seen, and how: the last entry or exit that counts. None: not yet.
const AttendanceRow* last_seen(const PersonFile& file);
bool has_arrived(const PersonFile& file);
// The number of the last refusal that was given one, unless the person was let in since, staff saw to them, or it was
// voided; else empty.
std::string open_case(const PersonFile& file);

} // namespace foyer
