// What toml++ must not be shown. Its 3.3 asks a generated table whether a character is white space, and for letters
// such as "é" where a key or a value should stand the table runs into undefined behaviour instead of "no". TOML allows
// only ASCII there anyway, so such a file is refused before it is parsed.
#pragma once

#include <optional>
#include <string_view>

#include "sync/import/problems.h"

namespace foyer {

struct TomlObstacle {
    std::size_t line = 0;
    std::string_view text; // what is wrong and what to do
};

// The first letter beyond ASCII outside quotes and comments, or backslash before a blank in a multi-line text.
std::optional<TomlObstacle> obstacle_in_toml(std::string_view text);

} // namespace foyer
