// Is a name its own Latin form?
#pragma once

#include <string_view>

namespace foyer {

// Letters of Latin scripts with their marks, signs and punctuation only; so is nothing at all. Malformed UTF-8 is not.
bool is_latin(std::string_view text);

} // namespace foyer
