// What a reader saw: one code, once. A plain value; never logged, as a code is a secret.
#pragma once

#include <array>
#include <string>

#include "scanner/frame.h"

namespace foyer {

struct Corner {
    float x = 0, y = 0; // pixels of the frame
    bool operator==(const Corner&) const = default;
};

// From the code's own upper left, clockwise as printed: a code held upside down begins at the lower right of the frame.
using Corners = std::array<Corner, 4>;

struct Reading {
    Bytes bytes;      // the payload as it is in the code
    std::string text; // the same as UTF-8: `bytes` when they are UTF-8, else converted from what the code says it is
    Corners corners;
    std::string source; // "camera", a file's name: whatever the reader was told
    SteadyTime time;    // of the frame
};

// The smallest upright rectangle round them.
PixelRect bounds(const Corners& corners);

bool is_utf8(ByteView bytes);

} // namespace foyer
