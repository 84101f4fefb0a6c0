// A camera's picture judged by itself, on badges as a camera would see them.
#include "scanner/camera_check.h"

#include "scanner/module_size.h"
#include "scanner/reader.h"
#include "tests/catch.h"
#include "tests/scanner/scene.h"

namespace foyer {
namespace {

using test::photograph;
using test::Scene;

const std::string badge = "X22222222222222N";

CameraCheck check(const Scene& scene) {
    const Frame frame = photograph(scene);
    const auto reading = read_still(frame, "test");
    return check_picture(frame.view(), reading ? pixels_per_module(frame.view(), reading->corners) : std::nullopt);
}

Frame lit(const Scene& scene, double times, double plus) {
    Frame frame = photograph(scene);
    for (auto& pixel : frame.pixels) pixel = static_cast<std::uint8_t>(std::clamp(pixel * times + plus, 0.0, 255.0));
    return frame;
}

TEST_CASE("A badge in good light, near and sharp enough, is good") {
    const auto seen = check({.text = badge, .blur = 1, .noise = 4});
    CHECK(advise(seen) == CameraAdvice::good);
    CHECK(seen.mean == Approx(125).margin(15));
    CHECK(seen.dark < 0.1);
    CHECK(seen.clipped < 0.01);
    REQUIRE(seen.sharpness);
    CHECK(*seen.sharpness > 0.25);
    REQUIRE(seen.pixels_per_module);
    CHECK(*seen.pixels_per_module == Approx(6).margin(0.3));
}

TEST_CASE("Exposure is told: the mean, and what is as good as black or white") {
    const Scene scene{.text = badge};
    const auto dim = check_picture(lit(scene, 0.1, 0).view(), {}),
               glaring = check_picture(lit(scene, 1, 100).view(), {});
    CHECK(dim.mean < 20);
    CHECK(dim.dark > 0.8);
    CHECK(advise(dim) == CameraAdvice::too_dark);
    CHECK(glaring.clipped > 0.05);
    CHECK(glaring.mean > 205);
    CHECK(advise(glaring) == CameraAdvice::too_bright);
    Frame half_white = photograph(scene); // a window behind the guest
    for (std::size_t i = 0; i < half_white.pixels.size() / 3; ++i) half_white.pixels[i] = 255;
    CHECK(check_picture(half_white.view(), {}).clipped == Approx(1.0 / 3).margin(0.01));
    CHECK(advise(check_picture(half_white.view(), {})) == CameraAdvice::too_bright);
}

TEST_CASE("Sharpness falls with blur, whatever the noise, the contrast and the size of the code") {
    const double noise = GENERATE(0.0, 4.0, 10.0), contrast = GENERATE(1.0, 0.6), module = GENERATE(4.0, 8.0);
    CAPTURE(noise, contrast, module);
    double last = 1.1;
    for (const int blur : {0, 1, 2, 3}) {
        const auto sharpness = sharpness_of(
            photograph({.text = badge, .module = module, .blur = blur, .noise = noise, .contrast = contrast}).view());
        CAPTURE(blur, sharpness.value_or(-1));
        if (!sharpness) { // nothing is left of its edges
            CHECK(blur == 3);
            break;
        }
        CHECK(*sharpness < last);
        last = *sharpness;
        if (blur == 0) CHECK(*sharpness > 0.6);
        if (blur == 1) CHECK(*sharpness > 0.2);
        if (blur == 3) CHECK(*sharpness < 0.2);
    }
}

TEST_CASE("A picture out of focus is told from a dark one and from one without anything in it") {
    CHECK(advise(check({.text = badge, .blur = 4, .noise = 3})) == CameraAdvice::out_of_focus);
    const auto wall = check({.text = "", .width = 320, .height = 240, .module = 200, .noise = 3});
    CHECK_FALSE(wall.sharpness);
    CHECK_FALSE(wall.pixels_per_module);
    CHECK(check_picture({}, {}) == CameraCheck{});
}

TEST_CASE("A code too far away asks to come closer") {
    const auto far = check({.text = badge, .module = 2.5});
    REQUIRE(far.pixels_per_module);
    CHECK(*far.pixels_per_module == Approx(2.5).margin(0.2));
    CHECK(advise(far) == CameraAdvice::move_closer);
}

TEST_CASE("The modules of a code are counted, whatever its version, size, turn and tilt") {
    const auto length = GENERATE(16U, 40U, 90U, 180U, 400U);
    const double module = GENERATE(3.0, 5.0), roll = GENERATE(0.0, 37.0, 180.0), tilt = GENERATE(0.0, 20.0);
    CAPTURE(length, module, roll, tilt);
    const Frame frame = photograph({.text = std::string(length, 'a'),
                                    .width = 900,
                                    .height = 900,
                                    .module = module,
                                    .roll = roll,
                                    .tilt = tilt,
                                    .blur = 1,
                                    .noise = 4});
    const auto reading = read_still(frame, "test");
    if (!reading) return; // too small for the decoder: nothing is claimed about it
    // Version at ECC M in byte mode: 16 -> 2, 40 -> 3, 90 -> 6, 180 -> 9, 400 -> 15.
    const int wanted = length == 16 ? 25 : length == 40 ? 29 : length == 90 ? 41 : length == 180 ? 53 : 77;
    CHECK(modules_of(frame.view(), reading->corners) == wanted);
    CHECK(pixels_per_module(frame.view(), reading->corners).value() == Approx(module).epsilon(0.12));
}

TEST_CASE("Where there is no code, or half of one, no modules are counted and nothing is read outside of the picture") {
    const Frame frame = test::clutter(400, 300, 7);
    CHECK_FALSE(modules_of(frame.view(), {{{10, 10}, {10, 10}, {10, 10}, {10, 10}}}));
    CHECK_FALSE(modules_of(frame.view(), {{{-900, -900}, {-500, -900}, {-500, -500}, {-900, -500}}}));
    CHECK_FALSE(modules_of({}, {}));
    (void)modules_of(frame.view(), {{{-50, 20}, {5000, -30}, {460, 340}, {1e9F, -1e9F}}});
}

} // namespace
} // namespace foyer
