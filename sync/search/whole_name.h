// Whether two people mean the same whole name: for a guest who says who they are, where a beginning is not enough.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "sync/search/spelling.h"

namespace foyer::search {

// Under which forms a whole name is known: its words in the order they have, in that of the alphabet, and with the last
// first; as they compare (spelling.h), with nothing between them. Two names are the same when they share one. Empty for
// what is no name: fewer than two characters.
std::set<std::string> whole_name_forms(std::string_view name, Spelling& spelling);

} // namespace foyer::search
