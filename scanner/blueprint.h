// What is the same in all QR codes of a size: finder patterns, their separators, timing and alignment patterns. Pure.
#pragma once

#include <optional>
#include <vector>

namespace foyer {

inline constexpr int smallest_side = 21, largest_side = 177; // modules, of versions 1 and 40

// A value for each module, row by row: 1 light, -1 dark, 0 not known.
struct ModuleMap {
    int side = 0;
    std::vector<float> values;

    ModuleMap() = default;
    explicit ModuleMap(int size)
        : side(size), values(static_cast<std::size_t>(size) * static_cast<std::size_t>(size)) {}
    [[nodiscard]] float& at(int column, int row) { return values[index(column, row)]; }
    [[nodiscard]] float at(int column, int row) const { return values[index(column, row)]; }
    // The quiet zone round it is light.
    [[nodiscard]] float around(int column, int row) const {
        const bool inside = column >= 0 && row >= 0 && column < side && row < side;
        return inside ? at(column, row) : 1.0F;
    }

private:
    [[nodiscard]] std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(side) + static_cast<std::size_t>(column);
    }
};

inline bool is_side(int side) { return side >= smallest_side && side <= largest_side && side % 4 == 1; }

// The fixed patterns of a code with sides of so many modules. Alignment patterns only when asked for: they are far from
// what a first guess at the place of a code can reach.
ModuleMap blueprint(int side, bool with_alignment);

// One finder pattern with its separator, nine modules a side.
ModuleMap finder_pattern();

// Middles of the alignment patterns' rows and columns, in modules; none in version 1.
std::vector<int> alignment_lines(int side);

} // namespace foyer
