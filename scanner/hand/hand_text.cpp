#include "scanner/hand/hand_text.h"

#include <algorithm>

namespace foyer {

static constexpr std::size_t aim_length = 3;

static bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_aim_prefix(std::string_view three) {
    return three.size() == aim_length && three[0] == ']' && is_letter(three[1]) &&
           (is_digit(three[2]) || is_letter(three[2]));
}

std::string bare_text(std::string_view sent) {
    std::string text;
    std::ranges::copy_if(sent, std::back_inserter(text), [](char c) { return !is_control(c); });
    if (is_aim_prefix(std::string_view(text).substr(0, aim_length))) text.erase(0, aim_length);
    return text;
}

} // namespace foyer
