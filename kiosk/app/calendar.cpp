#include "kiosk/app/calendar.h"

#include <array>
#include <cstdio>

namespace foyer {

namespace {

using std::chrono::hours;
using LocalTime = std::chrono::local_time<Milliseconds>;

constexpr hours day_begins{4};

LocalTime local(const Summit& summit, Instant when) { return LocalTime{(when + summit.utc_offset).time_since_epoch()}; }

constexpr std::array months{"January"_t, "February"_t, "March"_t,     "April"_t,   "May"_t,      "June"_t,
                            "July"_t,    "August"_t,   "September"_t, "October"_t, "November"_t, "December"_t};
constexpr std::array weekdays{"Sunday"_t,   "Monday"_t, "Tuesday"_t, "Wednesday"_t,
                              "Thursday"_t, "Friday"_t, "Saturday"_t};
constexpr std::array short_weekdays{"Sun"_t, "Mon"_t, "Tue"_t, "Wed"_t, "Thu"_t, "Fri"_t, "Sat"_t};

std::string month_words(const Voice& voice, std::chrono::year_month_day date) {
    return voice.text(months[static_cast<unsigned>(date.month()) - 1]);
}

// A plural form, because French says "1er mai" and "2 mai".
std::string day_words(const Voice& voice, std::chrono::year_month_day date) {
    return voice.count("day {1}"_t, "days {1}"_t, static_cast<long>(static_cast<unsigned>(date.day()))).text;
}

} // namespace

Day day_of(const Summit& summit, Instant when) {
    return std::chrono::floor<std::chrono::days>(local(summit, when) - day_begins);
}

double hours_since(const Summit& summit, Day day, Instant when) {
    return std::chrono::duration<double, std::ratio<3600>>(local(summit, when) - LocalTime{day}).count();
}

std::string time_of_day(const Summit& summit, Instant when) {
    const LocalTime at = local(summit, when);
    const std::chrono::hh_mm_ss clock{at - std::chrono::floor<std::chrono::days>(at)};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()));
    return text.data();
}

std::string time_span(const Summit& summit, Instant from, Instant until) {
    return time_of_day(summit, from) + "\u2013" + time_of_day(summit, until);
}

std::string weekday_date(const Voice& voice, Day day) {
    const std::chrono::year_month_day date{day};
    const auto weekday = voice.text(weekdays[std::chrono::weekday{day}.c_encoding()]);
    return voice.text("{1}, {2} {3}"_t, {weekday, day_words(voice, date), month_words(voice, date)});
}

std::string weekday_day(const Voice& voice, Day day) {
    const auto weekday = voice.text(short_weekdays[std::chrono::weekday{day}.c_encoding()]);
    return voice.text("{1} {2}"_t, {weekday, day_words(voice, std::chrono::year_month_day{day})});
}

std::string date_with_year(const Voice& voice, const Summit& summit, Instant at) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(local(summit, at))};
    return voice.text("{1} {2} {3}"_t, {day_words(voice, date), month_words(voice, date),
                                        std::to_string(static_cast<int>(date.year()))});
}

PartOfDay part_of_day(const Summit& summit, Instant when) {
    const double hour = hours_since(summit, day_of(summit, when), when);
    if (hour < 12) return PartOfDay::morning;
    return hour < 18 ? PartOfDay::afternoon : PartOfDay::evening;
}

} // namespace foyer
