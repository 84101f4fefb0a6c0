// Where a screen's words lie, asked of what one frame draws, without a window.
#pragma once

#include <vector>

#include "kiosk/app/views.h"
#include "kiosk/screens/geometry.h"

namespace foyer {

// Every text that one frame of `view` draws, by where it lies.
std::vector<Rect> texts_of(const CurrentView& view, int width, int height);
// No word lies on another one.
void check_apart(const std::vector<Rect>& texts);

} // namespace foyer
