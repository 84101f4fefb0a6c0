#include "sync/import/calendar.h"
#include "tests/catch.h"

using namespace foyer;
using namespace std::chrono;

namespace {
const sys_days may_29{2023y / 5 / 29};
const Calendar one_day{hours{8}, may_29};
const Calendar several_days{hours{8}, std::nullopt};
} // namespace

TEST_CASE("a time is of the summit's own offset unless it brings one") {
    CHECK(parse_instant("2023-05-29 10:50", several_days) == Instant{may_29} + 2h + 50min);
    CHECK(parse_instant("2023-05-29T10:50:07", several_days) == Instant{may_29} + 2h + 50min + 7s);
    CHECK(parse_instant("2023-05-29 10:50Z", several_days) == Instant{may_29} + 10h + 50min);
    CHECK(parse_instant("2023-05-29 10:50-03:30", several_days) == Instant{may_29} + 14h + 20min);
}

TEST_CASE("an hour alone is enough where the summit has one day, and only there") {
    CHECK(parse_instant("10:50", one_day) == Instant{may_29} + 2h + 50min);
    CHECK_FALSE(parse_instant("10:50", several_days));
}

TEST_CASE("what is no time is none") {
    for (const char* text :
         {"", "10", "1:50", "24:00", "10:60", "10:50:60", "10.50", "-1:50", "10:50 x", "10:50+15:00",
          "2023-02-29 10:50", "2023-13-01 10:50", "2023-05-29", "29.05.2023 10:50", "2023-05-2910:50"}) {
        INFO(text);
        CHECK_FALSE(parse_instant(text, one_day));
    }
}

TEST_CASE("the calendar of a summit has one day when it ends on the day it starts, midnight included") {
    Summit summit;
    summit.utc_offset = hours{8};
    summit.starts = Instant{may_29};
    summit.ends = Instant{may_29} + 4h;
    CHECK(calendar_of(summit).only_day == may_29);
    summit.ends = Instant{may_29} + 16h;
    CHECK(calendar_of(summit).only_day == may_29);
    summit.ends += 1min;
    CHECK_FALSE(calendar_of(summit).only_day);
}

TEST_CASE("a language is a tag of ISO 639, not a country and not a word") {
    for (const char* tag : {"en", "zh", "zh-Hans", "zh-Hant-TW", "pt-BR", "yue", "ar"}) CHECK(is_language(tag));
    for (const char* tag : {"", "cn", "jp", "english", "EN", "e", "en-", "en--US", "zh_Hans", "en-toolongpart", "xx"}) {
        INFO(tag);
        CHECK_FALSE(is_language(tag));
    }
}
