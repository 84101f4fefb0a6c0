#include "scanner/code/short_code.h"

#include <algorithm>
#include <cassert>

#include "sync/crypto/crypto.h"

namespace foyer {
namespace {

constexpr int base = static_cast<int>(short_code_alphabet.size());
static_assert(base == 29);

// Rare first letters, so that a foreign ticket of 16 characters seldom looks like ours. A version 2 takes other
// letters.
constexpr char badge_letter = 'X';
constexpr char invitation_letter = 'K';

constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
// ASCII only: the C library's toupper would follow the locale (a Turkish i has no dotless upper case).
constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

constexpr char letter_of(BadgeKind kind) { return kind == BadgeKind::badge ? badge_letter : invitation_letter; }

std::optional<int> value_of(char c) {
    const auto at = short_code_alphabet.find(c);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<int>(at);
}

// Sum of (position + 1) * value over the first 15 characters, modulo 29; nothing when one is not of the alphabet. The
// check makes it up to 0 with weight 16. Weights 1-16 and their neighbours' differences are all invertible modulo a
// prime, so every changed character and every swap of two neighbours changes the sum.
std::optional<int> weighted_sum(std::string_view characters) {
    int sum = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const auto value = value_of(characters[i]);
        if (!value) return std::nullopt;
        sum += (static_cast<int>(i) + 1) * *value;
    }
    return sum % base;
}

constexpr int inverse_of_16 = 20; // 16 * 20 = 320 = 11 * 29 + 1
static_assert(16 * inverse_of_16 % base == 1);

std::string tidy(std::string_view text) {
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) { return !is_control(c); });
    const auto first = kept.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return kept.substr(first, kept.find_last_not_of(' ') - first + 1);
}

bool looks_ours(std::string_view text) {
    return text.size() == short_code_length && (text[0] == badge_letter || text[0] == invitation_letter);
}

bool is_whole(std::string_view code) { return looks_ours(code) && weighted_sum(code) == 0; }

} // namespace

std::string short_code(BadgeKind kind, const ShortCodeDigits& digits) {
    std::string code(1, letter_of(kind));
    for (const auto digit : digits) {
        assert(digit < base);
        code += short_code_alphabet[digit];
    }
    const int sum = *weighted_sum(code);
    code += short_code_alphabet[static_cast<std::size_t>((base - sum) * inverse_of_16 % base)];
    assert(is_whole(code));
    return code;
}

std::string mint(BadgeKind kind) {
    ShortCodeDigits digits{};
    for (auto& digit : digits) digit = static_cast<std::uint8_t>(random_below(base));
    return short_code(kind, digits);
}

Presented parse(std::string_view text) {
    std::string kept = tidy(text);
    std::string raised = kept;
    std::transform(raised.begin(), raised.end(), raised.begin(), upper);
    if (!looks_ours(raised)) return {Presented::Form::foreign, std::move(kept)};
    const auto form = is_whole(raised) ? Presented::Form::foyer : Presented::Form::forged;
    return {form, std::move(raised)};
}

std::optional<BadgeKind> kind_of(std::string_view code) {
    if (!is_whole(code)) return std::nullopt;
    return code[0] == badge_letter ? BadgeKind::badge : BadgeKind::invitation;
}

} // namespace foyer
