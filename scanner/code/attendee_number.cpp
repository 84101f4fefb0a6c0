#include "scanner/code/attendee_number.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

struct Kind {
    std::string_view alphabet;
    std::size_t longest;
};

// In this order: an id is of the first kind that holds it.
constexpr std::array<Kind, 3> kinds{{
    {"0123456789", 14},
    {"0123456789abcdefghijklmnopqrstuvwxyz", 9}, // a guest who came unannounced is g and eight hexadecimal digits
    {"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-", 7},
}};

constexpr std::uint64_t count_of(const Kind& kind, std::size_t length) {
    std::uint64_t count = 1;
    for (std::size_t i = 0; i < length; ++i) count *= kind.alphabet.size();
    return count;
}

constexpr std::uint64_t count_in_all() {
    std::uint64_t count = 0;
    for (const Kind& kind : kinds)
        for (std::size_t length = 1; length <= kind.longest; ++length) count += count_of(kind, length);
    return count;
}
static_assert(count_in_all() <= attendee_numbers);

bool holds(const Kind& kind, std::string_view id) {
    return !id.empty() && id.size() <= kind.longest && id.find_first_not_of(kind.alphabet) == std::string_view::npos;
}

std::string text_of(const Kind& kind, std::size_t length, std::uint64_t value) {
    std::string text(length, ' ');
    for (std::size_t i = length; i-- > 0; value /= kind.alphabet.size())
        text[i] = kind.alphabet[value % kind.alphabet.size()];
    return text;
}

} // namespace

std::optional<std::uint64_t> number_of(const AttendeeId& id) {
    std::uint64_t before = 0; // the numbers of all shorter ids of this kind, and of the kinds before
    for (const Kind& kind : kinds) {
        const bool is_it = holds(kind, id.text);
        for (std::size_t length = 1; length <= kind.longest; ++length) {
            if (is_it && length == id.text.size()) {
                std::uint64_t value = 0;
                for (const char c : id.text) value = value * kind.alphabet.size() + kind.alphabet.find(c);
                return before + value;
            }
            before += count_of(kind, length);
        }
    }
    return std::nullopt;
}

std::optional<AttendeeId> attendee_numbered(std::uint64_t number) {
    std::uint64_t left = number;
    for (const Kind& kind : kinds)
        for (std::size_t length = 1; length <= kind.longest; ++length) {
            const std::uint64_t count = count_of(kind, length);
            if (left >= count) {
                left -= count;
                continue;
            }
            AttendeeId id{text_of(kind, length, left)};
            if (number_of(id) != number) return std::nullopt; // it is of an earlier kind, where it has its number
            return id;
        }
    return std::nullopt;
}

} // namespace foyer
