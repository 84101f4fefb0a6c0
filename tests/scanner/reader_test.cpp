#include "scanner/reader.h"

#include <ctime>

#include "tests/catch.h"
#include "tests/scanner/scene.h"

namespace foyer {
namespace {

using test::clutter;
using test::photograph;
using test::Scene;

constexpr const char* code = "X22222222222222N";

// As by every means at the first frame.
std::optional<Reading> read_once(const Frame& frame) {
    return Reader({.hard_look_every = 1, .hard_look_every_quiet = 1}).read(frame);
}

TEST_CASE("A badge held straight is read, with its text, bytes, source, time and corners") {
    auto frame = photograph({.text = code, .x = 0.4, .y = 0.5});
    frame.captured = SteadyTime(std::chrono::seconds(5));
    Reader reader({.source = "left door"});
    const auto reading = reader.read(frame);
    REQUIRE(reading);
    CHECK(reading->text == code);
    CHECK(as_text(reading->bytes) == code);
    CHECK(reading->source == "left door");
    CHECK(reading->time == frame.captured);
    // 21 modules of 6 pixels round (256, 240); where each corner is told within two modules.
    CHECK(reading->corners[0].x == Approx(256 - 63).margin(12));
    CHECK(reading->corners[0].y == Approx(240 - 63).margin(12));
    CHECK(reading->corners[2].x == Approx(256 + 63).margin(12));
    CHECK(reading->corners[2].y == Approx(240 + 63).margin(12));
}

TEST_CASE("A badge is read at any roll, whichever it is") {
    for (int roll = 0; roll < 360; roll += 15) {
        CAPTURE(roll);
        CHECK(read_once(photograph({.text = code, .roll = static_cast<double>(roll), .noise = 4})));
    }
}

TEST_CASE("A badge is read tilted, soft, dark, small and large") {
    for (const auto& scene :
         {Scene{.text = code, .module = 5, .roll = 10, .tilt = 35, .noise = 3},
          Scene{.text = code, .module = 5, .blur = 1, .noise = 3},
          Scene{.text = code, .roll = -20, .noise = 2, .contrast = 0.25},
          Scene{.text = code, .module = 4, .x = 0.8, .y = 0.25, .noise = 5},
          Scene{.text = code, .module = 12, .roll = 33, .blur = 2, .noise = 5},
          Scene{.text = code, .width = 1920, .height = 1080, .module = 5, .roll = 70, .noise = 5}}) {
        CAPTURE(scene.module, scene.roll, scene.tilt, scene.blur, scene.contrast, scene.width);
        CHECK(read_once(photograph(scene)));
    }
}

TEST_CASE("The gate and the quick looks miss few frames that a plain call of the decoder reads") {
    int plain = 0, ours = 0, passed = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        const Scene scene{.text = code,
                          .module = 3.0 + 0.1 * (seed % 31),
                          .x = 0.2 + 0.01 * seed,
                          .y = 0.3 + 0.006 * seed,
                          .roll = 11.0 * seed,
                          .tilt = static_cast<double>(seed % 5) * 8,
                          .blur = static_cast<int>(seed % 2),
                          .noise = static_cast<double>(seed % 7),
                          .seed = seed};
        const auto frame = photograph(scene);
        if (!plain_read(frame, "")) continue;
        ++plain;
        FinderGate gate;
        if (!gate.look(frame.view()).empty()) ++passed;
        if (read_once(frame)) ++ours;
    }
    CAPTURE(plain, passed, ours);
    REQUIRE(plain >= 40); // the scenes are readable: the comparison says something
    CHECK(passed >= plain - 1);
    CHECK(ours >= plain - 3);
}

TEST_CASE("Frames without a code give nothing, whichever look has its turn") {
    Reader reader({.hard_look_every = 2, .hard_look_every_quiet = 3});
    for (unsigned seed = 0; seed < 10; ++seed) CHECK_FALSE(reader.read(clutter(640, 480, seed)));
    CHECK_FALSE(reader.read(photograph({.text = "", .noise = 3})));
    CHECK_FALSE(reader.read(Frame()));
    for (const int side : {1, 2, 15, 16, 17, 33}) {
        const auto pixels = static_cast<std::size_t>(side * side);
        CHECK_FALSE(reader.read(Frame{Bytes(pixels, 128), side, side, side, {}, 0}));
    }
}

TEST_CASE("A white code on black, as phones in dark mode show it, is read at once") {
    CHECK(read_once(photograph({.text = code, .inverted = true})));
    CHECK(read_once(photograph({.text = code, .module = 4, .roll = 20, .noise = 4, .inverted = true})));
}

TEST_CASE("Codes too small and soft for a plain call of the decoder are read at the first frame") {
    int plain = 0, ours = 0;
    for (unsigned i = 0; i < 12; ++i) {
        const auto frame = photograph({.text = code,
                                       .module = 1.9 + 0.1 * i,
                                       .roll = 7.0 * i,
                                       .blur = 1,
                                       .noise = 2,
                                       .contrast = 0.7,
                                       .seed = i});
        plain += plain_read(frame, "") ? 1 : 0, ours += read_once(frame) ? 1 : 0;
    }
    CAPTURE(plain, ours);
    CHECK(ours >= plain + 2);
}

TEST_CASE("A badge comes into a view full of false alarms, and is read as soon as it is seen") {
    const auto empty = clutter(640, 480, 4);
    Reader reader;
    for (int i = 0; i < 40; ++i) CHECK_FALSE(reader.read(empty));
    auto frame = empty;
    const auto badge = photograph({.text = code, .width = 300, .height = 300, .roll = 10, .noise = 3});
    for (int y = 0; y < 300; ++y)
        std::copy_n(badge.view().row(y), 300, frame.pixels.begin() + static_cast<std::ptrdiff_t>(y + 80) * 640 + 150);
    CHECK(reader.read(frame));
}

TEST_CASE("Of two codes in view only one is read from a frame, the one nearer the middle") {
    auto both = photograph({.text = code, .width = 900, .height = 480, .module = 5, .x = 0.42});
    const auto other = photograph({.text = "another", .width = 900, .height = 480, .module = 5, .x = 0.85});
    for (int y = 0; y < 480; ++y)
        std::copy_n(other.view().row(y) + 600, 300, both.pixels.begin() + static_cast<std::ptrdiff_t>(y) * 900 + 600);
    const auto reading = read_once(both);
    REQUIRE(reading);
    CHECK(reading->text == code);
    CHECK(read_all(both, "").size() == 2);
}

TEST_CASE("A badge that moves is read in each of its frames, and its old place does not hold the reader back") {
    Reader reader;
    for (int i = 0; i < 20; ++i) {
        auto frame = photograph({.text = code, .module = 5, .x = 0.2 + 0.03 * i, .y = i < 10 ? 0.3 : 0.7, .noise = 3});
        frame.captured = SteadyTime(std::chrono::milliseconds(33 * i));
        CAPTURE(i);
        CHECK(reader.read(frame));
    }
}

// As a shutter leaves it that is open while the badge moves by so many pixels.
Frame smeared(const Frame& sharp, int pixels, bool along_rows) {
    Frame frame = sharp;
    const auto step = static_cast<std::size_t>(along_rows ? 1 : sharp.stride);
    for (std::size_t at = 0; at + static_cast<std::size_t>(pixels - 1) * step < frame.pixels.size(); ++at) {
        int sum = 0;
        for (std::size_t i = 0; i < static_cast<std::size_t>(pixels); ++i) sum += sharp.pixels[at + i * step];
        frame.pixels[at] = static_cast<std::uint8_t>(sum / pixels);
    }
    return frame;
}

TEST_CASE(
    "A badge smeared along the rows by nearly two modules shows the gate nothing, and is read in its first frame") {
    for (const double roll : {-6.0, 0.0, 4.0}) {
        CAPTURE(roll);
        const Frame sharp = photograph({.text = code, .module = 8, .roll = roll, .blur = 1, .noise = 2});
        const Frame frame = smeared(sharp, 14, true);
        FinderGate gate;
        CHECK(triples_of(gate.look(frame.view()), 1).empty());
        CHECK(triples_of(gate.smeared(frame.view(), [](int, int) { return true; }), 1).size() == 1);
        CHECK(gate.smeared(frame.view(), [](int, int) { return false; }).empty());
        CHECK(Reader().read(frame));
    }
}

TEST_CASE("A badge smeared along the columns by two modules shows its rows, and is read in its first frame") {
    const Frame frame = smeared(photograph({.text = code, .roll = -6, .noise = 2}), 12, false);
    FinderGate gate;
    CHECK(triples_of(gate.look(frame.view()), 1).empty());
    CHECK(Reader().read(frame));
}

TEST_CASE("Frames of any size may follow each other") {
    Reader reader;
    Frame frame = clutter(640, 480, 5);
    for (const int width : {640, 9, 640, 1, 17, 640})
        for (const int height : {480, 9, 480, 10, 1, 17}) {
            frame.width = width, frame.height = height; // a part of it
            for (int i = 0; i < 3; ++i) CHECK_FALSE(reader.read(frame));
        }
}

TEST_CASE("A cloth full of small patterns that hangs still hides no badge that comes before it") {
    Frame cloth = clutter(640, 480, 4);
    for (int y = 0; y < 240; ++y) // patterns of two pixels a module, side by side
        for (int x = 0; x < cloth.width; ++x) {
            const int ring = std::max(std::abs(x / 2 % 9 - 4), std::abs(y / 2 % 9 - 4));
            cloth.pixels[static_cast<std::size_t>(y * cloth.stride + x)] = ring < 2 || ring == 3 ? 20 : 230;
        }
    Reader reader;
    for (int i = 0; i < 30; ++i) CHECK_FALSE(reader.read(cloth));
    Frame badge = cloth;
    const Frame held = photograph({.text = code, .module = 5, .y = 0.72});
    for (int y = 252; y < 460; ++y)
        for (int x = 200; x < 440; ++x) {
            const auto at = static_cast<std::size_t>(y * cloth.stride + x);
            badge.pixels[at] = held.pixels[at];
        }
    CHECK(reader.read(badge));
}

TEST_CASE("A still picture is read large, tiny, inverted and cut at the code's very edge") {
    const auto still = [](const Scene& scene) { return read_still(photograph(scene), "still"); };
    CHECK(still({.text = code, .width = 3000, .height = 2000, .module = 30, .roll = 5}));
    CHECK(still({.text = code, .width = 80, .height = 80, .module = 2.4, .roll = 3}));
    CHECK(still({.text = code, .width = 300, .height = 300, .inverted = true}));
    CHECK(still({.text = code, .width = 126, .height = 126, .module = 6}));
    CHECK_FALSE(still({.text = "", .width = 300, .height = 300}));
    CHECK_FALSE(read_still(Frame(), ""));
}

TEST_CASE("A still picture is read as in a mirror, and its code lies where it is in the picture") {
    auto frame = photograph({.text = code, .width = 400, .height = 300, .x = 0.3, .roll = 10, .inverted = true});
    const auto straight = read_still(frame, "");
    REQUIRE(straight);
    for (int y = 0; y < 300; ++y) {
        const auto row = frame.pixels.begin() + static_cast<std::ptrdiff_t>(y) * frame.stride;
        std::reverse(row, row + 400);
    }
    const auto mirrored = read_still(frame, "");
    REQUIRE(mirrored);
    CHECK(mirrored->text == code);
    const auto middle = [](const Reading& reading) {
        float x = 0;
        for (const auto& corner : reading.corners) x += corner.x / 4;
        return x;
    };
    CHECK(std::abs(middle(*mirrored) + middle(*straight) - 399) < 4);
}

TEST_CASE("Two codes in one picture are both read, and one is read once") {
    const auto both = photograph({.text = code, .width = 400, .height = 400});
    const auto other = photograph({.text = "another", .width = 400, .height = 400, .roll = 30});
    CHECK(read_all(both, "").size() == 1);
    Frame wide{{}, 800, 400, 800, both.captured, 0};
    for (int y = 0; y < 400; ++y)
        for (const auto* half : {&both, &other})
            wide.pixels.insert(wide.pixels.end(), half->view().row(y), half->view().row(y) + 400);
    auto readings = read_all(wide, "");
    std::ranges::sort(readings, {}, &Reading::text);
    REQUIRE(readings.size() == 2);
    CHECK(readings[0].text == code);
    CHECK(readings[1].text == "another");
}

// Finder patterns side by side: ZXing tries all sets of three of those it sees. Modules in half pixels.
Frame crowd(int width, int height, int module) {
    Frame frame{Bytes(), width, height, width, {}, 0};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int column = 2 * x / module % 12 - 3, row = 2 * y / module % 12 - 3;
            const int ring = std::max(std::abs(column), std::abs(row));
            frame.pixels.push_back(ring == 3 || ring <= 1 ? 30 : 220);
        }
    return frame;
}

