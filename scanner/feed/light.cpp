#include "scanner/feed/light.h"

#include <algorithm>
#include <cmath>

namespace foyer::feed {

namespace {

constexpr std::size_t table_size = std::size_t{1} << 18U;
constexpr float one = 512; // gains are kept in 1/512

std::uint16_t as_gain(float gain) { return static_cast<std::uint16_t>(std::clamp(gain, 0.05F, 4.0F) * one); }

void light_row(std::uint8_t* row, const std::uint16_t* gain, const std::int8_t* noise, int amplitude, int count) {
    for (int x = 0; x < count; ++x) {
        const int lit = static_cast<int>(static_cast<std::uint32_t>(row[x]) * gain[x] >> 9U);
        row[x] = static_cast<std::uint8_t>(std::clamp(lit + (noise[x] * amplitude >> 8), 0, 255));
    }
}

} // namespace

// A sum of eight uniform numbers is Gaussian enough: nobody sees the tails beyond 4.9 sigma that it lacks.
Light::Light(Prng random) : noise_(table_size) {
    for (auto& value : noise_) {
        const std::uint64_t bits = random.next();
        int sum = 0;
        for (unsigned byte = 0; byte < 8; ++byte) sum += static_cast<int>(bits >> (8 * byte) & 255U);
        value = static_cast<std::int8_t>(std::clamp((sum - 1020) * 32 / 209, -127, 127)); // sigma of the sum: 209
    }
}

void Light::fall_on(std::uint8_t* pixels, int width, int height, const Moment& moment, Prng& random) {
    across_.resize(static_cast<std::size_t>(width));
    const int amplitude = static_cast<int>(moment.noise * 8); // 256/32 = 8: the table's sigma is 32
    for (int y = 0; y < height; ++y) {
        if (y % 8 == 0) { // the slope is gentle: a new one every eight rows
            const float row_gain =
                moment.gain + moment.slope_y * (static_cast<float>(y) / static_cast<float>(height) - 0.5F);
            for (int x = 0; x < width; ++x)
                across_[static_cast<std::size_t>(x)] =
                    as_gain(row_gain + moment.slope_x * (static_cast<float>(x) / static_cast<float>(width) - 0.5F));
        }
        const std::size_t start = random.next() % (table_size - static_cast<std::size_t>(width));
        light_row(pixels + static_cast<std::ptrdiff_t>(y) * width, across_.data(), &noise_[start], amplitude, width);
    }
}

} // namespace foyer::feed
