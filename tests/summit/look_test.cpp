// A summit's colours: whatever is wished for, what is painted can be read and is taken for no answer.
#include <cmath>

#include "sync/summit/look.h"
#include "sync/summit/payload.h"
#include "tests/catch.h"

using namespace foyer;

namespace {

template <class With>
void each_colour(With with) {
    for (int red = 0; red <= 255; red += 17)
        for (int green = 0; green <= 255; green += 17)
            for (int blue = 0; blue <= 255; blue += 17) with(red << 16 | green << 8 | blue);
}

} // namespace

TEST_CASE("contrast is WCAG's") {
    CHECK(contrast(0x000000, 0xFFFFFF) == Approx(21));
    CHECK(contrast(0x777777, 0xFFFFFF) == Approx(4.48).margin(0.01));
    CHECK(contrast(0xFFFFFF, 0x777777) == contrast(0x777777, 0xFFFFFF));
}

TEST_CASE("a colour comes back from its tone as it was") {
    each_colour([](int colour) {
        const int again = colour_of(tone_of(colour));
        for (const int shift : {0, 8, 16})
            if (std::abs((again >> shift & 0xFF) - (colour >> shift & 0xFF)) > 1) FAIL("not " << colour);
    });
}

TEST_CASE("a tone that no screen has is shown as strong as it can be, in its hue") {
    const Tone shown = tone_of(colour_of({0.5, 0.5, 260}));
    CHECK(shown.chroma > 0.15);
    CHECK(shown.hue == Approx(260).margin(3));
}

TEST_CASE("white words can be read on whatever is painted, and only answers are red, amber or green") {
    each_colour([](int wished) {
        const int colour = painted(wished);
        const Tone tone = tone_of(colour);
        if (contrast(colour, 0xFFFFFF) < 5) FAIL(wished << " cannot be read on");
        if (tone.hue > 10 && tone.hue < 170 && tone.chroma > 0.045) FAIL(wished << " looks like an answer");
    });
}

TEST_CASE("a colour that needs no correction is painted as it is") {
    for (const int colour : {0x0B6B78, 0x1F5FAF, 0x4B4BB0, 0x7A3E9D, 0x9C2F6B, 0x222222})
        CHECK(painted(colour) == colour);
}

TEST_CASE("an older version's summit has no look of its own") {
    Summit summit{{}, {}, {}, "UTC", Milliseconds{0}, {}, {}, {"en"}};
    summit.look = {0x0B6B78, {0x1F5FAF, 0x7A3E9D}, {1, 2, 3}};
    Bytes encoded = encode(Payload{summit});
    CHECK(std::get<Summit>(decode_payload(Kind::summit, encoded).value()) == summit);
}
