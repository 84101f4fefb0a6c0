// What is said of a terminal's clock that is wrong, and what to do.
#include "kiosk/app/calendar.h"
#include "kiosk/app/clock_doubt.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

std::string days_of(const Summit& summit, const Voice& voice) {
    const auto first = date_with_year(voice, summit, summit.starts), last = date_with_year(voice, summit, summit.ends);
    return first == last ? first : first + " \u2013 " + last;
}

// By the day, where that tells the two apart already.
std::string moment(const Summit& summit, Instant when, Instant other, const Voice& voice) {
    const auto date = [&](Instant at) { return date_with_year(voice, summit, at); };
    return date(when) == date(other) ? time_of_day(summit, when) : date(when);
}

} // namespace

Label clock_words(const Model& model, const Voice& voice) {
    using Is = ClockDoubt::Is;
    const Summit& summit = model.programme.summit;
    const ClockDoubt doubt = clock_doubt(summit, model.now, model.link);
    if (doubt.is == Is::right) return {};
    const std::string ours = moment(summit, model.now, doubt.other, voice);
    const std::string other = moment(summit, doubt.other, model.now, voice);
    switch (doubt.is) {
    case Is::right: break;
    case Is::off_the_hubs:
        return voice.say("This terminal's clock says {1}, the hub's {2}. Set this terminal's clock."_t, {ours, other});
    case Is::the_hubs:
        return voice.say("The hub's clock says {1}, this terminal's {2}. Set the hub's clock."_t, {other, ours});
    case Is::behind_records:
        return voice.say(
            "This terminal's clock says {1}, but there are records of {2}. Set the clock, or connect the hub."_t,
            {ours, other});
    case Is::months_off:
        return voice.say("This terminal's clock says {1}. Summit: {2}. Set the clock, or connect the hub."_t,
                         {date_with_year(voice, summit, model.now), days_of(summit, voice)});
    case Is::on_another_day:
        return voice.say("Today is {1} by this clock. Summit: {2}. If it is wrong: set it, or connect the hub."_t,
                         {date_with_year(voice, summit, model.now), days_of(summit, voice)});
    }
    return {};
}

bool clock_is_plainly_wrong(const Model& model) {
    return clock_doubt(model.programme.summit, model.now, model.link).plainly_wrong();
}

} // namespace foyer
