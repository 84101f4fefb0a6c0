// How a summit's screens look beside Foyer's own way: its colours, corrected so that words on them can be read, and its
// sign. Colours are 0xRRGGBB in sRGB.
#pragma once

#include <optional>
#include <vector>

#include "sync/summit/bytes.h"

namespace foyer {

struct SummitLook {
    std::optional<int> colour; // what screens stand on has its hue; none: Foyer's night blue
    std::vector<int> forums;   // of the sub-forums, in their order; none: Foyer's
    Bytes logo;                // a PNG of at most max_logo_bytes; empty: none
    bool operator==(const SummitLook&) const = default;
};
inline constexpr std::size_t max_logo_bytes = 40'000; // a fact's body has at most 64 KiB

// By how much one is lighter than the other, 1..21 (WCAG 2.2, "contrast ratio").
double contrast(int a, int b);

// A colour as people see it: OKLCH (Björn Ottosson, "A perceptual color space for image processing", 2020).
struct Tone {
    double lightness = 0; // 0..1
    double chroma = 0;    // 0: grey; most colours of a screen have less than 0.3
    double hue = 0;       // degrees, 0..360
};
Tone tone_of(int colour);
// Where a screen has no such colour: as strong as it can be.
int colour_of(Tone tone);

// What is painted where this colour is wished for: dark enough for white words (5:1), and where it has the hue of an
// answer (from red over amber to green) nearly grey, so that it is not taken for one.
int painted(int wished);
Tone unlike_an_answer(Tone tone);

} // namespace foyer
