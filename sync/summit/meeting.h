// Matchmaking: who meets whom, when and at which table, and what is made of that on the day. Ids alone, no names: doors
// know them. Pure values.
#pragma once

#include "sync/summit/words.h"

namespace foyer {

struct Meeting {
    MeetingId id;
    PlaceId table; // a place, of kind table
    Instant starts, ends;
    std::vector<AttendeeId> parties;       // two, in the order of the file
    std::optional<AttendeeId> interpreter; // none: they need none
    std::vector<Language> languages;       // that are spoken: of the parties, in their order
    enum class State {
        planned,
        released
    } state = State::planned;        // released: it does not take place, the table is free
    std::vector<PlaceId> moved_from; // tables it was at before, the oldest first
    bool operator==(const Meeting&) const = default;
};

// What is made of a meeting on the day: what is given is otherwise than it was. A Meeting that is written later says it
// all anew.
struct MeetingRuns {
    std::optional<PlaceId> table;
    std::optional<AttendeeId> interpreter;
    std::vector<AttendeeId> parties; // somebody comes instead of somebody else; empty: as they are
    enum class Then { as_it_is, released, planned } then = Then::as_it_is;
    std::string by; // who did it: a terminal's name, at a desk also the number of the staff; no name of a person
    bool operator==(const MeetingRuns&) const = default;
};

void apply(const MeetingRuns& otherwise, Meeting& meeting);

// One of the parties, or the interpreter.
[[nodiscard]] bool takes_part(const Meeting& meeting, const AttendeeId& who);
// The parties, then the interpreter.
[[nodiscard]] std::vector<AttendeeId> everybody(const Meeting& meeting);

} // namespace foyer
