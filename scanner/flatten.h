// A picture without its light: glare, shade and slopes taken out, so that a pattern under a reflection has the edges of
// one beside it. Pure; some 8 ms a 720p frame, so for hard looks.
#pragma once

#include <array>

#include "scanner/frame.h"

namespace foyer {

// Each pixel against the mean of a square of pixels around, in units of how much they differ; 128 in the middle.
// `windows`: how many of the squares lie along the picture's short side. One of some seven modules shows finder
// patterns best: these two find large and small ones. Lives in `storage`.
inline constexpr std::array flat_windows{20, 40};
GreyView flattened(const GreyView& view, int windows, Bytes& storage);

} // namespace foyer
