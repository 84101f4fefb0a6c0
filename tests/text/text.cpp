#include "kiosk/text/text.h"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "kiosk/text/png.h"
#include "tests/catch.h"

namespace foyer {
namespace {

TextStyle style(const Language& language, double size = 40, double width = 0, int lines = 1) {
    TextStyle made;
    made.language = language;
    made.size_px = size;
    made.width_max = width;
    made.lines_max = lines;
    return made;
}

std::size_t ink(const TextBitmap& bitmap) {
    return static_cast<std::size_t>(
        std::count_if(bitmap.pixels.begin(), bitmap.pixels.end(), [](auto p) { return p > 64; }));
}

// How many columns of pixels have no ink between the first and the last that have: joined letters leave none.
int gaps(const TextBitmap& bitmap) {
    int empty = 0;
    for (int x = 2; x < bitmap.width - 2; ++x) {
        bool any = false;
        for (int y = 0; y < bitmap.height; ++y)
            any |= bitmap.pixels[static_cast<std::size_t>(y * bitmap.width + x)] > 32;
        empty += !any;
    }
    return empty;
}

} // namespace

TEST_CASE("a line of text is as high as its line height says, and widths scale with the size") {
    Typesetter typesetter;
    const auto small = typesetter.measure("Gemeinsame Labore", style("de", 40));
    const auto large = typesetter.measure("Gemeinsame Labore", style("de", 80));
    CHECK(small.height == Approx(40 * 1.25).margin(1));
    CHECK(large.width == Approx(2 * small.width).epsilon(0.01));
    CHECK(small.lines == 1);
    CHECK_FALSE(small.cut);
    CHECK(typesetter.measure("", style("de")).width == 0);
}

TEST_CASE("bold is wider than regular") {
    Typesetter typesetter;
    auto bold = style("en");
    bold.weight = Weight::bold;
    CHECK(typesetter.measure("Welcome", bold).width > typesetter.measure("Welcome", style("en")).width * 1.02);
}

TEST_CASE("Arabic letters are joined, and its line box grows where its ink needs more") {
    Typesetter typesetter;
    const auto joined = typesetter.render("بيت", style("ar", 80), {});
    const auto isolated = typesetter.render("ب ي ت", style("ar", 80), {});
    CHECK(ink(joined) > 100);
    CHECK(gaps(joined) < gaps(isolated));
    auto tight = style("ar", 80);
    tight.line_height = 0.9;
    CHECK(typesetter.measure("إِيَّٰكَ", tight).height > 80 * 0.9 + 4);
}

TEST_CASE("names in the scripts that guests bring have no unknown glyphs, and a character of no font is counted") {
    Typesetter typesetter;
    const auto name =
        GENERATE(std::array<const char*, 2>{"zh", "沐晴川"}, std::array<const char*, 2>{"ko", "한서윤"},
                 std::array<const char*, 2>{"ja", "はるか"}, std::array<const char*, 2>{"ru", "Тимур Равников"},
                 std::array<const char*, 2>{"ar", "نور القمري"}, std::array<const char*, 2>{"he", "נועה"},
                 std::array<const char*, 2>{"th", "น้ำผึ้ง"}, std::array<const char*, 2>{"hi", "क्षितिज"},
                 std::array<const char*, 2>{"vi", "Nguyễn Thị Ánh"});
    INFO(name[0]);
    CHECK(typesetter.unknown_glyphs(name[1], name[0]) == 0);
    CHECK(ink(typesetter.render(name[1], style(name[0]), {})) > 50);
    CHECK(typesetter.unknown_glyphs(std::string(name[1]) + "\U0010FF00", name[0]) == 1);
}

TEST_CASE("a Han character takes the form of its reader") {
    Typesetter typesetter;
    const auto chinese = typesetter.render("骨直令", style("zh", 96), {}),
               japanese = typesetter.render("骨直令", style("ja", 96), {});
    CHECK(chinese.pixels != japanese.pixels);
}

TEST_CASE("emoji keep their colours, and take the text's colour beside them") {
    Typesetter typesetter;
    const auto plain = typesetter.render("Camille", style("fr"), {255, 0, 0});
    CHECK_FALSE(plain.coloured);
    CHECK(plain.pixels.size() == static_cast<std::size_t>(plain.width * plain.height));
    const auto rocket = typesetter.render("A🚀", style("fr", 80), {255, 0, 0});
    REQUIRE(rocket.coloured);
    CHECK(rocket.pixels.size() == static_cast<std::size_t>(4 * rocket.width * rocket.height));
    bool red = false, other = false;
    for (std::size_t i = 0; i + 3 < rocket.pixels.size(); i += 4) {
        if (rocket.pixels[i + 3] < 250) continue;
        const bool is_red = rocket.pixels[i] > 250 && rocket.pixels[i + 1] < 5 && rocket.pixels[i + 2] < 5;
        (is_red ? red : other) = true;
    }
    CHECK(red);
    CHECK(other);
}

TEST_CASE("lines come out even, so that no word stands alone") {
    Typesetter typesetter;
    const std::string text = "Hold your QR code in front of the camera";
    const double one = typesetter.measure(text, style("en", 40)).width;
    auto two = style("en", 40, one * 0.95, 2);
    two.breaks = Breaks::greedy;
    const auto greedy = typesetter.measure(text, two);
    two.breaks = Breaks::balanced;
    const auto balanced = typesetter.measure(text, two);
    CHECK(greedy.lines == 2);
    CHECK(balanced.lines == 2);
    CHECK(greedy.width > one * 0.8); // "camera" alone on the second line
    CHECK(balanced.width < one * 0.65);
}

TEST_CASE("what is bound by a no-break space or hyphen stays on one line") {
    Typesetter typesetter;
    const double bound = typesetter.measure("level\u00a02", style("en")).width;
    const auto kept = typesetter.measure("on level\u00a02", style("en", 40, bound * 1.02, 3));
    CHECK(kept.lines == 2); // "on" / "level 2"
    CHECK(kept.width == Approx(bound).margin(1));
    const double code = typesetter.measure("QR\u2011Code", style("de")).width;
    CHECK(typesetter.measure("Ihr QR\u2011Code", style("de", 40, code * 1.02, 3)).lines == 2);
}

TEST_CASE("Chinese breaks after punctuation when there is some near the middle") {
    Typesetter typesetter;
    const std::string first = "安静工厂：", second = "会听的传感器";
    const double whole = typesetter.measure(first + second, style("zh")).width;
    const auto set = typesetter.measure(first + second, style("zh", 40, whole * 0.9, 2));
    CHECK(set.lines == 2);
    CHECK_FALSE(set.cut);
    CHECK(set.width == Approx(typesetter.measure(second, style("zh")).width).margin(2));
    CHECK(set.unknown_glyphs == 0);
}

TEST_CASE("what does not fit ends in an ellipsis and says so") {
    Typesetter typesetter;
    const auto cut = typesetter.measure("A very long title that will not fit here", style("en", 40, 300));
    CHECK(cut.cut);
    CHECK(cut.width <= 301);
    CHECK(cut.lines == 1);
    const auto word = typesetter.measure("Werkstoffforschungszentrum", style("de", 40, 200, 3));
    CHECK(word.cut); // broken within: shrink it first
    CHECK(word.width <= 201);
}

TEST_CASE("a text shrinks until it fits whole, and not below the floor") {
    Typesetter typesetter;
    auto asked = style("de", 104, 700);
    asked.weight = Weight::bold;
    const std::string name = "Anneliese Falkenrath";
    const double size = typesetter.fitting_size(name, asked, 40);
    CHECK(size < 104);
    CHECK(size > 40);
    asked.size_px = size;
    CHECK_FALSE(typesetter.measure(name, asked).cut);
    CHECK(typesetter.fitting_size("Anna", style("de", 104, 700), 40) == 104);
    CHECK(typesetter.fitting_size(name + name + name, style("de", 104, 300), 40) == 40);
}

TEST_CASE("the largest size that fills a box fits it, and one twentieth more does not") {
    Typesetter typesetter;
    auto asked = style("en", 10, 500, 2);
    const std::string name = "Eleanor Whitcombe-Harrington";
    const double size = typesetter.largest_size(name, asked, 160, 8, 200);
    asked.size_px = size;
    const auto fits = typesetter.measure(name, asked);
    CHECK_FALSE(fits.cut);
    CHECK(fits.height <= 161);
    asked.size_px = size * 1.05;
    const auto over = typesetter.measure(name, asked);
    CHECK((over.cut || over.height > 160));
}

TEST_CASE("drawing on a page gives the same size as measuring, at any place") {
    Typesetter typesetter;
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 400, 200);
    auto* cairo = cairo_create(surface);
    const auto asked = style("ar", 40, 380, 2);
    const auto drawn = typesetter.draw(cairo, "مختبرات مشتركة", asked, 10, 20);
    const auto measured = typesetter.measure("مختبرات مشتركة", asked);
    CHECK(drawn.width == measured.width);
    CHECK(drawn.height == measured.height);
    CHECK(cairo_status(cairo) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

TEST_CASE("bytes that are no UTF-8 are drawn as something, and nothing breaks") {
    Typesetter typesetter;
    const std::string broken("Dr \xff\xfe\xc3 No\0el", 12);
    const auto bitmap = typesetter.render(broken, style("en", 40, 200, 2), {});
    CHECK(bitmap.size.height > 0);
}

TEST_CASE("a picture survives being written and read, and a missing one is named") {
    Picture picture{2, 2, {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 10, 20, 30, 255}};
    const std::string path = "/tmp/foyer-test-" + std::to_string(std::rand()) + ".png";
    REQUIRE(write_png(picture, path));
    const auto back = read_png(path);
    REQUIRE(back);
    CHECK(back->rgba == picture.rgba);
    std::remove(path.c_str());
    const auto none = read_png(path);
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == FaultKind::not_found);
    CHECK(none.error().detail.find(path) != std::string::npos);
    CHECK_FALSE(write_png(picture, "/nowhere/at/all.png"));
}

} // namespace foyer
