// What was told, by its kind.
#pragma once

#include <vector>

#include "kiosk/app/event.h"
#include "tests/catch.h"

namespace foyer::test {

template <class Told>
Told last_of(const std::vector<Event>& told) {
    for (auto event = told.rbegin(); event != told.rend(); ++event)
        if (const auto* found = std::get_if<Told>(&*event)) return *found;
    FAIL("nothing of that kind was told");
    return {};
}

} // namespace foyer::test
