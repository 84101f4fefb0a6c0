// Where the modules of a code lie in a picture: a plane seen in perspective, and how far a bent badge departs from it.
// Pure.
#pragma once

#include <array>
#include <utility>

#include "scanner/blueprint.h"
#include "scanner/reading.h"

namespace foyer {

struct Warp {
    // Numbers: without perspective, of the plane, with a bend, and with one that is not the same everywhere.
    static constexpr std::size_t slanted = 6, flat = 8, bent = 14, curved = 22;

    int side = smallest_side; // modules
    // With U, V from -1 to 1 across the code:
    // x = (n0 U + n1 V + n2) / (n6 U + n7 V + 1) + n8 UU + n9 UV + n10 VV + n14 UUU + n15 UUV + n16 UVV + n17 VVV, and
    // y so with n3, n4, n5, n11, n12, n13 and n18 to n21. Pixels.
    std::array<float, curved> numbers{};

    // A point in modules from the code's upper left corner.
    [[nodiscard]] Corner at(float u, float v) const;
    [[nodiscard]] Corners corners() const;
    // Pixels a module in its middle.
    [[nodiscard]] float module() const;
    // The same code in a picture `scale` times as large, moved by (left, top).
    [[nodiscard]] Warp scaled(float scale, float left, float top) const;
};

// From the middles of three finder patterns: upper left, upper right, lower left. No perspective yet.
Warp warp_of(const Corner& corner, const Corner& right, const Corner& below, int side);

// The plane through four points: where in the code, in modules, and where in the picture.
Warp warp_through(const std::array<std::pair<Corner, Corner>, 4>& points, int side);

struct Fit {
    float likeness = 0; // -1 to 1: of the picture to the map, once fitted
    float contrast = 0; // grey levels from dark to light
};

// Moves the warp until the picture looks like the map as much as it can, by least squares: `rounds` times, of the first
// `numbers` numbers (slanted, flat, bent or curved). Each module is compared at four points. The guess must be right
// within a module.
Fit fit(const GreyView& view, const ModuleMap& map, std::size_t numbers, int rounds, Warp& warp);

// The grey between pixels; outside, that of the edge.
float grey_between(const GreyView& view, float x, float y);

} // namespace foyer
