// Each screen with as many words as it can have, in one language: made by `view_of`, as a terminal would show it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/view_of.h"
#include "tests/app/terminal.h"

namespace foyer::tests {

struct Shown {
    std::string name;
    CurrentView view;
};

std::vector<Shown> all_screens(const Language& language);
std::vector<Shown> guests_screens(const Language& language); // that guests touch
// The programme of a summit of several days, by forum and room, searched; at a terminal that nobody has touched.
void add_browsing(std::vector<Shown>& all, const Terminal& fresh);

} // namespace foyer::tests
