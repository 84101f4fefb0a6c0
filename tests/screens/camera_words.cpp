// A camera that staff look at: whatever is to be said of it, no word lies on another one.
#include "kiosk/app/gettext.h"
#include "kiosk/app/view_of.h"
#include "tests/catch.h"
#include "tests/screens/drawn_texts.h"

namespace foyer {

TEST_CASE("whatever a camera's picture is like, in each language and shape, no word hides another or a button's") {
    const auto folder = find_locale_folder();
    REQUIRE(folder);
    const auto words = open_strings(*folder).value();
    const auto [width, height] = GENERATE(std::pair{1280, 800}, std::pair{1920, 1080}, std::pair{1080, 1920},
                                          std::pair{800, 1280}, std::pair{1024, 768});
    const CameraCheck checks[] = {{10, 0.9, 0, std::nullopt, std::nullopt}, {240, 0, 0.5, 0.5, 6},
                                  {120, 0, 0, 0.1, std::nullopt},           {120, 0, 0, 0.5, 2.5},
                                  {120, 0, 0, 0.5, std::nullopt},           {120, 0, 0, 0.5, 6}};
    DrawnTexts screen(width, height);
    for (const Language& language : words->languages())
        for (const CameraCheck& check : checks) {
            Model model;
            model.settings.languages = words->languages();
            model.programme.summit.languages = {language};
            model.sources = {{.state = SourceState::State::ok},
                             {.state = SourceState::State::missing, .detail = "gone"}};
            model.staff.panel = StaffPanel{.stage = StaffPanel::Stage::open, .camera = {{0, check}}};
            const auto texts = screen.of(view_of(model, *words));
            INFO(language << ", " << width << "x" << height << ", mean " << check.mean);
            REQUIRE(texts.size() >= 14);
            check_apart(texts);
        }
}

} // namespace foyer
