// Photographs as a kiosk's camera takes them: a code on a badge, a phone or a sheet of paper, held in a hand before a
// cluttered background, through a lens, in some light, on a sensor. A Shot says everything about one; the same Shot
// gives the same pixels. Lengths in mm, on the sensor in pixels. For tests and benchmarks; pure; about 40 ms a 720p
// frame.
#pragma once

#include <cstdint>

#include "scanner/feed/geometry.h"
#include "scanner/feed/prng.h"
#include "scanner/frame.h"
#include "tests/optics/modules.h"

namespace foyer::test {

enum class Holding { badge, phone, phone_dark, paper, nothing };

// Something held up. The middle of its code is the origin of its plane; u to the right, v downwards.
struct Held {
    Holding holding = Holding::badge;
    Modules code; // none: a badge with a name and no code
    float code_mm = 30;
    feed::Pose pose;
    float bend = 0;                                  // 1/mm: of a cylinder round an upright axis
    float wrap = 0, wrap_angle = 0;                  // the same, strong: 1/mm, radians of the axis from upright
    float crease = 0;                                // mm that the fold stands out, 40 mm from it
    float crease_at = 0;                             // mm from the code's middle, along the fold's normal
    float crease_angle = 0;                          // radians
    float ink = 25, card = 230;                      // grey levels
    float moire = 0, moire_px = 7;                   // a phone's pixels against the sensor's: strength 0-1, period
    float bands = 0, bands_px = 90, bands_phase = 0; // a phone's dimming against the shutter
    float blot = 0; // mm: radius of a thumb or a stain over a corner of the code's data
    feed::Point blot_at;
    std::uint64_t seed = 1; // of its print
};

struct Shot {
    int width = 1280, height = 720;
    std::vector<Held> held;
    float defocus = 0.8F; // sigma, px
    feed::Point smear;    // px travelled during the exposure
    float gain = 1, slope_x = 0, slope_y = 0, gamma = 1;
    float glare = 0, glare_radius = 60; // 0-1, px
    feed::Point glare_at;               // px
    float noise = 3;                    // sigma, grey levels
    int jpeg_quality = 0;               // 0: not compressed
    std::uint64_t seed = 1;             // of background and noise
};

Frame photograph(const Shot& shot);
// The same scene with other noise: a next frame of it.
Frame photograph(const Shot& shot, std::uint64_t noise_seed);
// So many of it, for little more than the price of one.
std::vector<Frame> burst(const Shot& shot, int count);

// Pixels a module in the code's middle.
float module_px(const Shot& shot, const Held& held);
// The camera of a Shot: 28 degrees of height, whatever the resolution.
feed::Camera camera_of(int width, int height);
// A frame as a JPEG file of that quality, and after it.
Bytes jpeg_of(const Frame& frame, int quality);
Frame through_jpeg(const Frame& frame, int quality);

} // namespace foyer::test
