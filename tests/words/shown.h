// Each screen with as many words as it can have, in one language: made by `view_of`, as a terminal would show it.
// Fuller than any morning is (tests/scenes), and looked at by nobody.
#pragma once

#include "tests/app/terminal.h"
#include "tests/scenes/scenes.h"

namespace foyer::tests {

std::vector<Shown> fullest_screens(const Language& language);
std::vector<Shown> guests_fullest_screens(const Language& language); // that guests touch
// The programme of a summit of several days, by forum and room, searched; at a terminal that nobody has touched.
void add_browsing(std::vector<Shown>& all, const Terminal& fresh);

} // namespace foyer::tests
