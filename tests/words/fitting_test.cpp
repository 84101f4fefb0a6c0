// Every sentence fits: each screen in each language, upright and lying, has no word that ends in an ellipsis.
#include <algorithm>

#include "kiosk/screens/glass.h"
#include "tests/scenes/morning.h"
#include "tests/screens/no_window.h"
#include "tests/words/shown.h"

namespace foyer::tests {
namespace {

struct Shape {
    int width, height;
};

// A summit's own titles are as long as its files have them, and may end in an ellipsis.
bool is_of_the_summit(const std::string& text, const Language& language) {
    const Programme programme = summit_morning(language);
    const auto holds = [&](const Wording& own) { return !own.empty() && text.contains(own.in(language)); };
    return std::ranges::any_of(programme.sessions, holds, &Session::title) ||
           std::ranges::any_of(programme.forums, holds, &Forum::name);
}

Terminal reading(const Language& language) {
    Programme programme = open_day();
    programme.summit.languages = {language};
    return Terminal{programme};
}

// Nothing that is shown on a glass of this shape ends in an ellipsis.
void check_whole(Shape shape, const Language& language, Glass& glass, const Shown& shown) {
    ImGui::NewFrame();
    (void)glass.show(shown.view, shape.width, shape.height);
    ImGui::Render();
    for (const Label& label : glass.cut()) {
        if (is_of_the_summit(label.text, language)) continue;
        INFO(language << ", " << shape.width << ", " << shown.name << ": " << label.text);
        CHECK(label.text.empty());
    }
}

TEST_CASE("No sentence of any screen is cut, in any language, upright or lying") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    const NoWindow window(shape.width, shape.height);
    NoTextures textures;
    Glass glass(textures);
    for (const Language& language : words().languages())
        for (const Shown& shown : fullest_screens(language)) check_whole(shape, language, glass, shown);
}

TEST_CASE("No sentence is cut that a morning's guests, and the staff at terminals, read") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    const NoWindow window(shape.width, shape.height);
    NoTextures textures;
    Glass glass(textures);
    for (const Language& language : words().languages())
        for (const auto& part : {guests_scenes(), programme_scenes(), verdict_scenes(), gate_scenes(), meeting_scenes(),
                                 staff_scenes(), desk_scenes()})
            for (const Scene& one : part) check_whole(shape, language, glass, {one.name, one.view(language)});
}

TEST_CASE("No sentence of the programme is cut in larger text") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    const NoWindow window(shape.width, shape.height);
    NoTextures textures;
    Glass glass(textures);
    for (const Language& language : words().languages()) {
        Terminal terminal = reading(language);
        terminal.touch(ToggleLargeText{});
        std::vector<Shown> all;
        add_browsing(all, terminal);
        for (const Shown& shown : all) check_whole(shape, language, glass, shown);
    }
}

TEST_CASE("No sentence of a guest's screen is cut where buttons are gathered at a side, with larger text too") {
    const auto shape = GENERATE(Shape{1080, 1920}, Shape{1920, 1080});
    const NoWindow window(shape.width, shape.height);
    NoTextures textures;
    Glass glass(textures);
    for (const Language& language : words().languages())
        for (Shown& shown : guests_fullest_screens(language))
            for (const Reach reach : {Reach::left, Reach::right})
                for (const double zoom : {1.0, large_text_gathered}) {
                    const bool list = std::holds_alternative<ProgrammeView>(shown.view);
                    std::visit(
                        [&](auto& view) {
                            view.header.reach = reach;
                            view.header.zoom = list ? 1 : zoom;
                        },
                        shown.view);
                    INFO(shown.name << ", " << zoom);
                    check_whole(shape, language, glass, shown);
                }
}

} // namespace
} // namespace foyer::tests
