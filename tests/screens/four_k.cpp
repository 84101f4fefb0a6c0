// A screen of 3840 x 2160 or 2160 x 3840 shows what one of half as many pixels each way does, twice as fine.
#include "kiosk/screens/glass.h"
#include "tests/catch.h"
#include "tests/scenes/scenes.h"
#include "tests/screens/drawn_texts.h"
#include "tests/screens/no_window.h"

namespace foyer {
namespace {

struct Shape {
    int width, height;
};
constexpr Shape upright{1080, 1920}, lying{1920, 1080};

// ImGui knows one window at a time: all of one screen, then all of the other.
std::vector<std::vector<DrawnTexts::Piece>> drawn_on(Shape shape, const std::vector<tests::Shown>& all) {
    DrawnTexts screen(shape.width, shape.height);
    std::vector<std::vector<DrawnTexts::Piece>> drawn;
    for (const auto& sample : all) drawn.push_back(screen.pieces_of(sample.view));
    return drawn;
}

// How many texts are set when all of these have been shown once and are shown again.
std::size_t set_anew(Shape shape, const std::vector<CurrentView>& views) {
    const NoWindow window(shape.width, shape.height);
    NoTextures textures;
    Glass glass(textures);
    std::size_t misses = 0;
    for (int round = 0; round < 2; ++round) {
        misses = glass.texts().misses;
        for (const CurrentView& view : views) {
            ImGui::NewFrame();
            (void)glass.show(view, shape.width, shape.height);
            ImGui::Render();
        }
    }
    return glass.texts().misses - misses;
}

} // namespace

TEST_CASE("on a screen of twice as many pixels each way everything stands at the same place, twice as large") {
    const auto shape = GENERATE(upright, lying);
    const auto all = tests::scenes_in({"en", "ar"});
    const auto usual = drawn_on(shape, all), fine = drawn_on({2 * shape.width, 2 * shape.height}, all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].name << ", " << shape.width << " x " << shape.height);
        REQUIRE(usual[i].size() == fine[i].size());
        for (std::size_t j = 0; j < usual[i].size(); ++j) {
            const Rect &a = usual[i][j].box, &b = fine[i][j].box;
            INFO("at " << a.x << " " << a.y << ", " << a.width << " x " << a.height);
            constexpr float apart = 6; // letters are set in whole pixels, and a long line has many of them
            // Words that do not fit shrink by steps of 8 %, in whole pixels: finer where there are more of them.
            const float across =
                usual[i][j].kind == DrawnTexts::Piece::Kind::text ? std::max(apart, 0.09f * a.width) : apart;
            CHECK(usual[i][j].kind == fine[i][j].kind);
            CHECK(std::abs(b.x / 2 - a.x) <= across);
            CHECK(std::abs(b.y / 2 - a.y) <= apart);
            CHECK(std::abs(b.end() / 2 - a.end()) <= across);
            CHECK(std::abs(b.bottom() / 2 - a.bottom()) <= apart);
        }
    }
}

TEST_CASE("a large screen keeps the texts of as many screens as a small one, and sets none anew") {
    std::vector<CurrentView> visit; // a busy quarter of an hour, with staff
    for (const auto& sample : tests::scenes_in({"en", "zh"}))
        if (visit.size() < 24) visit.push_back(sample.view);
    CHECK(set_anew(upright, visit) == 0);
    CHECK(set_anew({2160, 3840}, visit) == 0);
}

} // namespace foyer
