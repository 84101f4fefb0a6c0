#include "scanner/shrink.h"

#include <vector>

namespace foyer {
namespace {

GreyView sized(Bytes& into, int width, int height) {
    into.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    return {into.data(), width, height, width};
}

std::uint8_t* row_of(Bytes& pixels, int width, int y) { return pixels.data() + static_cast<std::ptrdiff_t>(y) * width; }

} // namespace

GreyView half(const GreyView& view, Bytes& into) {
    const auto small = sized(into, view.width / 2, view.height / 2);
    for (int y = 0; y < small.height; ++y) {
        const std::uint8_t* upper = view.row(2 * y);
        const std::uint8_t* lower = view.row(2 * y + 1);
        std::uint8_t* out = row_of(into, small.width, y);
        for (int x = 0; x < small.width; ++x) {
            const int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];
            out[x] = static_cast<std::uint8_t>((sum + 2) >> 2);
        }
    }
    return small;
}

GreyView inverted(const GreyView& view, Bytes& into) {
    const auto result = sized(into, view.width, view.height);
    for (int y = 0; y < view.height; ++y) {
        const std::uint8_t* in = view.row(y);
        std::uint8_t* out = row_of(into, view.width, y);
        for (int x = 0; x < view.width; ++x) out[x] = static_cast<std::uint8_t>(255 - in[x]);
    }
    return result;
}

GreyView twice(const GreyView& view, Bytes& into) {
    const auto large = sized(into, view.width * 2, view.height * 2);
    // Each new pixel lies a quarter of the way between old ones: 3 parts the nearer, 1 part the farther, both ways.
    for (int y = 0; y < large.height; ++y) {
        const int near_y = y / 2, far_y = std::clamp(near_y + (y % 2 == 0 ? -1 : 1), 0, view.height - 1);
        const std::uint8_t* near = view.row(near_y);
        const std::uint8_t* far = view.row(far_y);
        std::uint8_t* out = row_of(into, large.width, y);
        for (int x = 0; x < large.width; ++x) {
            const int near_x = x / 2, far_x = std::clamp(near_x + (x % 2 == 0 ? -1 : 1), 0, view.width - 1);
            const int sum = 9 * near[near_x] + 3 * near[far_x] + 3 * far[near_x] + far[far_x];
            out[x] = static_cast<std::uint8_t>((sum + 8) >> 4);
        }
    }
    return large;
}

GreyView softened(const GreyView& view, Bytes& into) {
    const auto result = sized(into, view.width, view.height);
    const auto across = static_cast<std::size_t>(view.width);
    std::vector<std::uint16_t> sums(across);
    for (int y = 0; y < view.height; ++y) {
        std::uint8_t* out = row_of(into, view.width, y);
        std::copy_n(view.row(y), view.width, out);
        if (y == 0 || y + 1 == view.height) continue;
        const std::uint8_t *above = view.row(y - 1), *here = view.row(y), *below = view.row(y + 1);
        for (std::size_t x = 0; x < across; ++x) sums[x] = static_cast<std::uint16_t>(above[x] + here[x] + below[x]);
        for (std::size_t x = 1; x + 1 < across; ++x)
            out[x] =
                static_cast<std::uint8_t>(static_cast<unsigned>(sums[x - 1] + sums[x] + sums[x + 1]) * 7282U >> 16U);
    }
    return result;
}

GreyView sharpened(const GreyView& view, Bytes& into) {
    const auto result = softened(view, into);
    for (int y = 0; y < view.height; ++y) {
        const std::uint8_t* in = view.row(y);
        std::uint8_t* out = row_of(into, view.width, y);
        for (int x = 0; x < view.width; ++x)
            out[x] = static_cast<std::uint8_t>(std::clamp(3 * in[x] - 2 * out[x], 0, 255));
    }
    return result;
}

GreyView framed(const GreyView& view, int margin, Bytes& into) {
    const auto result = sized(into, view.width + 2 * margin, view.height + 2 * margin);
    std::fill(into.begin(), into.end(), std::uint8_t{255});
    for (int y = 0; y < view.height; ++y)
        std::copy_n(view.row(y), view.width, row_of(into, result.width, y + margin) + margin);
    return result;
}

} // namespace foyer
