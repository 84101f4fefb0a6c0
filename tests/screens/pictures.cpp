// Every screen as a picture, beside the approved one. FOYER_APPROVE=1 takes what is drawn now as approved;
// FOYER_PICTURES=DIR writes the pictures in full size, to be looked at.
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "kiosk/screens/glass.h"
#include "kiosk/screens/window.h"
#include "tests/app/longer_words.h"
#include "tests/catch.h"
#include "tests/scenes/scenes.h"
#include "tests/screens/camera_frame.h"
#include "tests/screens/display.h"
#include "tests/screens/small_picture.h"

namespace foyer {

using tests::scene;

namespace {

struct Shape {
    const char* name;
    int width, height;
};
constexpr Shape portrait{"portrait", 1080, 1920}, landscape{"landscape", 1920, 1080};

Picture paint(Window& window, Glass& glass, const CurrentView& view) {
    const auto frame = camera_frame();
    glass.set_preview(frame.width, frame.height, frame.width, frame.grey.data());
    window.wait(0);
    window.begin_frame();
    (void)glass.show(view, window.width(), window.height());
    return window.end_frame_with_picture();
}

// Cells of about 20 by 20 pixels of the full picture, as mean red, green and blue: what remains is layout, colours and
// where there is how much ink. Fonts of another release may shift a word by some pixels; a cell forgives that.
std::vector<double> cells(const Picture& small) {
    constexpr int side = 5;
    std::vector<double> means;
    for (int y = 0; y + side <= small.height; y += side)
        for (int x = 0; x + side <= small.width; x += side)
            for (int channel = 0; channel < 3; ++channel) {
                int sum = 0;
                for (int dy = 0; dy < side; ++dy)
                    for (int dx = 0; dx < side; ++dx)
                        sum += small.rgba[static_cast<std::size_t>(4 * ((y + dy) * small.width + x + dx) + channel)];
                means.push_back(sum / static_cast<double>(side * side));
            }
    return means;
}

struct Difference {
    double mean, share_far; // mean difference of a cell (0..255); share of cells more than 48 apart
};

Difference compare(const Picture& a, const Picture& b) {
    const auto left = cells(a), right = cells(b);
    if (left.size() != right.size()) return {255, 1};
    double sum = 0, far = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const double apart = std::abs(left[i] - right[i]);
        sum += apart;
        far += apart > 48;
    }
    return {sum / static_cast<double>(left.size()), far / static_cast<double>(left.size())};
}

std::filesystem::path approved(const std::string& name) {
    return std::filesystem::path(FOYER_SOURCE_DIR) / "tests/screens/approved" / (name + ".png");
}

// All pictures of one shape side by side, a quarter as wide: to be looked at in one go.
class Sheet {
public:
    void add(const Picture& small) { pictures_.push_back(small); }
    void write(const std::string& name) const {
        if (const auto* folder = std::getenv("FOYER_PICTURES"))
            REQUIRE(write_png(whole(), std::string(folder) + "/sheet-" + name + ".png"));
    }

private:
    [[nodiscard]] Picture whole() const {
        constexpr int gap = 12;
        const int wide = pictures_.front().width + gap, tall = pictures_.front().height + gap;
        const int columns = wide > tall ? 5 : 9, rows = (static_cast<int>(pictures_.size()) + columns - 1) / columns;
        Picture sheet{columns * wide + gap, rows * tall + gap, {}};
        sheet.rgba.assign(static_cast<std::size_t>(4 * sheet.width * sheet.height), 255);
        for (int i = 0; i < static_cast<int>(pictures_.size()); ++i)
            put(sheet, pictures_[static_cast<std::size_t>(i)], gap + i % columns * wide, gap + i / columns * tall);
        return sheet;
    }
    static void put(Picture& sheet, const Picture& one, int x, int y) {
        for (int row = 0; row < one.height; ++row)
            std::copy_n(one.rgba.begin() + static_cast<std::ptrdiff_t>(4 * row * one.width), 4 * one.width,
                        sheet.rgba.begin() + static_cast<std::ptrdiff_t>(4 * ((y + row) * sheet.width + x)));
    }
    std::vector<Picture> pictures_;
};

void check(const std::string& name, const Picture& picture, Sheet& sheet) {
    const auto small = halved(halved(picture));
    if (const auto* folder = std::getenv("FOYER_PICTURES")) {
        std::filesystem::create_directories(folder);
        REQUIRE(write_png(picture, std::string(folder) + "/" + name + ".png"));
        sheet.add(small);
    }
    if (std::getenv("FOYER_APPROVE")) {
        std::filesystem::create_directories(approved(name).parent_path());
        REQUIRE(keep(coarse(small), approved(name)));
        return;
    }
    const auto wanted = read_png(approved(name));
    INFO(name);
    REQUIRE(wanted);
    const auto [mean, share_far] = compare(*wanted, coarse(small));
    INFO("mean difference " << mean << ", cells far off " << share_far * 100 << " %");
    // Approved with Debian 12's fonts; those of 13 move rows by a pixel: up to 3.2 and 1.95 %. A button more is 5.5.
    CHECK(mean < 4.0);
    CHECK(share_far < 0.025);
}

// Of every scene in one language, upright and lying.
void check_all(const Language& language) {
    Display display;
    for (const auto& shape : {portrait, landscape}) {
        auto window = Window::open({WindowOptions::Place::hidden, shape.width, shape.height, "pictures"});
        INFO((window ? "" : window.error().detail));
        REQUIRE(window);
        Glass glass((*window)->textures());
        Sheet sheet;
        for (const auto& shown : tests::scenes_in({language}))
            check(shown.name + "-" + shape.name, paint(**window, glass, shown.view), sheet);
        sheet.write(language + "-" + shape.name);
    }
}

} // namespace

