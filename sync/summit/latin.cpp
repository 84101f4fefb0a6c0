#include "sync/summit/latin.h"

#include <algorithm>
#include <vector>

namespace foyer {

namespace {

// The code points of UTF-8 text; malformed bytes count as U+FFFD. Import checked it, but a peer's fact may not have.
std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at++]);
        const std::size_t more = lead < 0x80 ? 0 : lead < 0xC0 ? 4 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        if (more == 4 || at + more > text.size()) {
            out.push_back(0xFFFD);
            continue;
        }
        char32_t point = more == 0 ? lead : lead & (0x3FU >> more);
        for (std::size_t i = 0; i < more; ++i) point = (point << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
        out.push_back(point);
    }
    return out;
}

bool is_latin_point(char32_t point) {
    const auto within = [point](char32_t first, char32_t last) { return point >= first && point <= last; };
    return point < 0x250 || within(0x250, 0x36F) // Latin and its extensions, IPA, marks
           || within(0x1E00, 0x1EFF) || within(0x2C60, 0x2C7F) || within(0xA720, 0xA7FF) // more Latin
           || within(0x2000, 0x206F); // typographic spaces, quotes, dashes
}

} // namespace

bool is_latin(std::string_view text) { return std::ranges::all_of(code_points(text), is_latin_point); }

} // namespace foyer
