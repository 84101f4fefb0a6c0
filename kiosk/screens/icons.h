// Signs drawn as strokes, in a box of 24 by 24 units. Arrows are physical directions: no language mirrors them.
#pragma once

#include <vector>

#include "kiosk/screens/geometry.h"
#include "sync/summit/words.h"

namespace foyer {

enum class Icon {
    tick,
    twice,
    person_at_desk,
    people,
    clock,
    globe,
    headphones,
    close,
    warning,
    pause,
    calendar,
    info,
    walk,
    camera,
    erase,
    search,
    lock,
    shift,
    hide,
    inbox,
    hand_at_left,
    hand_at_right
};

// One stroke: straight lines through these points.
using Stroke = std::vector<Point>;

std::vector<Stroke> strokes(Icon icon);
std::vector<Stroke> strokes(Arrow arrow); // none for Arrow::none

} // namespace foyer
