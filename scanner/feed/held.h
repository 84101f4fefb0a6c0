// A thing in a hand: the picture as a card, a thumb over its lower edge, the fist behind it and a sleeve below, all in
// one plane, at several sizes so that a distant one does not alias.
#pragma once

#include <vector>

#include "scanner/feed/prng.h"
#include "scanner/feed/raster.h"
#include "scanner/feed/script.h"

namespace foyer::feed {

inline constexpr float held_height_mm = 124, held_width_mm = 170; // what a picture fits into: as tall as a badge

// Grey in the low byte (premultiplied), coverage in the third: one multiplication then interpolates both.
using Texel = std::uint32_t;

struct Level {
    int width = 0, height = 0;
    std::vector<Texel> texels;
};

struct Held {
    std::vector<Level> levels; // each half the one before
    Point middle;              // of the card, in texels of levels[0]
    float mm_per_texel = 1;    // at levels[0]
    float card_height = 0;     // texels of levels[0]
    std::array<Point, 4> code; // its corners from the middle, in texels, clockwise from the upper left
    int below = 0;             // the last row: the sleeve goes on beneath it
};

Held hold_up(const Guest& guest, Prng random);

} // namespace foyer::feed
