// A picture without its light.
#include <algorithm>

#include "scanner/flatten.h"
#include "tests/catch.h"

namespace foyer {
namespace {

// Stripes 8 pixels wide, dark and light, on a ground whose light the test decides.
template <class Light>
Frame stripes(int width, int height, Light light) {
    Frame frame;
    frame.width = frame.stride = width;
    frame.height = height;
    frame.pixels.resize(static_cast<std::size_t>(width * height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            frame.pixels[static_cast<std::size_t>(y * width + x)] =
                static_cast<std::uint8_t>(light(x) * (x / 8 % 2 == 0 ? 0.4 : 1.0));
    return frame;
}

TEST_CASE("Stripes in deep shade and in bright light look alike without it") {
    const Frame frame = stripes(640, 400, [](int x) { return x < 320 ? 40 : 250; });
    Bytes storage;
    const GreyView flat = flattened(frame.view(), 20, storage);
    for (const int x : {100, 500}) { // in the middle of a dark stripe, and of the light one beside it
        const int dark = x / 16 * 16 + 4, light = dark + 8;
        CHECK(flat.row(200)[dark] < 100);
        CHECK(flat.row(200)[light] > 156);
    }
}

TEST_CASE("A picture of one shade stays one, and the smallest is no trouble") {
    Frame frame = stripes(64, 64, [](int) { return 0; });
    std::ranges::fill(frame.pixels, std::uint8_t{77});
    Bytes storage;
    const GreyView flat = flattened(frame.view(), 20, storage);
    for (const auto pixel : storage) CHECK(pixel == 128);
    CHECK(flat.width == 64);
    Frame dot = stripes(1, 1, [](int) { return 9; });
    CHECK(flattened(dot.view(), 40, storage).row(0)[0] == 128);
}

} // namespace
} // namespace foyer
