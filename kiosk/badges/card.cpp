#include "kiosk/badges/card.h"

#include <array>
#include <cstdio>

namespace foyer {

namespace {

constexpr std::array<const char*, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};

struct Day {
    int year, month, day;
    bool operator==(const Day&) const = default;
};

Day day_of(Instant instant, Milliseconds utc_offset) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(instant + utc_offset)};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

template <class... Values>
std::string print(const char* format, Values... values) {
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

std::string in_english(const Day& from, const Day& to) {
    const char *first = months[static_cast<std::size_t>(from.month - 1)],
               *last = months[static_cast<std::size_t>(to.month - 1)];
    if (from == to) return print("%d %s %d", to.day, last, to.year);
    if (from.year != to.year) return print("%d %s %d – %d %s %d", from.day, first, from.year, to.day, last, to.year);
    if (from.month != to.month) return print("%d %s – %d %s %d", from.day, first, to.day, last, to.year);
    return print("%d–%d %s %d", from.day, to.day, last, to.year);
}

std::string in_chinese(const Day& from, const Day& to) {
    if (from == to) return print("%d年%d月%d日", to.year, to.month, to.day);
    if (from.year != to.year)
        return print("%d年%d月%d日–%d年%d月%d日", from.year, from.month, from.day, to.year, to.month, to.day);
    if (from.month != to.month)
        return print("%d年%d月%d日–%d月%d日", from.year, from.month, from.day, to.month, to.day);
    return print("%d年%d月%d–%d日", to.year, to.month, from.day, to.day);
}

std::string in_numbers(const Day& from, const Day& to) {
    const auto one = [](const Day& day) { return print("%04d-%02d-%02d", day.year, day.month, day.day); };
    return from == to ? one(to) : one(from) + " – " + one(to);
}

} // namespace

std::string days_of(const Summit& summit, const Language& language) {
    const Day from = day_of(summit.starts, summit.utc_offset);
    // A summit that ends at midnight ends on the day before.
    const Day to = day_of(std::max(summit.starts, summit.ends - Milliseconds{1}), summit.utc_offset);
    const auto primary = language.substr(0, language.find('-'));
    if (primary == "en" || primary.empty()) return in_english(from, to);
    return primary == "zh" ? in_chinese(from, to) : in_numbers(from, to);
}

BadgeCard badge_card(const Summit& summit, const Attendee& attendee, const Person& person, std::string code) {
    const Language first = summit.languages.empty() ? Language{"en"} : summit.languages.front();
    const std::string &venue = summit.venue.in(first), days = days_of(summit, first);
    BadgeCard card;
    card.summit = {summit.name.in(first), first};
    card.when = {venue.empty() ? days : days + " · " + venue, first};
    const Language own = person.native_language.empty() ? attendee.language : person.native_language;
    card.name = person.native_name.empty() ? BadgeText{person.latin_name, "en"} : BadgeText{person.native_name, own};
    card.latin_name = {person.latin_name, "en"};
    card.organisation = {attendee.organisation.in(own), own};
    card.role = {std::string(role_word(attendee.category)), "en"};
    card.category = attendee.category;
    card.code = std::move(code);
    return card;
}

} // namespace foyer
