// Is this terminal's clock plainly wrong? Nothing is lost by it: check-ins go on, and what is recorded keeps its order.
// But doors would take today for another day, so staff are told, and guests where it is beyond doubt. Worked out anew
// with each picture: it goes away by itself once the clock is right.
#pragma once

#include "kiosk/app/event.h"

namespace foyer {

// The hub's clock is followed by itself: one that is this far off or less, and any by which a terminal that is nowhere
// near the summit comes near it (a battery that is empty). Beyond that it is a wrong hub.
inline constexpr Milliseconds clock_followed{std::chrono::hours{48}};
inline constexpr Milliseconds clock_off_hub{std::chrono::minutes{5}};
inline constexpr Milliseconds clock_behind_records{std::chrono::hours{24}}; // of others: less may be theirs
// Before its first day and after its last: set up, tried and taken down.
inline constexpr Milliseconds clock_near_summit{std::chrono::days{30}};

struct ClockDoubt {
    enum class Is {
        right,
        on_another_day, // no day of the summit, and no hub has said the time: perhaps it is so
        the_hubs,       // it is the hub's that is nowhere near the summit
        months_off,     // nowhere near the summit
        behind_records, // before the newest of what is recorded here
        off_the_hubs,
    } is = Is::right;
    Instant other; // the newest record's time, or the hub's
    [[nodiscard]] bool plainly_wrong() const { return is > Is::the_hubs; }
};

// A hub that has said the time is believed; then what is recorded here; then the days of the summit.
ClockDoubt clock_doubt(const Summit& summit, Instant now, const LinkState& link);
// Is a terminal's clock to be put right by the hub's, which is so far ahead of it?
bool follows_hub(const Summit& summit, Instant now, Milliseconds ahead);

} // namespace foyer
