// One grey picture and how it is looked at. 8 bits a pixel, rows from top to bottom, `stride` bytes from row to row.
// Frame owns its pixels and travels between threads by value (moved); GreyView looks and must not outlive what it
// looks at.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "sync/summit/bytes.h"

namespace foyer {

using SteadyTime = std::chrono::steady_clock::time_point;

// In pixels; `x`, `y` is the upper left corner.
struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const PixelRect&) const = default;
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    // What of it lies in a picture of that size.
    [[nodiscard]] PixelRect within(int picture_width, int picture_height) const {
        const int left = std::clamp(x, 0, picture_width), top = std::clamp(y, 0, picture_height);
        const int right = std::clamp(x + width, left, picture_width);
        const int bottom = std::clamp(y + height, top, picture_height);
        return {left, top, right - left, bottom - top};
    }
};

struct GreyView {
    const std::uint8_t* pixels = nullptr;
    int width = 0, height = 0, stride = 0;

    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] const std::uint8_t* row(int y) const { return pixels + static_cast<std::ptrdiff_t>(y) * stride; }
    // `part` must lie within the picture.
    [[nodiscard]] GreyView cut(const PixelRect& part) const {
        return {row(part.y) + part.x, part.width, part.height, stride};
    }
};

struct Frame {
    Bytes pixels; // stride * height
    int width = 0, height = 0, stride = 0;
    SteadyTime captured;        // when the light came in, as well as the source can say
    std::uint64_t sequence = 0; // 1, 2, 3... of its source as handed over; a picture on its own has 0

    [[nodiscard]] GreyView view() const { return {pixels.data(), width, height, stride}; }
};

} // namespace foyer