double seconds_of_cpu() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

TEST_CASE("A frame full of finder patterns holds neither the terminal nor a folder up, and hides no badge for long") {
    const auto frame = crowd(1280, 720, 6);
    double start = seconds_of_cpu();
    Reader reader;
    for (int i = 0; i < 10; ++i) CHECK_FALSE(reader.read(frame));
    CHECK(seconds_of_cpu() - start < 3);
    start = seconds_of_cpu();
    CHECK(read_all(frame, "").empty());
    CHECK(read_all(crowd(3000, 1000, 4), "").empty()); // a single row crosses each one's centre
    CHECK(seconds_of_cpu() - start < 8);
    CHECK(reader.read(photograph({.text = code, .width = 1280, .height = 720})));
}

TEST_CASE("Text is UTF-8 whatever the code holds, and bytes are as they were") {
    const std::string chinese = "欢迎, Gäste";
    const auto reading = read_still(photograph({.text = chinese, .width = 400, .height = 400}), "");
    REQUIRE(reading);
    CHECK(reading->text == chinese);
    const auto latin = read_still(photograph({.text = "Caf\xe9", .width = 400, .height = 400}), "");
    REQUIRE(latin);
    CHECK(as_text(latin->bytes) == "Caf\xe9");
    CHECK(is_utf8(as_bytes(latin->text)));
}

TEST_CASE("UTF-8 is told from what is not") {
    for (const auto* good : {"", "abc", "\xc3\xa9", "\xe6\xac\xa2", "\xf0\x9f\x98\x80"}) CHECK(is_utf8(as_bytes(good)));
    for (const auto* bad : {"\xe9", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff", "a\x80"})
        CHECK_FALSE(is_utf8(as_bytes(bad)));
}

} // namespace
} // namespace foyer
