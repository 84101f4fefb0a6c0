// What a subject's facts come to: pure, and the same whatever order they arrived in.
//
// Order: a fact that another has seen, directly or through others, is older, whatever clocks say; concurrent facts go
// by (time, origin, seq). Registers (person, attendee, place...) take the last in that order; withdrawn and revoked are
// one-way and win over any register; entered, left, printed, handed over are events, placed by when they *happened*.
#pragma once

#include <map>
#include <span>

#include "sync/summit/payload.h"

namespace foyer {

// A foldable fact, decoded.
struct FoldFact {
    FactId id;
    Hlc time;
    std::vector<FactId> seen;
    Instant happened;
    bool observed = true;
    Payload payload;
    bool counts = true; // false: beyond what is trusted of its device; it only tells what its author had seen
};

// Sorts into the order above. `seen` ids that are not among `facts` are passed over (they have not arrived yet).
std::vector<FoldFact> in_order(std::vector<FoldFact> facts);

// A clock that differs by more is a card.
inline constexpr Milliseconds clock_tolerance{2'000};

// The facts that no other of them has seen: what a new fact of this kind and subject names as `seen`. Personal facts
// are seen by personal ones only: doors lack some, a purge takes them away, and who knew of what is to be told without.
std::vector<FactId> heads(std::span<const FoldFact> facts, Kind kind);

// One person's visits to one place.
struct PresenceRow {
    Instant first_entered, last_entered;
    int entries = 0;
    bool operator==(const PresenceRow&) const = default;
};

// Where a person was last seen: in `place`, or having left it (then they are in what lies around it).
struct At {
    PlaceId place;
    bool inside = true;
    bool operator==(const At&) const = default;
};

struct AttendanceRow {
    FactId id;
    std::string event; // "entered", "left", "refused"
    Reason reason = Reason::welcome;
    std::optional<PlaceId> place;
    CheckpointId checkpoint;
    std::optional<BadgeId> badge;
    std::string case_number;
    Instant happened, recorded;
    bool observed = true;
    bool voided = false; // it counts for nothing any more
    bool operator==(const AttendanceRow&) const = default;
};

// What two authors did without knowing of each other (card.h makes cards of these and of what else goes wrong):
// double_admission  two entries to one place      against_withdrawal  an entry, and that its guest withdrew
// clock             a device's clock is far off   against_badge       an entry by a badge, and what killed the badge
struct ConflictRow {
    enum class Kind { double_admission, against_withdrawal, clock, against_badge, withdrawn_twice };
    Kind kind = Kind::double_admission;
    FactId fact;
    FactId other; // for an entry: the earliest one that it had not seen
    bool operator==(const ConflictRow&) const = default;
};

struct BadgeRow {
    BadgeIssued issued;
    bool printed = false, handed_over = false, revoked = false;
    bool operator==(const BadgeRow&) const = default;
};

// What a subject adds to the live counts: (name, key) -> number. Names:
//   expected ""         attendees not withdrawn        registered FORUM     attendees with that forum
//   arrived ""          entered anywhere, ever         arrivals MINUTE      first arrival, ms of the minute
//   at PLACE            last seen entering it          away PLACE           last seen leaving it
//   claim FORUM|PLACE   registered and at that place   ever PLACE           entered it at least once
//   scans REASON        entered, left, refused facts   recorded ORIGIN      the same, by origin (hex)
using Tallies = std::map<std::pair<std::string, std::string>, int>;

// All rows of one subject.
struct Rows {
    std::optional<Payload> item; // summit, place, forum, session, checkpoint, hint, delegation, device: the register
    std::optional<Attendee> attendee;
    std::optional<Person> person;
    std::optional<Contact> contact;
    std::vector<std::string> notes;
    std::optional<BadgeRow> badge;
    std::string badge_code;
    std::map<PlaceId, PresenceRow> presence;
    std::optional<At> at;
    std::vector<AttendanceRow> attendance;
    std::vector<ConflictRow> conflicts;
    bool purged = false; // of a person, contact or note nothing may be kept
    std::optional<DeviceRevoked> revoked;
    std::optional<Milliseconds> clock_ahead;
    Tallies tallies;
    bool operator==(const Rows&) const = default;
};

// `ordered` as in_order gives it.
Rows fold(std::span<const FoldFact> ordered);

} // namespace foyer
