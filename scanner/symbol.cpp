#include "scanner/symbol.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "scanner/reed_solomon.h"

namespace foyer {
namespace {

// By level (L, M, Q, H) and version: check codewords of a block, and blocks.
constexpr std::array<std::array<std::uint8_t, 40>, 4> checks_of = {{
    {7,  10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
     28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
    {10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
     26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28},
    {13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
     28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
    {17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
     30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
}};
constexpr std::array<std::array<std::uint8_t, 40>, 4> blocks_of = {{
    {1, 1, 1, 1,  1,  2,  2,  2,  2,  4,  4,  4,  4,  4,  6,  6,  6,  6,  7,  8,
     8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25},
    {1,  1,  1,  2,  2,  4,  4,  4,  5,  5,  5,  8,  9,  9,  10, 10, 11, 13, 14, 16,
     17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49},
    {1,  1,  2,  2,  4,  4,  6,  6,  8,  8,  8,  10, 12, 16, 12, 17, 16, 18, 21, 20,
     23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68},
    {1,  1,  2,  4,  4,  4,  5,  6,  8,  8,  11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
     25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81},
}};

struct Module {
    int column, row;
};

struct Format {
    std::size_t level; // 0-3: L, M, Q, H
    int mask;
    std::uint32_t bits; // all 15
};

std::uint32_t format_bits(std::uint32_t data) { // its ten check bits added, and its own mask
    std::uint32_t rest = data;
    for (int i = 0; i < 10; ++i) rest = rest << 1U ^ (rest >> 9U) * 0x537U;
    return (data << 10U | rest) ^ 0x5412U;
}

// Where bit i of the format is, twice.
std::array<Module, 2> format_modules(int i, int side) {
    const Module first = i < 6    ? Module{8, i}
                         : i == 6 ? Module{8, 7}
                         : i == 7 ? Module{8, 8}
                         : i == 8 ? Module{7, 8}
                                  : Module{14 - i, 8};
    return {first, i < 8 ? Module{side - 1 - i, 8} : Module{8, side - 15 + i}};
}

// Of the 32 that there are, the one that is most like what was measured.
std::optional<Format> format_of(const ModuleMap& measured) {
    constexpr std::array<std::size_t, 4> level_of = {1, 0, 3, 2}; // the standard's own order
    float best = 0, second = 0;
    Format format{};
    for (std::uint32_t data = 0; data < 32; ++data) {
        const auto bits = format_bits(data);
        float like = 0;
        for (int i = 0; i < 15; ++i)
            for (const auto& [column, row] : format_modules(i, measured.side)) {
                const float value = std::clamp(measured.at(column, row), -1.0F, 1.0F);
                like += (bits >> static_cast<unsigned>(i) & 1U) != 0 ? -value : value;
            }
        if (like > best)
            second = best, best = like, format = {level_of[data >> 3U], static_cast<int>(data & 7U), bits};
        else
            second = std::max(second, like);
    }
    if (best - second < 2) return std::nullopt;
    return format;
}

bool is_masked(int mask, int x, int y) {
    switch (mask) {
    case 0: return (x + y) % 2 == 0;
    case 1: return y % 2 == 0;
    case 2: return x % 3 == 0;
    case 3: return (x + y) % 3 == 0;
    case 4: return (x / 3 + y / 2) % 2 == 0;
    case 5: return x * y % 2 + x * y % 3 == 0;
    case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
    default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

// What holds no data: the fixed patterns, format and version.
ModuleMap taken_modules(int side) {
    auto map = blueprint(side, true);
    for (int i = 0; i < 15; ++i)
        for (const auto& [column, row] : format_modules(i, side)) map.at(column, row) = 1;
    if (side >= 45)
        for (int i = 0; i < 6; ++i)
            for (int j = side - 11; j < side - 8; ++j) map.at(i, j) = map.at(j, i) = 1;
    return map;
}

// The data modules in the order of their bits: in pairs of columns, upwards and downwards from the right.
std::vector<Module> data_modules(int side) {
    const auto taken = taken_modules(side);
    std::vector<Module> modules;
    for (int right = side - 1; right >= 1; right -= 2) {
        if (right == 6) right = 5;
        const bool upwards = ((right + 1) & 2) == 0;
        for (int step = 0; step < side; ++step)
            for (const int column : {right, right - 1}) {
                const int row = upwards ? side - 1 - step : step;
                if (taken.at(column, row) == 0) modules.push_back({column, row});
            }
    }
    modules.resize(modules.size() / 8 * 8);
    return modules;
}

// Which codewords make up each block, in its order.
std::vector<std::vector<std::size_t>> blocks(std::size_t codewords, std::size_t count, std::size_t checks) {
    std::vector<std::vector<std::size_t>> result(count);
    const std::size_t long_from = count - codewords % count, data = codewords / count - checks;
    std::size_t next = 0;
    for (std::size_t i = 0; i <= data; ++i)
        for (std::size_t block = i < data ? 0 : long_from; block < count; ++block) result[block].push_back(next++);
    for (std::size_t i = 0; i < checks; ++i)
        for (auto& block : result) block.push_back(next++);
    return result;
}

struct Codewords {
    std::vector<std::uint8_t> bytes;
    std::vector<float> sureness; // of each one's least sure bit
};

Codewords codewords_of(const ModuleMap& measured, const std::vector<Module>& modules, int mask) {
    Codewords codewords;
    for (std::size_t first = 0; first < modules.size(); first += 8) {
        unsigned byte = 0;
        float sureness = 1e9F;
        for (std::size_t i = first; i < first + 8; ++i) {
            const auto& [column, row] = modules[i];
            const float value = measured.at(column, row);
            byte = byte << 1U | static_cast<unsigned>((value < 0) != is_masked(mask, column, row));
            sureness = std::min(sureness, std::abs(value));
        }
        codewords.bytes.push_back(static_cast<std::uint8_t>(byte));
        codewords.sureness.push_back(sureness);
    }
    return codewords;
}

// A correction may have come about by chance unless enough check codewords are left over that it had to meet.
bool is_beyond_chance(int checks, int erased, int errors) { return checks - erased - errors >= (errors > 1 ? 5 : 4); }

// With ever more of the least sure codewords given up, until it can be corrected.
bool correct_block(const std::vector<std::size_t>& block, int checks, Codewords& codewords) {
    std::vector<int> by_sureness(block.size());
    std::iota(by_sureness.begin(), by_sureness.end(), 0);
    std::ranges::sort(by_sureness, {},
                      [&](int place) { return codewords.sureness[block[static_cast<std::size_t>(place)]]; });
    for (int erased = 0; erased <= checks - 4; erased += erased == 0 ? 2 : 1) {
        std::vector<std::uint8_t> bytes;
        for (const auto at : block) bytes.push_back(codewords.bytes[at]);
        const auto errors = correct(bytes, checks, std::span(by_sureness).first(static_cast<std::size_t>(erased)));
        if (!errors || !is_beyond_chance(checks, erased, *errors)) continue;
        for (std::size_t i = 0; i < block.size(); ++i) codewords.bytes[block[i]] = bytes[i];
        return true;
    }
    return false;
}

void draw_format(const Format& format, ModuleMap& map) {
    for (int i = 0; i < 15; ++i)
        for (const auto& [column, row] : format_modules(i, map.side))
            map.at(column, row) = (format.bits >> static_cast<unsigned>(i) & 1U) != 0 ? -1.0F : 1.0F;
}

void draw_version(ModuleMap& map) { // from version 7 on
    if (map.side < 45) return;
    const auto version = static_cast<std::uint32_t>((map.side - 17) / 4);
    std::uint32_t rest = version;
    for (int i = 0; i < 12; ++i) rest = rest << 1U ^ (rest >> 11U) * 0x1f25U;
    const std::uint32_t bits = version << 12U | rest;
    for (int i = 0; i < 18; ++i) {
        const int near = i / 3, far = map.side - 11 + i % 3;
        map.at(near, far) = map.at(far, near) = (bits >> static_cast<unsigned>(i) & 1U) != 0 ? -1.0F : 1.0F;
    }
}

// The few modules after the last codeword say nothing: they stay as measured.
ModuleMap drawn(const Codewords& codewords, const std::vector<Module>& modules, const Format& format,
                const ModuleMap& measured) {
    auto map = measured;
    const auto fixed = blueprint(map.side, true);
    for (std::size_t i = 0; i < map.values.size(); ++i)
        map.values[i] = fixed.values[i] != 0 ? fixed.values[i] : map.values[i] < 0 ? -1.0F : 1.0F;
    draw_format(format, map);
    draw_version(map);
    for (std::size_t i = 0; i < modules.size(); ++i) {
        const auto& [column, row] = modules[i];
        const bool bit = (codewords.bytes[i / 8] >> (7 - i % 8) & 1U) != 0;
        map.at(column, row) = bit != is_masked(format.mask, column, row) ? -1.0F : 1.0F;
    }
    return map;
}

// How much of what was measured speaks for the code drawn, by how sure it is: 1 when all does.
float support(const ModuleMap& drawn_map, const ModuleMap& measured) {
    float with = 0, all = 0;
    for (std::size_t i = 0; i < measured.values.size(); ++i) {
        const float value = std::clamp(measured.values[i], -1.0F, 1.0F);
        with += value * drawn_map.values[i], all += std::abs(value);
    }
    return all > 0 ? with / all : 0;
}

constexpr float least_support = 0.55F;

} // namespace

std::optional<ModuleMap> repaired(const ModuleMap& measured) {
    const auto format = format_of(measured);
    if (!format) return std::nullopt;
    const auto version = static_cast<std::size_t>((measured.side - 17) / 4);
    const auto modules = data_modules(measured.side);
    auto codewords = codewords_of(measured, modules, format->mask);
    const int checks = checks_of[format->level][version - 1];
    const std::size_t count = blocks_of[format->level][version - 1];
    for (const auto& block : blocks(codewords.bytes.size(), count, static_cast<std::size_t>(checks)))
        if (!correct_block(block, checks, codewords)) return std::nullopt;
    auto map = drawn(codewords, modules, *format, measured);
    if (support(map, measured) < least_support) return std::nullopt;
    return map;
}

} // namespace foyer
