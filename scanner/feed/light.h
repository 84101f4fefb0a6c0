// What light and sensor do to a whole frame: a gain that slopes across it, clipping, and noise.
#pragma once

#include "scanner/feed/path.h"

namespace foyer::feed {

class Light {
public:
    explicit Light(Prng random);
    // In place. `random` only chooses where in the table of noise each row starts.
    void fall_on(std::uint8_t* pixels, int width, int height, const Moment& moment, Prng& random);

private:
    std::vector<std::int8_t> noise_; // Gaussian, sigma 32
    std::vector<std::uint16_t> across_;
};

} // namespace foyer::feed
