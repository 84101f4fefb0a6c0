#include "kiosk/app/clock_doubt.h"

#include "kiosk/app/calendar.h"

namespace foyer {

using Is = ClockDoubt::Is;

// Before the programme came, a summit has no days.
static bool has_days(const Summit& summit) { return !summit.time_zone.empty() && summit.starts < summit.ends; }

static bool is_near(const Summit& summit, Instant when) {
    return when >= summit.starts - clock_near_summit && when <= summit.ends + clock_near_summit;
}

// A record of a clock that was wild is no witness.
static bool is_behind(const Summit& summit, Instant now, Instant newest) {
    return newest - now > clock_behind_records && (!has_days(summit) || newest <= summit.ends + clock_near_summit);
}

ClockDoubt clock_doubt(const Summit& summit, Instant now, const LinkState& link) {
    if (link.clock_off && std::chrono::abs(*link.clock_off) <= clock_off_hub) return {};
    if (link.clock_off && link.connected) return {Is::off_the_hubs, now + *link.clock_off};
    if (is_behind(summit, now, link.newest)) return {Is::behind_records, link.newest};
    if (!has_days(summit)) return {};
    if (!is_near(summit, now)) return {Is::months_off, {}};
    const Day today = day_of(summit, now);
    const bool during = today >= day_of(summit, summit.starts) && today <= day_of(summit, summit.ends);
    return {during ? Is::right : Is::on_another_day, {}};
}

bool follows_hub(const Summit& summit, Instant now, Milliseconds ahead) {
    if (std::chrono::abs(ahead) < clock_followed) return true;
    return has_days(summit) && is_near(summit, now + ahead) && !is_near(summit, now);
}

} // namespace foyer
