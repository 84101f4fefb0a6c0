#include "scanner/reading.h"

#include <cmath>

namespace foyer {
namespace {

struct Lead {
    int following;  // bytes after the first
    char32_t bits;  // of the first byte
    char32_t least; // smaller values are overlong
};

std::optional<Lead> lead(std::uint8_t byte) {
    if (byte < 0x80) return Lead{0, byte, 0};
    if (byte >= 0xc2 && byte < 0xe0) return Lead{1, byte & 0x1fU, 0x80};
    if (byte >= 0xe0 && byte < 0xf0) return Lead{2, byte & 0x0fU, 0x800};
    if (byte >= 0xf0 && byte < 0xf5) return Lead{3, byte & 0x07U, 0x10000};
    return std::nullopt;
}

bool is_character(char32_t c, char32_t least) { return c >= least && c <= 0x10ffff && (c < 0xd800 || c > 0xdfff); }

} // namespace

PixelRect bounds(const Corners& corners) {
    float left = corners[0].x, right = left, top = corners[0].y, bottom = top;
    for (const auto& corner : corners) {
        left = std::min(left, corner.x), right = std::max(right, corner.x);
        top = std::min(top, corner.y), bottom = std::max(bottom, corner.y);
    }
    const auto whole = [](float value) { return static_cast<int>(std::lround(value)); };
    return {whole(left), whole(top), whole(right - left), whole(bottom - top)};
}

bool is_utf8(ByteView bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto first = lead(bytes[at++]);
        if (!first) return false;
        char32_t character = first->bits;
        for (int i = 0; i < first->following; ++i, ++at) {
            if (at == bytes.size() || (bytes[at] & 0xc0U) != 0x80) return false;
            character = character << 6U | (bytes[at] & 0x3fU);
        }
        if (!is_character(character, first->least)) return false;
    }
    return true;
}

} // namespace foyer
