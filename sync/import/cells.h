// What the readers of CSV files share: a cell's text as it is meant, and what a sentence may repeat of it. Inside this
// room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foyer {

// Without blanks at either end, the no-break and the ideographic one included.
std::string_view trimmed(std::string_view text);
// "Native name" and "native_name" are the same column.
std::string column_name(std::string_view header);
// The items of a cell, between semicolons.
std::vector<std::string> list_of(std::string_view cell);
// One plain word, or figures, in quotes. In a shifted column the rest may be a person's name.
std::string shown(std::string_view text);

} // namespace foyer
