#include "scanner/code/short_code.h"

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

bool is_whole(std::string_view code) { return looks_short(code) && weighted_sum(code) == 0; }

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

bool looks_short(std::string_view text) {
    return text.size() == short_code_length && (text[0] == badge_letter || text[0] == invitation_letter);
}

std::optional<BadgeKind> kind_of(std::string_view code) {
    if (!is_whole(code)) return std::nullopt;
    return code[0] == badge_letter ? BadgeKind::badge : BadgeKind::invitation;
}

} // namespace foyer
