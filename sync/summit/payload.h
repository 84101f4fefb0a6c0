// What the bodies of facts say, one struct a kind, and their CBOR. Decoding accepts trailing fields it does not know,
// so that a newer node may add some.
#pragma once

#include <variant>

#include "sync/summit/fact.h"
#include "sync/summit/meeting.h"
#include "sync/summit/verdict.h"
#include "sync/summit/words.h"

namespace foyer {

struct OriginOpened {
    std::string device_name;
    bool operator==(const OriginOpened&) const = default;
};
struct Contact {
    std::string email, phone;
    bool operator==(const Contact&) const = default;
};
struct Note {
    std::string text;
    bool operator==(const Note&) const = default;
};

// Subject: the badge. `code` is all that a door knows of the code itself.
struct BadgeIssued {
    AttendeeId attendee;
    BadgeKind kind = BadgeKind::invitation;
    int revision = 1;
    CodeHash code;
    std::optional<BadgeId> replaces; // dies when this one is issued
    bool operator==(const BadgeIssued&) const = default;
};
struct BadgeCode {
    std::string code;
    bool operator==(const BadgeCode&) const = default;
};
struct BadgePrinted {
    std::string printer;
    std::string by = {}; // the number of whoever of the staff did it; empty: not known. As the next
    bool operator==(const BadgePrinted&) const = default;
};
struct BadgeHandedOver {
    std::string to;
    std::string by = {};
    bool operator==(const BadgeHandedOver&) const = default;
};
struct BadgeRevoked {
    std::string why;
    bool operator==(const BadgeRevoked&) const = default;
};

// Subject: the attendee; where a checkpoint lets in whom nobody knows, a visitor.
struct Entered {
    PlaceId place;
    CheckpointId checkpoint;
    std::optional<BadgeId> badge;
    Reason reason = Reason::welcome;
    std::string why = {}; // of what was done by hand
    bool operator==(const Entered&) const = default;
};
struct Left {
    PlaceId place;
    CheckpointId checkpoint;
    std::optional<BadgeId> badge;
    std::string why = {}; // of what was done by hand
    bool operator==(const Left&) const = default;
};

// Somebody was not let in. Subject: the attendee, or a visitor nobody knows (id: random).
struct Refused {
    CheckpointId checkpoint;
    Reason reason = Reason::not_ours;
    std::optional<BadgeId> badge;
    std::string case_number; // "A-31"; empty where the guest was only sent on
    bool operator==(const Refused&) const = default;
};

struct DeviceEnrolled {
    std::string name; // "East 1"
    Role role = Role::door;
    std::optional<CheckpointId> checkpoint;
    // Of a hub: where others reach it, "host:port", best first. A hub that moved says so by a further one of these.
    std::vector<std::string> reached_at = {};
    bool operator==(const DeviceEnrolled&) const = default;
};

// The history of one origin up to here: what a revoked device wrote before it was lost.
struct Trusted {
    OriginId origin;
    std::uint64_t seq = 0;
    Hash head; // after `seq`: of two histories of the origin this one
    bool operator==(const Trusted&) const = default;
};
// A device is out. What it wrote up to `trusted` counts for ever; what lies beyond, or is of an origin not named, is
// kept and folds nowhere, until a later one of these says otherwise.
struct DeviceRevoked {
    std::string why;
    std::vector<Trusted> trusted;
    bool operator==(const DeviceRevoked&) const = default;
};
// Subject: the attendee. An admission or exit that was none: one-way.
struct Voided {
    FactId fact;
    std::string why;
    bool operator==(const Voided&) const = default;
};
// Subject: the attendee, whose names, contacts and notes are removed everywhere and never come back.
struct Purged {
    std::string why;
    bool operator==(const Purged&) const = default;
};
// Subject: a card of the conflict inbox (card.h). What a person made of it; the last one stands.
struct CardResolved {
    std::string choice; // its name in card.h
    std::string note;
    bool operator==(const CardResolved&) const = default;
};
// Subject: the device whose clock a hub compared with its own. Written when it is first far off, and when it is right
// again.
struct ClockNoticed {
    Milliseconds ahead{0}; // of the hub's; negative: behind
    bool operator==(const ClockNoticed&) const = default;
};

// Subject: the session. What is given is otherwise than was planned; a Session that is written later says it all anew.
struct SessionRuns {
    std::optional<Instant> starts, ends, doors_open;
    bool operator==(const SessionRuns&) const = default;
};

using Payload = std::variant<OriginOpened, Summit, Place, Forum, Session, Checkpoint, Hint, Delegation, Person,
                             Attendee, Contact, Note, BadgeIssued, BadgeCode, BadgePrinted, BadgeHandedOver,
                             BadgeRevoked, Entered, Left, Refused, DeviceEnrolled, DeviceRevoked, Voided, Purged,
                             CardResolved, ClockNoticed, SessionRuns, Call, Loan, Emergency, Meeting, MeetingRuns>;

Kind kind_of(const Payload& payload);
// Who may hold the body: staff for contacts, notes and codes.
Audience audience_of(const Payload& payload);
Bytes encode(const Payload& payload);
// A kind this version does not know, or content it cannot make sense of, is a Fault (bad_input).
Result<Payload> decode_payload(Kind kind, ByteView encoded);

// A fact about to be appended: the ledger adds salt, seen, time, seq, chain and seal.
struct Draft {
    Subject subject;
    Payload payload;
    Instant happened;
    bool observed = true;
};

// The subject that a configuration value speaks of (Place, Forum... name themselves).
Subject subject_of(const AttendeeId& id);
Subject subject_of(const BadgeId& id);

} // namespace foyer
