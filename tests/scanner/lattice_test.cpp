#include "scanner/lattice.h"

#include <limits>

#include "scanner/fusion.h"
#include "tests/catch.h"
#include "tests/scanner/scene.h"

namespace foyer {
namespace {

using test::photograph;
using test::Scene;

constexpr const char* code = "X22222222222222N";

TEST_CASE("Alignment patterns are where the standard has them") {
    CHECK(alignment_lines(21).empty());
    CHECK(alignment_lines(25) == std::vector{6, 18});
    CHECK(alignment_lines(45) == std::vector{6, 22, 38});
    CHECK(alignment_lines(145) == std::vector{6, 34, 60, 86, 112, 138}); // version 32, the odd one
    CHECK(alignment_lines(177) == std::vector{6, 30, 58, 86, 114, 142, 170});
}

TEST_CASE("A warp through four points meets them, and keeps doing so when its picture is scaled and moved") {
    const std::array<std::pair<Corner, Corner>, 4> points = {
        std::pair{Corner{0, 0}, Corner{100, 90}}, {{25, 0}, {300, 120}}, {{25, 25}, {280, 310}}, {{0, 25}, {110, 260}}};
    const auto warp = warp_through(points, 25);
    const auto moved = warp.scaled(0.5F, 7, -3);
    for (const auto& [in_code, in_picture] : points) {
        CHECK(warp.at(in_code.x, in_code.y).x == Approx(in_picture.x).margin(0.1));
        CHECK(warp.at(in_code.x, in_code.y).y == Approx(in_picture.y).margin(0.1));
        CHECK(moved.at(in_code.x, in_code.y).x == Approx(in_picture.x / 2 + 7).margin(0.1));
        CHECK(moved.at(in_code.x, in_code.y).y == Approx(in_picture.y / 2 - 3).margin(0.1));
    }
}

TEST_CASE("Outside a picture, and where a plane is seen edge on and has no place at all, is the grey of its edge") {
    Bytes pixels(20 * 20, 90);
    pixels.front() = 40, pixels.back() = 200;
    const GreyView view{pixels.data(), 20, 20, 20};
    CHECK(grey_between(view, 10, 10) == Approx(90));
    CHECK(grey_between(view, -1e9F, -1e9F) == Approx(40));
    CHECK(grey_between(view, 1e9F, 1e9F) == Approx(200).margin(1));
    const float nowhere = std::numeric_limits<float>::quiet_NaN();
    CHECK(grey_between(view, nowhere, nowhere) == Approx(40));
    Warp edge_on;
    edge_on.numbers = {10, 0, 10, 0, 10, 10, 1, 0}; // at the code's left edge the plane is infinitely far
    CHECK(fit(view, blueprint(21, false), Warp::flat, 2, edge_on).likeness <= 1);
}

LatticeLook look(const Frame& frame) {
    FinderGate gate;
    const auto triples = triples_of(gate.look(frame.view()), 1);
    if (triples.empty()) return {};
    return look_at_lattice(frame.view(), triples.front(), Patience::all);
}

TEST_CASE(
    "A code is read by its lattice at any roll, tilted, soft and noisy, and its corners are told within a module") {
    for (int roll = 0; roll < 360; roll += 20) {
        CAPTURE(roll);
        const auto found = look(photograph({.text = code, .roll = static_cast<double>(roll), .noise = 4})).found;
        REQUIRE(found);
        CHECK(found->text == code);
    }
    for (const auto& scene : {Scene{.text = code, .tilt = 35, .noise = 3}, Scene{.text = code, .module = 4, .blur = 1},
                              Scene{.text = std::string(100, 'A'), .module = 5, .roll = 12, .tilt = 20, .noise = 5}}) {
        const auto found = look(photograph(scene)).found;
        REQUIRE(found);
        CHECK(found->text == scene.text);
    }
    const auto straight = look(photograph({.text = code, .x = 0.4, .y = 0.5})).found; // 21 modules of 6 pixels
    REQUIRE(straight);
    CHECK(straight->corners[0].x == Approx(256 - 63).margin(6));
    CHECK(straight->corners[2].y == Approx(240 + 63).margin(6));
}

struct Seen {
    bool alone = false, together = false; // read from one of its frames; or from several
};

// Six frames of a badge held still. Where it is, is known from a clean one: noise as strong hides the patterns.
Seen see(double noise, unsigned seed) {
    FinderGate gate;
    const auto triples = triples_of(gate.look(photograph({.text = code, .module = 3}).view()), 1);
    REQUIRE_FALSE(triples.empty());
    Seen seen;
    Fusion fusion;
    for (unsigned i = 0; i < 6; ++i) {
        const auto frame = photograph({.text = code, .module = 3, .noise = noise, .seed = seed + i});
        const auto look = look_at_lattice(frame.view(), triples.front(), Patience::little);
        if (look.found) seen.alone = true;
        if (!look.lattice) continue;
        const auto fused = fusion.add(*look.lattice, SteadyTime(std::chrono::milliseconds(33 * i)));
        if (fused) seen.together = true;
        for (const auto& found : {look.found, fused})
            if (found) CHECK(found->text == code);
    }
    return seen;
}

TEST_CASE("Frames that are too noisy one by one are read together") {
    int alone = 0, together = 0;
    for (const double noise : {80.0, 100.0, 120.0, 140.0, 160.0})
        for (unsigned seed = 0; seed < 8; ++seed) {
            const auto seen = see(noise, 100 * seed);
            alone += seen.alone ? 1 : 0, together += seen.alone || seen.together ? 1 : 0;
        }
    CAPTURE(alone, together);
    CHECK(together >= alone + 3);
}

TEST_CASE("Another code's frame does not join those before it") {
    FinderGate gate;
    const auto frame = photograph({.text = code}), other = photograph({.text = "X333333333333333"});
    const auto first = look_at_lattice(frame.view(), triples_of(gate.look(frame.view()), 1).at(0), Patience::little);
    const auto second = look_at_lattice(other.view(), triples_of(gate.look(other.view()), 1).at(0), Patience::little);
    REQUIRE((first.lattice && second.lattice));
    Fusion fusion;
    CHECK_FALSE(fusion.add(*first.lattice, SteadyTime(std::chrono::milliseconds(0)))); // one frame is not two
    CHECK_FALSE(fusion.add(*second.lattice, SteadyTime(std::chrono::milliseconds(33))));
    const auto fused = fusion.add(*second.lattice, SteadyTime(std::chrono::milliseconds(66)));
    REQUIRE(fused);
    CHECK(fused->text == second.found->text);
    CHECK_FALSE(fusion.add(*second.lattice, SteadyTime(std::chrono::milliseconds(1000)))); // long ago is another time
}

} // namespace
} // namespace foyer
