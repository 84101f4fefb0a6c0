// A summit's sign as pixels of the size that it is drawn in. Any thread.
#pragma once

#include <optional>
#include <vector>

#include "sync/summit/bytes.h"

namespace foyer {

struct Logo {
    int width = 0, height = 0;        // px
    std::vector<std::uint8_t> pixels; // RGBA, whole: on white
};

// `png` scaled to `height` px, and narrower than `most_wide` px: then lower, too. None: it is no picture.
std::optional<Logo> make_logo(ByteView png, int height, int most_wide);

} // namespace foyer
