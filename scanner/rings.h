// Finder patterns that the gate cannot see, because blur or smallness has taken their edges: every dark spot of a
// picture is compared with the whole pattern, in several sizes and turns. Twenty times the gate's cost: for hard looks.
// One thread an object.
#pragma once

#include <array>

#include "scanner/finders.h"

namespace foyer {

class RingFinder {
public:
    RingFinder();
    // Patterns with modules of 1.2 to 2.8 pixels (larger ones: look at a smaller copy), the likest first, at most 40.
    // Their `hits` tell how like they are, in percent. The result lives until the next call.
    const std::vector<Finder>& look(const GreyView& view);
    // May one that the gate measured so be among them? Blur makes its figure a rough one.
    static bool sees(float module) { return module > 0.9F && module < 3.8F; }

private:
    static constexpr int turns = 4, sizes = 4, cells = 9;
    static constexpr std::size_t points = cells * cells;
    struct Stencil {
        float module = 0;
        std::array<std::ptrdiff_t, 8> light{}; // of the light ring, wherever it is turned
        std::array<std::array<std::ptrdiff_t, points>, turns> cell{};
    };

    void lay_stencils(int stride);
    void try_spot(int x, int y);
    [[nodiscard]] float likeness(const std::uint8_t* spot, const std::array<std::ptrdiff_t, points>& cell) const;
    [[nodiscard]] Finder climbed(int x, int y, const Stencil& stencil, std::size_t turn) const;
    void remember(const Finder& seen);

    std::array<float, points> wanted_{}; // of the pattern, without its mean, of length 1
    std::array<Stencil, sizes> stencils_{};
    Bytes soft_, softer_; // means of 3 x 3 pixels, once and twice
    int width_ = 0, height_ = 0, stride_ = 0;
    std::vector<Finder> finders_;
};

} // namespace foyer
