// Light on its way from the scene to the pixels: blur of the lens and of motion, then the sensor. For photograph().
#pragma once

#include "tests/optics/optics.h"

namespace foyer::test {

struct Light {
    Light(int w, int h) : width(w), height(h), grey(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
    [[nodiscard]] float& at(int x, int y) { return grey[index(x, y)]; }
    [[nodiscard]] float at(int x, int y) const { return grey[index(x, y)]; }
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }

    void blur(float sigma);
    void smear(feed::Point path); // evenly along it

    int width, height;
    std::vector<float> grey;
};

// Gain, slope, glare, gamma, noise, rounding, and JPEG where asked for.
Frame exposed(const Light& light, const Shot& shot, feed::Prng& random);

} // namespace foyer::test
