// What a staff desk lists besides people: who was sent to staff with a number and waits, and what is lent. And what
// staff ask about it of the desk thread. Values, no look-ups; the lister in kiosk/terminal answers, but for who is
// opened: that is the clerk's.
#pragma once

#include <string>
#include <vector>

#include "sync/summit/open_case.h"

namespace foyer {

// --- asked ---

// Somebody who waits with a number was seen to; or that was a mistake, and they wait on.
struct SettleCase {
    FactId refusal;
    std::string number;
    CaseState state = CaseState::seen_to;
    bool operator==(const SettleCase&) const = default;
};
// Of the list: unlike a look-up it takes nobody who may search.
struct LookUpCase {
    AttendeeId who;
    bool operator==(const LookUpCase&) const = default;
};
struct ShowLoans {
    bool operator==(const ShowLoans&) const = default;
};
struct PrintLoans {
    std::string title, note; // in the language of the desk
    Language language;
    bool operator==(const PrintLoans&) const = default;
};

// --- answered ---

struct WaitingCase {
    FactId refusal;
    std::string number; // "A-31"
    Reason reason = Reason::not_ours;
    CheckpointId checkpoint;
    Instant happened;
    std::optional<AttendeeId> who; // none: somebody whom nobody knows; and then the next are empty
    Person person;
    Wording organisation;
    bool operator==(const WaitingCase&) const = default;
};
// Whenever one of them changed.
struct ListsChanged {
    std::vector<WaitingCase> waiting; // the newest first; the first of `all`
    std::size_t all = 0, lent = 0;    // how many wait; how many things are out
    bool operator==(const ListsChanged&) const = default;
};
struct LoansListed {
    struct Out {
        std::string item; // its barcode
        Instant since;
        AttendeeId to;
        Person person;
        Wording party;                               // delegation, else organisation
        std::optional<DelegationId> delegation = {}; // two may have one name
        bool operator==(const Out&) const = default;
    };
    Instant as_of;
    std::vector<Out> out; // by party, then by person: as they are collected
    bool operator==(const LoansListed&) const = default;
};

} // namespace foyer
