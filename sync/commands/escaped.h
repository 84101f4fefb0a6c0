// Text from outside as it may be printed on a terminal: a code must not drive it, nor turn its line round.
#pragma once

#include <string>
#include <string_view>

namespace foyer {

// For a line: \n, \r, \t, \\ for the backslash itself; other controls, line separators and bidirectional controls as
// \u{202e}; bytes that are not UTF-8 as \xff. So every text has one form and every form one text.
std::string escaped(std::string_view text);

// For JSON that is whole: what may not be printed raw becomes \u202e, which stands for the same character.
std::string escaped_json(std::string_view json);

} // namespace foyer