TEST_CASE("every screen looks as it was approved") { check_all("en"); }
TEST_CASE("every screen looks as it was approved, in Chinese", "[.][slow]") { check_all("zh"); }
TEST_CASE("every screen looks as it was approved, in Arabic", "[.][slow]") { check_all("ar"); }

// To be looked at: whatever is cut, or has no accents, shows. Nothing of it is approved, as every new word changes it.
TEST_CASE("pictures of every screen in a made-up language, longer than any", "[.]") {
    const auto* folder = std::getenv("FOYER_PICTURES");
    if (!folder) return;
    std::filesystem::create_directories(folder);
    Display display;
    for (const auto& shape : {portrait, landscape}) {
        auto window = Window::open({WindowOptions::Place::hidden, shape.width, shape.height, "pictures"});
        REQUIRE(window);
        Glass glass((*window)->textures());
        Sheet sheet;
        for (const auto& shown : tests::scenes_in({tests::longer_english})) {
            const Picture picture = paint(**window, glass, shown.view);
            REQUIRE(write_png(picture, std::string(folder) + "/" + shown.name + "-" + shape.name + ".png"));
            sheet.add(halved(halved(picture)));
        }
        sheet.write(std::string{tests::longer_english} + "-" + shape.name);
    }
}

TEST_CASE("no picture is approved that nobody makes") {
    std::set<std::string> made;
    for (const auto& shown : tests::scenes_in({"en", "zh", "ar"}))
        for (const auto& shape : {portrait, landscape}) made.insert(shown.name + "-" + shape.name);
    for (const auto& file : std::filesystem::directory_iterator(approved("").parent_path())) {
        const std::string name = file.path().stem();
        INFO(name);
        CHECK((made.contains(name) || name.starts_with("look-")));
    }
}

TEST_CASE("a summit's own colours and sign look as they were approved") {
    Display display;
    std::ifstream file(std::filesystem::path(FOYER_SOURCE_DIR) / "assets/summits/small/logo.png", std::ios::binary);
    const SummitLook look{0x7A3E9D, {0x7A3E9D, 0x0B6B78}, {std::istreambuf_iterator<char>(file), {}}};
    for (const auto& shape : {portrait, landscape}) {
        auto window = Window::open({WindowOptions::Place::hidden, shape.width, shape.height, "pictures"});
        REQUIRE(window);
        Glass glass((*window)->textures());
        glass.set_look(look);
        Sheet sheet;
        const auto is = [&](const std::string& name, const CurrentView& view) {
            check("look-" + name + "-" + shape.name, paint(**window, glass, view), sheet);
        };
        is("waiting", scene("waiting"));
        is("waiting-ar", scene("waiting", "ar"));
        is("programme", scene("programme"));
        is("verdict", scene("verdict-welcome"));
    }
}

TEST_CASE("a picture of another screen, or of the same screen in another tongue, is told apart") {
    Display display;
    auto window = Window::open({WindowOptions::Place::hidden, 540, 960, "pictures"});
    REQUIRE(window);
    Glass glass((*window)->textures());
    const auto small = [&](const CurrentView& view) { return halved(paint(**window, glass, view)); };
    const auto one = small(scene("verdict-welcome"));
    const auto other_words = compare(one, small(scene("verdict-welcome", "zh")));
    const auto other_kind = compare(one, small(scene("verdict-wrong-room")));
    const auto same = compare(one, small(scene("verdict-welcome")));
    CHECK(other_words.share_far > 0.02);
    CHECK(other_kind.mean > 3.0);
    CHECK(same.mean == 0);
}

TEST_CASE("without a display, opening a window says so instead of failing silently") {
    const auto* before = std::getenv("DISPLAY");
    const std::optional<std::string> kept = before ? std::optional<std::string>(before) : std::nullopt;
    setenv("DISPLAY", ":4999", 1);
    const auto window = Window::open({WindowOptions::Place::hidden, 320, 240, "none"});
    REQUIRE_FALSE(window);
    CHECK(window.error().kind == FaultKind::device);
    CHECK(window.error().detail.find("display") != std::string::npos);
    if (kept)
        setenv("DISPLAY", kept->c_str(), 1);
    else
        unsetenv("DISPLAY");
}

} // namespace foyer
