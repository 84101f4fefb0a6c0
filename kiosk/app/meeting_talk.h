// Meetings as screens know them: with the names beside the ids, and who is there. And what staff ask about them of the
// desk thread. Values, no look-ups; the host in kiosk/terminal answers.
#pragma once

#include "sync/summit/meeting.h"

namespace foyer {

struct MeetingSeen {
    Meeting meeting;
    struct Someone {
        AttendeeId id;
        Person person; // empty when purged or not known here
        Wording organisation;
        enum class Is { expected, there } is = Is::expected;
        bool operator==(const Someone&) const = default;
    };
    std::vector<Someone> parties; // as in the meeting
    std::optional<Someone> interpreter;
    bool operator==(const MeetingSeen&) const = default;
};

// --- asked ---

// Of a staff desk: one of them, with the tables and interpreters there are.
struct OpenMeeting {
    MeetingId meeting;
    bool operator==(const OpenMeeting&) const = default;
};
// Another table, or interpreter; given back, or planned again. A fault when something stands in the way.
struct ChangeMeeting {
    MeetingId meeting;
    std::optional<PlaceId> table;
    std::optional<AttendeeId> interpreter;
    MeetingRuns::Then then = MeetingRuns::Then::as_it_is;
    bool operator==(const ChangeMeeting&) const = default;
};

// --- answered ---

// What is on now, begins within the hour, or was given back and is not over; by start, then table.
struct MeetingsChanged {
    std::vector<MeetingSeen> meetings;
};
struct MeetingOpened {
    MeetingId meeting;
    struct Table {
        PlaceId place;
        std::optional<Instant> taken_until; // by another one, at that time
        bool operator==(const Table&) const = default;
    };
    std::vector<Table> tables; // around the one that it is at
    struct Interpreter {
        MeetingSeen::Someone who;
        std::optional<Instant> busy_until; // in another one, at that time
        bool operator==(const Interpreter&) const = default;
    };
    std::vector<Interpreter> interpreters;
    bool operator==(const MeetingOpened&) const = default;
};

} // namespace foyer
