// Which session is meant: now and next, for one guest, one place or one forum. Half-open: a session is on from its
// start up to, not including, its end.
#pragma once

#include <optional>
#include <span>

#include "kiosk/app/calendar.h"
#include "kiosk/app/event.h"
#include "kiosk/app/strings.h"

namespace foyer {

bool is_on(const Session& session, Instant now);

struct GuestSession {
    const Session* session; // points into the programme
    enum class When { on_here, on_elsewhere, next } when;
};
// Where a guest with these forums should be: what is on at `here` and open to them, else what is on in their forums or
// for everybody, else what comes next (their forum before a plenary that starts at the same time). Breaks are left out.
// None: nothing is left.
std::optional<GuestSession> session_for(const Programme& programme, std::span<const ForumId> forums,
                                        const PlaceId& here, Instant now);

// The days on which there are sessions, in order.
std::vector<Day> days_of(const Programme& programme);
// Today if anything is on today, else the next day that has something, else the last one.
Day day_to_show(const Programme& programme, Instant now);

// Where a session is, as a guest looks for it: the nearest place around it that has a code on its door, else itself.
PlaceId room_of(const Programme& programme, const PlaceId& place);
// Where there are sessions: by their codes, then those without.
std::vector<PlaceId> rooms_of(const Programme& programme);

// A place's own code, level or name, else that of the nearest place around it that has one. "" or empty when none.
std::string room_code(const Programme& programme, const PlaceId& place);
Label level_words(const Voice& voice, const Programme& programme, const PlaceId& place);

// The position of a forum among the forums: which of the forum colours it has; -1 for none.
int colour_of(const Programme& programme, const std::optional<ForumId>& forum);

// Seats that a guest without a registration may take; none: no capacity is set.
struct Seats {
    int free = 0;        // empty, and claimed by nobody
    int empty = 0;       // nobody sits there
    bool scarce = false; // few, or none
};
std::optional<Seats> seats_in(const Programme& programme, const Occupancies& occupancies, const PlaceId& place);

} // namespace foyer
