// The soft shadow under cards, blurred once: a picture whose corners are drawn as they are and whose middle is
// stretched.
#pragma once

#include <cstdint>
#include <vector>

namespace foyer {

struct Shadow {
    int side_px;                   // of the square picture
    int corner_px;                 // half of it: what a corner takes
    std::vector<std::uint8_t> ink; // one byte a pixel
};

// For cards of `radius_px`, fading out over `blur_px` on either side of the edge.
Shadow make_shadow(float radius_px, float blur_px);

} // namespace foyer
