#include "scanner/symbol.h"

#include "scanner/reed_solomon.h"
#include "scanner/zxing.h"
#include "tests/catch.h"
#include "tests/optics/modules.h"
#include <random>
#include <set>

namespace foyer {
namespace {

using test::Correction;

ModuleMap map_of(const test::Modules& modules) {
    ModuleMap map(modules.side);
    for (int y = 0; y < map.side; ++y)
        for (int x = 0; x < map.side; ++x) map.at(x, y) = modules.at(x, y) ? -1.0F : 1.0F;
    return map;
}

// The few modules after the last codeword say nothing.
bool same_code(const ModuleMap& a, const ModuleMap& b) {
    int different = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) different += a.values[i] == b.values[i] ? 0 : 1;
    return different <= 7;
}

TEST_CASE(
    "A code of any version and level is its own repair, and comes back from a damage of one module in a hundred") {
    std::mt19937 random(11);
    const auto level = GENERATE(Correction::low, Correction::medium, Correction::quartile, Correction::high);
    std::set<int> sides;
    for (std::size_t length = 1; length < 1270; length += length < 200 ? 9 : 23) {
        const std::string text(length, 'x');
        const auto clean = map_of(modules_of(text, level));
        if (clean.side == 0 || !sides.insert(clean.side).second) continue;
        CAPTURE(clean.side, length);
        auto damaged = clean;
        for (std::size_t i = 0; i < damaged.values.size() / 100; ++i) {
            auto& value = damaged.values[random() % damaged.values.size()];
            value = value < 0 ? 0.1F : -0.1F;
        }
        for (const auto& measured : {clean, damaged}) {
            const auto map = repaired(measured);
            REQUIRE(map);
            CHECK(same_code(*map, clean));
            const auto found = decode_modules(*map);
            REQUIRE(found);
            CHECK(found->text == text);
        }
    }
    CHECK(sides.size() >= 20);
}

TEST_CASE("Where the unsure modules are known, twice as many codewords may be lost as ZXing can correct") {
    const auto clean = map_of(modules_of("X22222222222222N", Correction::quartile)); // 26 codewords, 13 of them checks
    auto hidden = clean;
    for (int y = 9; y < 21; ++y)
        for (int x = 15; x < 21; ++x) hidden.at(x, y) = 0.05F; // glare over nine codewords: all light, none of it sure
    CHECK_FALSE(decode_modules(hidden));
    const auto map = repaired(hidden);
    REQUIRE(map);
    CHECK(same_code(*map, clean));
}

TEST_CASE("What is no code is not repaired into one") {
    std::mt19937 random(12);
    std::normal_distribution<float> noise(0, 1);
    for (int i = 0; i < 3000; ++i) {
        auto map = blueprint(21 + 4 * (i % 6), true);
        for (auto& value : map.values)
            if (value == 0) value = noise(random);
        CHECK_FALSE(repaired(map));
    }
}

TEST_CASE("Reed-Solomon corrects every mixture of errors and erasures within its means, and nothing beyond by force") {
    std::mt19937 random(13);
    constexpr int size = 40, checks = 16;
    for (int round = 0; round < 400; ++round) {
        const int erasures = round % (checks + 1), errors = (checks - erasures) / 2;
        std::vector<std::uint8_t> block(size); // all zero is a codeword of every such code
        std::vector<int> places(size);
        for (int i = 0; i < size; ++i) places[static_cast<std::size_t>(i)] = i;
        std::ranges::shuffle(places, random);
        for (int i = 0; i < erasures + errors; ++i)
            block[static_cast<std::size_t>(places[static_cast<std::size_t>(i)])] =
                static_cast<std::uint8_t>(1 + random() % 255);
        CAPTURE(erasures, errors);
        const auto corrected = correct(block, checks, std::span(places).first(static_cast<std::size_t>(erasures)));
        REQUIRE(corrected);
        CHECK(*corrected == errors);
        CHECK(std::ranges::count(block, 0) == size);
    }
}

} // namespace
} // namespace foyer
