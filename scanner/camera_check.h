// How good a camera's picture is, in numbers for staff and one piece of advice. Pure: from a frame alone; about a
// millisecond for 1280 x 720. `module_size.h` has the number that needs a code in it.
#pragma once

#include <optional>

#include "scanner/frame.h"

namespace foyer {

struct CameraCheck {
    double mean = 0;                 // grey level, 0 to 255
    double dark = 0, clipped = 0;    // shares of the pixels, 0 to 1, that are as good as black, as good as white
    std::optional<double> sharpness; // 0 to 1: see sharpness_of; nothing where there is no edge to judge by
    std::optional<double> pixels_per_module; // of the code that was read last
    bool operator==(const CameraCheck&) const = default;
};

CameraCheck check_picture(const GreyView& view, std::optional<double> pixels_per_module);

// The part of an edge's contrast that lies between two neighbouring pixels, of the sharpest fifth of the strong
// edges: 1 for a drawn edge, 0.4 for one blurred with a standard deviation of one pixel, 0.13 with three.
std::optional<double> sharpness_of(const GreyView& view);

// What to do first. Light comes before focus, which noise and shadows hide, and both before distance.
enum class CameraAdvice { good, too_dark, too_bright, out_of_focus, move_closer };
CameraAdvice advise(const CameraCheck& check);

} // namespace foyer
