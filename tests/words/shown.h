// Each screen with as many words as it can have, in one language: made by `view_of`, as a terminal would show it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/view_of.h"

namespace foyer::tests {

struct Shown {
    std::string name;
    CurrentView view;
};

std::vector<Shown> all_screens(const Language& language);
std::vector<Shown> guests_screens(const Language& language); // that guests touch

} // namespace foyer::tests
