// How full a place is: a large number, the capacity beside it, and a bar.
#pragma once

#include "kiosk/app/views.h"
#include "kiosk/screens/paint.h"

namespace foyer {

// White on a dark ground, in a column at `at` (its height is not used); gives the y below it.
float fill_bar(Paint& paint, const FillView& view, Rect at);

} // namespace foyer
