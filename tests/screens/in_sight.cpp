// What a screen is for is on it, also where the screen is crowded.
#include <algorithm>

#include "tests/app/terminal.h"
#include "tests/catch.h"
#include "tests/scenes/scenes.h"
#include "tests/screens/drawn_texts.h"
#include "tests/screens/finger.h"

namespace foyer {
namespace {

constexpr Shape upright{1080, 1920}, lying{1920, 1080};

bool says(DrawnTexts& screen, const CurrentView& view, const std::string& words) {
    (void)screen.of(view);
    return std::ranges::any_of(screen.said(), [&](const Label& label) { return label.text == words; });
}

// How wide and high what answers with `word` is, to 2 px.
struct Size {
    int width = 0, height = 0;
};
Size size_of(Finger& finger, const CurrentView& view, const std::string& asked) {
    const auto field = sweep(finger, view).at(asked);
    const int x = (field.left + field.right) / 2, y = (field.top + field.bottom) / 2;
    const auto answers = [&](int at_x, int at_y) {
        const auto intents = finger.tap(view, at_x, at_y);
        return intents.size() == 1 && word(intents.front()) == asked;
    };
    int left = x, right = x, top = y, bottom = y;
    while (answers(left - 2, y)) left -= 2;
    while (answers(right + 2, y)) right += 2;
    while (answers(x, top - 2)) top -= 2;
    while (answers(x, bottom + 2)) bottom += 2;
    return {right - left + 2, bottom - top + 2};
}

} // namespace

TEST_CASE("a letter that a guest types on a lying screen is a finger wide and high, in larger text too") {
    const auto zoom = GENERATE(100, 125);
    const tests::Standing larger({.zoom = zoom});
    Finger finger(lying.width, lying.height);
    for (const char* name : {"claim", "programme-search-typing"}) {
        INFO(name << ", " << zoom);
        const auto key = size_of(finger, tests::scene(name), "type g");
        CHECK(key.width >= 95); // the edges are between pixels
        CHECK(key.height >= 95);
    }
}

TEST_CASE("the own day in larger text has the day on a lying screen, too") {
    DrawnTexts screen(lying.width, lying.height);
    for (const Language language : {"en", "de", "fr", "ru", "ar", "zh"}) {
        const auto view = tests::scene_of<OwnDayView>("own-day-large", language);
        INFO(language);
        CHECK(says(screen, view, view.day.text));
    }
}

TEST_CASE("a session whose title has no room says when it begins") {
    DrawnTexts screen(lying.width, lying.height);
    CHECK(says(screen, tests::scene("programme-early"), "11:10"));
}

TEST_CASE("the name of a forum stands whole on its card, however long the words for its seats") {
    DrawnTexts screen(upright.width, upright.height);
    for (const Language language : {"de", "fr", "es", "ru", "nl"})
        for (const auto& lane : tests::scene_of<ProgrammeView>("programme", language).lanes) {
            (void)screen.of(tests::scene("programme", language));
            INFO(language << ": " << lane.name.text);
            CHECK(std::ranges::count(screen.cut(), lane.name) == 0);
        }
}

TEST_CASE("who was found is written in one size, whoever of them has the longest name") {
    const auto shape = GENERATE(upright, lying);
    DrawnTexts screen(shape.width, shape.height);
    DeskView view = tests::scene_of<DeskView>("desk-searching", "de");
    view.rows.resize(2);
    view.rows[0].name = view.rows[1].name = {"Anna", "de"};
    view.rows[0].line = {"Berg, the Institute", "de"};
    view.rows[1].line = {"Berg, the Institute of everything that is long enough for the end of a line and more", "de"};
    view.rows[0].marked = view.rows[1].marked = DeskView::Row::Marked::nothing;
    const auto boxes = screen.of(view);
    const auto box_of = [&](const DeskView::Row& row) {
        const auto at = std::ranges::find(screen.said(), row.line);
        REQUIRE(at != screen.said().end());
        return boxes.at(static_cast<std::size_t>(at - screen.said().begin()));
    };
    CHECK(box_of(view.rows[0]).height == Approx(box_of(view.rows[1]).height).margin(4));
}

} // namespace foyer
