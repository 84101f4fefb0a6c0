// Frames as a camera would give them, for the tests of this room: real QR codes by libqrencode on a white card, seen
// under an angle, out of focus, in noise. Everything from a seed.
#pragma once

#include <string>

#include "scanner/frame.h"

namespace foyer::test {

struct Scene {
    std::string text; // in the code; empty: an empty card
    int width = 640, height = 480;
    double module = 6;       // pixels a module
    double x = 0.5, y = 0.5; // the code's centre, as a part of the frame
    double roll = 0;         // degrees
    double tilt = 0;         // degrees about the vertical axis
    int blur = 0;            // box filter of 2 * blur + 1 pixels, three times
    double noise = 0;        // standard deviation, grey levels
    double contrast = 1;     // 0-1
    bool inverted = false;   // white on black
    unsigned seed = 1;
};

Frame photograph(const Scene& scene);

// A frame without any code: a seeded heap of rectangles, stripes and noise.
Frame clutter(int width, int height, unsigned seed);

} // namespace foyer::test
