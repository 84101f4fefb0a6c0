// What a checkpoint's mode is called in files, on command lines and in the API.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "sync/summit/words.h"

namespace foyer {

inline constexpr std::array<std::pair<std::string_view, Mode>, 6> mode_words{{{"self", Mode::self},
                                                                              {"gate", Mode::gate},
                                                                              {"room", Mode::room},
                                                                              {"sign", Mode::sign},
                                                                              {"desk", Mode::desk},
                                                                              {"meeting", Mode::meeting}}};

constexpr std::string_view name(Mode mode) {
    for (const auto& [word, value] : mode_words)
        if (value == mode) return word;
    return "";
}

constexpr std::optional<Mode> mode_named(std::string_view name) {
    for (const auto& [word, value] : mode_words)
        if (word == name) return value;
    return std::nullopt;
}

} // namespace foyer
