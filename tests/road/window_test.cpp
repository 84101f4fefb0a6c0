// The real window under a finger and a keyboard: what is touched is done, and a hand scanner's burst never lands in a
// field. Places are those of a terminal of 540 x 960.
#include "tests/road/door.h"
#include "tests/road/pixels.h"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr Area title{20, 75, 500, 42}, field{24, 64, 290, 50};
constexpr int pills_y = 812, english_x = 90, chinese_x = 210;

// Is it that within ten seconds?
bool becomes(const Door& door, const Area& area, const std::vector<unsigned long>& wanted) {
    for (int i = 0; i < 100; ++i, std::this_thread::sleep_for(100ms))
        if (pixels(door.display(), area) == wanted) return true;
    return false;
}
bool leaves(const Door& door, const Area& area, const std::vector<unsigned long>& before) {
    for (int i = 0; i < 100; ++i, std::this_thread::sleep_for(100ms))
        if (pixels(door.display(), area) != before) return true;
    return false;
}

// As it stays for half a second.
std::vector<unsigned long> at_rest(const Door& door, const Area& area) {
    std::vector<unsigned long> before;
    for (int i = 0; i < 40; ++i) {
        auto now = pixels(door.display(), area);
        if (!now.empty() && now == before) return now;
        before = std::move(now);
        std::this_thread::sleep_for(500ms);
    }
    return before;
}

} // namespace

TEST_CASE("a finger on a language's pill changes the language of the real screen, and back") {
    Door door;
    door.enrol();
    REQUIRE(door.seen_soon("waiting"));
    const auto english = at_rest(door, title);
    REQUIRE_FALSE(english.empty());
    door.touch(chinese_x, pills_y);
    CHECK(leaves(door, title, english));
    door.touch(english_x, pills_y);
    CHECK(becomes(door, title, english));
    door.kiosk->ask_to_end();
    CHECK(door.kiosk->wait(20s) == 0);
}

TEST_CASE(
    "a scanner's burst while somebody types at a desk opens whose badge it is, and what is typed stays as typed") {
    Door door;
    door.options = {"--mode", "desk", "--windowed", "540x960"};
    door.enrol("desk");
    REQUIRE(door.seen_soon("desk"));
    door.type("mu", 150);
    const auto typed = at_rest(door, field);
    door.press("BackSpace");
    REQUIRE(leaves(door, field, typed));
    CHECK_FALSE(door.seen("desk-person"));
    door.scan(door.codes[3]);
    REQUIRE(door.seen_soon("desk-person"));
    door.type("u", 150);
    CHECK(becomes(door, field, typed));
    door.kiosk->ask_to_end();
    CHECK(door.kiosk->wait(20s) == 0);
}
