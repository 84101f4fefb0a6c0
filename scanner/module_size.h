// How large the modules (the small squares) of a QR code are in a picture, from the picture and the corners alone: the
// decoder of Debian 12 does not tell a code's version. Pure.
#pragma once

#include <optional>

#include "scanner/reading.h"

namespace foyer {

// Modules from side to side: 21, 25... 177; nothing when no version's patterns are where they would be.
std::optional<int> modules_of(const GreyView& view, const Corners& corners);
// Pixels from one to the next, as a mean of the four sides.
std::optional<double> pixels_per_module(const GreyView& view, const Corners& corners);

} // namespace foyer
