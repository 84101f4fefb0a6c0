// Somebody who was not on the roster: person, attendee and code in one transaction, so that no door ever knows half of
// them. Runs on the ledger's thread; a door's ledger refuses it.
#pragma once

#include "sync/ledger/ledger.h"

namespace foyer {

// The name itself where it is in Latin letters, else nothing.
std::string latin_form_of(const std::string& name);

struct NewGuest {
    std::string name;       // in their own script; needed
    std::string latin_name; // "": the name when it is Latin, else none
    Language language;      // "": the summit's first
    std::string organisation;
    std::vector<ForumId> forums;
    Category category = Category::guest;
    Contact contact;
};

struct AddedGuest {
    AttendeeId id;
    std::string code; // of the invitation: never logged
};

// bad_input: no name, or a forum or language that the summit does not have.
Result<AddedGuest> add_guest(Ledger& ledger, const NewGuest& guest);

// The same, and they are at this checkpoint: all of it in one transaction. `entered` is what may be taken back.
struct ArrivedGuest {
    AddedGuest guest;
    FactId entered;
};
Result<ArrivedGuest> add_guest_here(Ledger& ledger, const NewGuest& guest, const Checkpoint& checkpoint,
                                    const std::string& why);

// What adding them would write, for whoever writes more with it. `as`: the rights, seat and delegation they get; its id
// is not looked at.
struct GuestDrafts {
    AddedGuest guest;
    std::vector<Draft> drafts;
};
Result<GuestDrafts> guest_drafts(const Ledger& ledger, const NewGuest& guest, Attendee as);

} // namespace foyer
