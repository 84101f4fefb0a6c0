#include "sync/search/phone.h"

#include <algorithm>

namespace foyer::search {
namespace {

struct Digit {
    unsigned value;
    std::size_t letter;
};

bool is_digit(const Glyph& glyph) { return glyph.plain.size() == 1 && glyph.plain[0] >= '0' && glyph.plain[0] <= '9'; }

// "+49 (0)170": that zero is dialled at home only.
bool is_in_brackets(const std::vector<Letter>& letters, std::size_t at) {
    const auto is_gap = [&](std::size_t i) {
        return i < letters.size() && letters[i].glyph->gap == Gap::hard && letters[i].to == letters[i].from + 1;
    };
    const auto is_blank = [&](std::size_t i) { return i == 0 || !is_digit(*letters[i - 1].glyph); };
    return at > 1 && letters[at].glyph->plain == "0" && is_gap(at - 1) && is_gap(at + 1) && is_blank(at - 1);
}

std::vector<Digit> all_digits(const std::vector<Letter>& letters) {
    std::vector<Digit> digits;
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (is_digit(*letters[i].glyph) && !is_in_brackets(letters, i))
            digits.push_back({static_cast<unsigned>(letters[i].glyph->plain[0] - '0'), i});
    digits.erase(digits.begin(), std::ranges::find_if(digits, [](const Digit& it) { return it.value != 0; }));
    return digits;
}

Digits packed(std::span<const Digit> digits) {
    Digits result;
    if (digits.size() > 16) digits = digits.last(16);
    for (const Digit& digit : digits) result.bits = (result.bits << 4U) | (digit.value + 1);
    result.count = static_cast<int>(digits.size());
    return result;
}

} // namespace

bool Digits::contain(const Digits& part) const {
    if (part.count == 0) return false;
    const std::uint64_t mask = ~std::uint64_t{0} >> (64U - 4U * static_cast<unsigned>(part.count));
    bool found = false; // no way out in between: so it is done in wide registers
    for (unsigned shift = 0; shift < 64; shift += 4) found |= ((bits >> shift) & mask) == part.bits;
    return found;
}

Digits digits_of(const std::vector<Letter>& letters) { return packed(all_digits(letters)); }

Span span_of(const Digits& part, const std::vector<Letter>& letters) {
    const std::vector<Digit> digits = all_digits(letters);
    const auto count = static_cast<std::size_t>(part.count);
    for (std::size_t end = digits.size(); end >= count && count > 0; --end)
        if (packed(std::span(digits).subspan(end - count, count)) == part)
            return {letters[digits[end - count].letter].from, letters[digits[end - 1].letter].to};
    return {};
}

bool is_phone(const std::vector<Letter>& letters) {
    return std::ranges::all_of(letters,
                               [](const Letter& it) { return it.glyph->plain.empty() || is_digit(*it.glyph); });
}

} // namespace foyer::search
