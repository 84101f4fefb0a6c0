// What stands still is not looked at again and again; what comes, or has just been read, is.
#include "scanner/picture.h"
#include "scanner/reader.h"
#include "scanner/sightings.h"
#include "scanner/stillness.h"
#include "tests/catch.h"
#include "tests/scanner/scene.h"

namespace foyer {
namespace {

Frame noisy(unsigned seed, double x = 0.5) {
    return test::photograph({.text = "X22222222222222N", .x = x, .noise = 6, .seed = seed});
}

int due_frames(Stillness& stillness, int frames, unsigned seed) {
    int due = 0;
    for (int i = 0; i < frames; ++i) {
        const Frame frame = noisy(seed + static_cast<unsigned>(i));
        stillness.look(frame.view());
        due += stillness.is_due(320, 240);
    }
    return due;
}

TEST_CASE("What stands still is due for twelve frames, then in one of six, at last in one of 96") {
    Stillness stillness;
    CHECK(due_frames(stillness, 12, 1) == 12);
    const int soon = due_frames(stillness, 48, 13);
    CHECK(soon >= 5);
    CHECK(soon <= 8);
    CHECK(stillness.all_still_for(50));
    CHECK_FALSE(stillness.all_still_for(75));
    CHECK(due_frames(stillness, 300, 61) <= 14);
    CHECK(stillness.all_still_for(300));
    CHECK(due_frames(stillness, 192, 361) == 2);
}

TEST_CASE("Noise does not make a scene move, and a badge by some pixels does") {
    Stillness stillness;
    (void)due_frames(stillness, 340, 1);
    CHECK(stillness.all_still_for(300));
    const Frame moved = noisy(999, 0.5 + 6.0 / 640);
    stillness.look(moved.view());
    CHECK(stillness.is_due(320, 240));
    CHECK_FALSE(stillness.all_still_for(300));
    CHECK_FALSE(stillness.is_due(20, 20));
}

TEST_CASE("A code that only a hard look reads is one sighting for as long as it lies there, and gone when it goes") {
    const auto frame = read_picture(std::filesystem::path(FOYER_SOURCE_DIR) / "tests/pictures/glaring/02.jpg");
    REQUIRE(frame);
    Reader reader;
    Sightings sightings;
    int readings = 0, sighted = 0;
    Frame next = *frame;
    const auto show = [&](int number) {
        next.captured = SteadyTime{std::chrono::milliseconds{33 * number}};
        const auto reading = reader.read(next);
        readings += reading.has_value();
        sighted += reading && sightings.is_new(*reading);
        return reading.has_value();
    };
    for (int i = 0; i < 600; ++i) (void)show(i);
    CHECK(sighted == 1);
    CHECK(readings > 300);
    next = test::clutter(frame->width, frame->height, 5);
    for (int i = 600; i < 1000; ++i) CHECK_FALSE(show(i));
}

TEST_CASE("Frames of another size, and ones smaller than a block, begin anew") {
    Stillness stillness;
    (void)due_frames(stillness, 40, 1);
    const Frame wider = test::clutter(800, 600, 3), tiny = test::clutter(9, 9, 4);
    stillness.look(wider.view());
    CHECK(stillness.is_due(400, 300));
    stillness.look(tiny.view());
    CHECK_FALSE(stillness.anything_due());
    CHECK_FALSE(stillness.is_due(4, 4));
}

TEST_CASE("A badge that comes into a scene that has stood still for long is read in its first frame") {
    Reader reader;
    const Frame nobody = test::clutter(640, 480, 5);
    for (int i = 0; i < 400; ++i) CHECK_FALSE(reader.read(nobody));
    const Frame badge = test::photograph({.text = "X22222222222222N"});
    CHECK(reader.read(badge));
}

TEST_CASE("A badge that lies still goes on being read, frame by frame, so that it is one sighting") {
    Reader reader;
    Frame frame = test::photograph({.text = "X22222222222222N"});
    for (int i = 0; i < 400; ++i) {
        frame.captured = SteadyTime{std::chrono::milliseconds{33 * i}};
        CHECK(reader.read(frame));
    }
}

} // namespace
} // namespace foyer
