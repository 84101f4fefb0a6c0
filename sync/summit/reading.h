// Which way a language reads.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace foyer {

constexpr bool reads_right_to_left(std::string_view language) { // "ar", "he", "ar-EG"...
    constexpr std::array<std::string_view, 8> tags{"ar", "he", "fa", "ur", "yi", "ps", "dv", "ug"};
    return std::ranges::any_of(tags, [&](std::string_view tag) {
        return language.starts_with(tag) && (language.size() == tag.size() || language[tag.size()] == '-');
    });
}

} // namespace foyer
