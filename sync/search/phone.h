// Phone numbers as sixteen digits in a word, so that a hundred thousand of them are looked through in a moment. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "sync/search/forms.h"

namespace foyer::search {

// The digits of a number: four bits each, the digit and one, the last of them lowest. No "(0)", no zeros in front; of a
// longer number the last 16.
struct Digits {
    std::uint64_t bits = 0;
    int count = 0;
    bool operator==(const Digits&) const = default;
    [[nodiscard]] bool contain(const Digits& part) const;
};

Digits digits_of(const std::vector<Letter>& letters);
// Where in the text of `letters` the digits of `part` stand, the last time that they do; {0, 0}: not clear.
Span span_of(const Digits& part, const std::vector<Letter>& letters);
// Nothing but digits, and what stands between those of a phone number.
bool is_phone(const std::vector<Letter>& letters);

} // namespace foyer::search
