// The rule of the door, whole: what one checkpoint answers to one presented code. Pure: no clock, disk or network.
#pragma once

#include <span>

#include "sync/summit/meeting.h"
#include "sync/summit/verdict.h"

namespace foyer {

// What the code room made of a reading's text (scanner/code).
struct Presented {
    enum class Form {
        foyer,       // well-formed, short or signed
        forged,      // claims to be Foyer's, but its check or signature is wrong
        foreign,     // anything else: may be a ticket code of the roster import
        unknown_key, // signed, but nobody here knows the key
        retired_key, // signed by a key that proves nothing any more
    };
    // Of a foreign code, what its form alone tells: heard only where the roster does not know the code.
    enum class Use {
        any,    // nothing: anybody's ticket may look so
        ticket, // a ticket of a system that is known: of this summit, or of another one
        other,  // no ticket at all: it pays, carries a contact, boards a flight
    };
    Form form = Form::foreign;
    std::string text; // normalised code; never logged
    Use use = Use::any;
};

// A few indexed look-ups into what the node knows.
class View {
public:
    struct Occupancy {
        int inside = 0;            // persons
        int registered_absent = 0; // registered for the forum of this place and not inside yet
    };
    struct Presence {
        bool inside = false;
        std::optional<Instant> first_entered, last_entered;
    };
    virtual ~View() = default;
    [[nodiscard]] virtual const Programme& programme() const = 0;
    [[nodiscard]] virtual std::optional<Badge> badge_of(const Presented& code) const = 0;
    [[nodiscard]] virtual std::optional<Attendee> attendee(const AttendeeId& id) const = 0;
    [[nodiscard]] virtual Presence presence(const AttendeeId& who, const PlaceId& where) const = 0;
    [[nodiscard]] virtual Occupancy occupancy(const PlaceId& where) const = 0;
    [[nodiscard]] virtual std::span<const Meeting> meetings() const { return {}; } // by start, then table
    // The centre was heard within the last 30 s and had nothing that is not here: who is unknown here is unknown.
    [[nodiscard]] virtual bool in_contact(Instant now) const = 0;
};

Verdict admit(const Presented& code, const View& view, const Checkpoint& checkpoint, Instant now);

} // namespace foyer
