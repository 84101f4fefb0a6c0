// All of a terminal 1.25 times larger, as an admin sets it or a guest asks for: nothing is cut, lies on other words or
// leaves the glass.
#include "tests/app/longer_words.h"
#include "tests/catch.h"
#include "tests/scenes/morning.h"
#include "tests/scenes/scenes.h"
#include "tests/screens/drawn_texts.h"

namespace foyer {
namespace {

struct Shape {
    int width, height;
};
constexpr Shape upright{1080, 1920}, lying{1920, 1080};

// A summit's own titles are as long as its files have them, and may end in an ellipsis.
bool is_of_the_summit(const std::string& text, const Language& language) {
    const Programme programme = tests::summit_morning(language);
    const auto holds = [&](const Wording& own) { return !own.empty() && text.contains(own.in(language)); };
    return std::ranges::any_of(programme.sessions, holds, &Session::title) ||
           std::ranges::any_of(programme.sessions, holds, &Session::summary) ||
           std::ranges::any_of(programme.forums, holds, &Forum::name);
}

} // namespace

TEST_CASE("no sentence of any screen is cut, or leaves the glass, where all of it is 1.25 times larger") {
    const auto shape = GENERATE(upright, lying);
    const tests::Standing larger({.zoom = 125});
    DrawnTexts screen(shape.width, shape.height);
    for (const Language language : {"de", "fr", "es", "ru", "ar", "zh"})
        for (const auto& shown : tests::scenes_in({language})) {
            const auto boxes = screen.of(shown.view);
            for (const Label& label : screen.cut()) {
                if (is_of_the_summit(label.text, language)) continue;
                INFO(shown.name << ", " << shape.width << ": " << label.text);
                CHECK(label.text.empty());
            }
            for (const Rect& box : boxes) {
                if (box.y >= 0 && box.bottom() <= static_cast<float>(shape.height)) continue;
                INFO(shown.name << ", " << shape.width << ", at " << box.y << " to " << box.bottom());
                CHECK(box.height < 0);
            }
            INFO(shown.name << ", " << shape.width);
            std::vector<Rect> words;
            for (const Rect& box : boxes) words.push_back(box.inset(0, 6)); // accents reach out
            check_apart(words);
        }
}

} // namespace foyer
