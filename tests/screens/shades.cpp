// A summit's own colours and sign on the screens.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

#include "kiosk/screens/shades.h"
#include "kiosk/screens/window.h"
#include "kiosk/text/logo.h"
#include "tests/catch.h"

namespace foyer {
namespace {

int number(Colour colour) { return colour.red << 16 | colour.green << 8 | colour.blue; }

bool is_same(const theme::Ground& a, const theme::Ground& b) {
    return a.top == b.top && a.bottom == b.bottom && a.panel == b.panel && a.pill == b.pill && a.border == b.border &&
           a.second == b.second && a.mark == b.mark;
}

} // namespace

TEST_CASE("a summit without colours of its own has Foyer's") {
    const Shades shades = shades_of({});
    CHECK(is_same(shades.night, theme::night));
    CHECK(shades.forum(1) == theme::forums[1]);
    CHECK(shades.forum(-1) == theme::plenary);
}

TEST_CASE("words can be read on the ground of any colour that a summit may choose") {
    for (int hue = 0; hue < 360; hue += 5)
        for (const double lightness : {0.1, 0.5, 0.9}) {
            const int colour = colour_of({lightness, 0.2, static_cast<double>(hue)});
            const theme::Ground night = shades_of({colour, {}, {}}).night;
            INFO(std::hex << colour);
            for (const Colour ground : {night.top, night.bottom, night.panel}) {
                CHECK(contrast(number(ground), 0xFFFFFF) >= 7);
                CHECK(contrast(number(ground), number(night.second)) >= 5.9);
            }
            CHECK(contrast(number(night.pill), 0xFFFFFF) >= 5);
            CHECK(contrast(number(night.bottom), number(night.border)) >= 3);
            CHECK(contrast(number(night.mark), 0xFFFFFF) >= 4.5);
        }
}

TEST_CASE("a sign is as high as it may be, or as wide, and what is no picture is none") {
    const Picture picture{400, 100, std::vector<std::uint8_t>(4 * 400 * 100, 200)};
    const std::string file = "/tmp/foyer-sign-" + std::to_string(::getpid()) + ".png";
    REQUIRE(write_png(picture, file));
    std::ifstream in(file, std::ios::binary);
    const Bytes png{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove(file);
    const auto high = make_logo(png, 50, 1000), wide = make_logo(png, 50, 100);
    REQUIRE(high);
    REQUIRE(wide);
    CHECK((high->width == 200 && high->height == 50));
    CHECK((wide->width == 100 && wide->height == 25));
    CHECK(high->pixels.size() == 4 * 200 * 50);
    CHECK_FALSE(make_logo(ByteView(png).first(60), 50, 100));
    CHECK_FALSE(make_logo({}, 50, 100));
}

} // namespace foyer
