// Days, times and languages as people write them in a summit's files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/summit/words.h"

namespace foyer {

// How to read a time of a summit's files: in its own offset; without a date where the summit has only one day.
struct Calendar {
    Milliseconds utc_offset{0};
    std::optional<std::chrono::sys_days> only_day;
};
Calendar calendar_of(const Summit& summit);

// "2023-05-29 10:50", "2023-05-29T10:50:00", with an offset ("2023-05-29 10:50+08:00", "...Z"), or "10:50" where the
// calendar has one day.
std::optional<Instant> parse_instant(std::string_view text, const Calendar& calendar);

// The offset that such a text says by itself where it is not the calendar's: a slip, or a time of elsewhere.
std::optional<Milliseconds> foreign_offset(std::string_view text, const Calendar& calendar);

// "+08:00" from milliseconds.
std::string offset_text(Milliseconds offset);

// "+08:00", "-03:30", "Z".
std::optional<Milliseconds> parse_offset(std::string_view text);

// A BCP-47 tag whose language is in ISO 639: "en", "zh-Hans", "pt-BR", "yue". Not "cn", "english".
bool is_language(std::string_view tag);
bool is_country_code(std::string_view code); // "CN"

} // namespace foyer
