#include "kiosk/app/clock_doubt.h"

#include "kiosk/app/calendar.h"

namespace foyer {

using Is = ClockDoubt::Is;

// Before the programme came, a summit has no days.
static bool has_days(const Summit& summit) { return !summit.time_zone.empty() && summit.starts < summit.ends; }

static bool is_near(const Summit& summit, Instant when) {
    return when >= summit.starts - clock_near_summit && when <= summit.ends + clock_near_summit;
}

ClockDoubt clock_doubt(const Summit& summit, Instant now, const LinkState& link) {
    if (link.connected && link.clock_off) {
        if (std::chrono::abs(*link.clock_off) <= clock_off_hub) return {};
        const Instant other = now + *link.clock_off;
        const bool its_own = has_days(summit) && is_near(summit, now) && !is_near(summit, other);
        return {its_own ? Is::the_hubs : Is::off_the_hubs, other};
    }
    if (link.newest - now > clock_behind_records) return {Is::behind_records, link.newest};
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
