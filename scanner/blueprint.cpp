#include "scanner/blueprint.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace foyer {
namespace {

// Rings round a middle: `light_ring` is light, the others within `reach` dark.
void draw_rings(ModuleMap& map, int column, int row, int reach, int light_ring) {
    for (int y = -reach; y <= reach; ++y)
        for (int x = -reach; x <= reach; ++x) {
            const int at_x = column + x, at_y = row + y;
            if (at_x < 0 || at_y < 0 || at_x >= map.side || at_y >= map.side) continue;
            const int ring = std::max(std::abs(x), std::abs(y));
            map.at(at_x, at_y) = ring == light_ring || ring == 4 ? 1.0F : -1.0F; // 4: a finder's separator
        }
}

} // namespace

std::vector<int> alignment_lines(int side) {
    assert(is_side(side));
    const int version = (side - 17) / 4;
    if (version == 1) return {};
    const int count = version / 7 + 2, last = side - 7;
    // Evenly from the last backwards by an even step; what is left over is between the first two.
    const int step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
    std::vector<int> lines(static_cast<std::size_t>(count), 6);
    for (int i = 1; i < count; ++i) lines[static_cast<std::size_t>(i)] = last - (count - 1 - i) * step;
    return lines;
}

ModuleMap blueprint(int side, bool with_alignment) {
    ModuleMap map(side);
    for (int i = 8; i < side - 8; ++i) map.at(i, 6) = map.at(6, i) = i % 2 == 0 ? -1.0F : 1.0F;
    if (with_alignment)
        for (const int row : alignment_lines(side))
            for (const int column : alignment_lines(side)) {
                const bool in_finder =
                    (row == 6 && column == 6) || (row == 6 && column == side - 7) || (row == side - 7 && column == 6);
                if (!in_finder) draw_rings(map, column, row, 2, 1);
            }
    for (const auto& [column, row] : {std::pair{3, 3}, std::pair{side - 4, 3}, std::pair{3, side - 4}})
        draw_rings(map, column, row, 4, 2);
    map.at(8, side - 8) = -1.0F;
    return map;
}

ModuleMap finder_pattern() {
    ModuleMap map(9);
    draw_rings(map, 4, 4, 4, 2);
    return map;
}

} // namespace foyer
