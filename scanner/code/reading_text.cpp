#include "scanner/code/reading_text.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// AIM ITS/04-023: a backslash and six digits change the character set; codes are ASCII and need none.
bool begins_with_eci(std::string_view text) {
    return text.size() >= 7 && text[0] == '\\' && std::ranges::all_of(text.substr(1, 6), is_digit);
}

} // namespace

bool begins_with_symbology(std::string_view text) {
    return text.size() >= 3 && text[0] == ']' && (is_lower(text[1]) || is_upper(text[1])) &&
           (is_digit(text[2]) || is_lower(text[2]) || is_upper(text[2]));
}

std::string tidy(std::string_view text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [](char c) { return !is_control(c); });
    std::string_view rest = kept;
    while (rest.starts_with(' ') || begins_with_symbology(rest) || begins_with_eci(rest))
        rest.remove_prefix(rest[0] == ' ' ? 1 : rest[0] == ']' ? 3 : 7);
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    return std::string{rest};
}

std::string upper_case(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

std::string lower_case(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

} // namespace foyer
