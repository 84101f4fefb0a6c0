// The conflict inbox: what happened while somebody did not know of somebody else, for a person to look at. A card is
// made from facts by every node alike; what a person makes of it is a fact too (CardResolved).
#pragma once

#include "sync/summit/payload.h"

namespace foyer {

enum class CardKind {
    double_admission, // two entries of one person at a single-entry place, neither of which had seen the other
    admitted_against_revocation, // an entry that had not seen that its badge was dead, or its guest withdrawn
    withdrawn_twice,             // two who withdrew a guest apart: each may have put a substitute there
    fork,                        // one origin with two histories: a device went on from an older copy of itself
    clock,                       // a device's clock is more than 2 s off
    over_full,                   // more persons in a place than it has room for
    quarantined,                 // facts that do not count here, and why
};
std::string_view name(CardKind kind);

// What a person may decide. `noted` changes nothing but the card.
enum class CardChoice { noted, both_stand, void_earlier, void_later, admission_stands, void_admission, revoke, trust };
std::string_view name(CardChoice choice);
std::optional<CardChoice> card_choice(std::string_view name);

// One thing that happened: who says so, where and when.
struct CardEvent {
    FactId fact;
    DeviceId device;
    std::string device_name;
    std::optional<CheckpointId> checkpoint;
    Instant happened, recorded;
};

struct Card {
    std::string id; // 16 hexadecimal digits, the same on every node
    CardKind kind = CardKind::quarantined;
    std::optional<AttendeeId> who;
    std::optional<PlaceId> where;
    std::optional<DeviceId> device;
    std::vector<CardEvent> events;   // by time
    std::string what;                // a sentence for staff, in English, without names
    std::vector<CardChoice> choices; // the first one is the usual
    struct Resolution {
        std::string choice, note;
    };
    std::optional<Resolution> resolved; // none: open
};

// The choices of each kind.
std::vector<CardChoice> choices_of(CardKind kind);

// What a choice writes, apart from the resolution itself: voids the entry in question. `revoke` and `trust` write a
// DeviceRevoked, whose trusted histories only a ledger knows: not here.
std::vector<Draft> consequences(const Card& card, CardChoice choice, Instant now);
Draft resolution(const Card& card, CardChoice choice, std::string note, Instant now);

} // namespace foyer
