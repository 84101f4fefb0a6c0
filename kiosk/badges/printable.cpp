#include <cstdint>

#include "kiosk/badges/badge.h"

namespace foyer {

namespace {

constexpr std::size_t length_max = 300; // characters: no badge has room for more, and setting them costs time
constexpr char32_t replacement = 0xFFFD;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Takes the next character off `text`, which is not empty. Overlong forms, surrogates and stray bytes become U+FFFD.
char32_t take(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                               : lead >= 0xE0                ? 3
                               : lead >= 0xC2                ? 2
                                                             : 0;
    char32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    bool good = length > 0 && lead < 0xF5 && length <= text.size();
    for (std::size_t i = 1; good && i < length; ++i) {
        good = is_continuation(text[i]);
        value = value << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    good = good && value >= least[length] && value <= 0x10FFFF && !(value >= 0xD800 && value < 0xE000);
    text.remove_prefix(good ? length : 1);
    return good ? value : replacement;
}

void append(std::string& out, char32_t c) {
    const auto byte = [&](char32_t bits) { out += static_cast<char>(bits); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) {
        byte(0xC0 | c >> 6U);
    } else {
        if (c < 0x10000) {
            byte(0xE0 | c >> 12U);
        } else {
            byte(0xF0 | c >> 18U);
            byte(0x80 | (c >> 12U & 0x3F));
        }
        byte(0x80 | (c >> 6U & 0x3F));
    }
    byte(0x80 | (c & 0x3F));
}

bool is_space(char32_t c) { return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029 || c == 0x3000; }

// Marks that turn the direction of what follows: a name could use them to look like another's.
bool turns_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF; }

} // namespace

std::string printable(std::string_view text) {
    std::string out;
    bool space = false; // one is due before the next character
    for (std::size_t count = 0; !text.empty() && count < length_max;) {
        const char32_t c = take(text);
        if (turns_direction(c)) continue;
        if (is_space(c)) {
            space = true;
            continue;
        }
        if (space && !out.empty()) append(out, ' ');
        space = false;
        append(out, c);
        ++count;
    }
    return out;
}

} // namespace foyer
