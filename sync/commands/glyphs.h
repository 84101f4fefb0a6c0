// Before the day: which names of an import nobody could be shown, because no font here has their characters.
#pragma once

#include "sync/import/summit_files.h"

namespace foyer {

// A warning a field, by line. Asks Pango once for each character of each language.
std::vector<Problem> missing_glyphs(const SummitFiles& files);

} // namespace foyer
