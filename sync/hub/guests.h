// A guest who was not on the roster: person, attendee and invitation in one transaction, so that no door ever knows
// half of them. Runs on the ledger's thread.
#pragma once

#include "sync/ledger/ledger.h"

namespace foyer {

struct NewGuest {
    std::string name;       // in their own script; needed
    std::string latin_name; // "": the name when it is Latin, else none
    Language language;      // "": the summit's first
    std::string organisation;
    std::vector<ForumId> forums;
};

struct AddedGuest {
    AttendeeId id;
    std::string code; // of the invitation: never logged
};

// bad_input: a forum or language that the summit does not have.
Result<AddedGuest> add_guest(Ledger& ledger, const NewGuest& guest);

} // namespace foyer
