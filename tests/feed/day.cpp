#include "tests/feed/day.h"

#include "kiosk/badges/badge.h"
#include "tests/catch.h"

namespace foyer {

std::string code_of_guest(std::size_t i) {
    constexpr std::string_view letters = "ABCDEFGHJKLM";
    return std::string("FA2BCDEGH345678") + letters[i % letters.size()];
}

FeedScript day(AtEnd at_end) {
    BadgePress press;
    FeedScript script;
    script.at_end = at_end;
    script.frames_per_second = 12; // fewer frames of the same movements
    for (std::size_t i = 0; i < day_guests; ++i) {
        BadgeCard card;
        card.summit = {"Invented Open Day", "en"};
        card.name = {"王样例", "zh-Hans"};
        card.latin_name = {"Wang Yangli", "en"};
        card.role = {"Delegate", "en"};
        card.code = code_of_guest(i);
        auto drawn = press.picture(card, 150);
        REQUIRE(drawn);
        Guest guest;
        guest.picture = std::move(drawn->picture);
        guest.code = drawn->code;
        guest.label = "guest " + std::to_string(i);
        guest.hold_seconds = 1.6F;
        guest.difficulty = static_cast<float>(i) / static_cast<float>(day_guests - 1);
        guest.pause_seconds = 0.3F;
        script.guests.push_back(std::move(guest));
    }
    return script;
}

} // namespace foyer
