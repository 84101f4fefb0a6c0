#include "tests/scanner/scene.h"

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "tests/optics/modules.h"

namespace foyer::test {
namespace {

std::uint8_t shade(double value) { return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0))); }

// A box filter along lines of `count` pixels, `step` apart, by a running sum.
void blur_line(const std::vector<double>& from, std::vector<double>& into, int start, int count, int step, int radius) {
    const auto at = [&](int i) { return static_cast<std::size_t>(start + std::clamp(i, 0, count - 1) * step); };
    double sum = 0;
    for (int i = -radius; i <= radius; ++i) sum += from[at(i)];
    for (int i = 0; i < count; ++i) {
        into[at(i)] = sum / (2 * radius + 1);
        sum += from[at(i + radius + 1)] - from[at(i - radius)];
    }
}

void blur(std::vector<double>& pixels, int width, int height, int radius) {
    auto copy = pixels;
    for (int y = 0; y < height; ++y) blur_line(pixels, copy, y * width, width, 1, radius);
    for (int x = 0; x < width; ++x) blur_line(copy, pixels, x, height, width, radius);
}

Frame finished(std::vector<double> pixels, const Scene& scene) {
    for (int i = 0; scene.blur > 0 && i < 3; ++i) blur(pixels, scene.width, scene.height, scene.blur);
    std::mt19937 random(scene.seed);
    std::normal_distribution<double> noise(0, 1);
    Frame frame{{}, scene.width, scene.height, scene.width, {}, 0};
    for (const double value : pixels) {
        const double lit = 128 + (value - 128) * scene.contrast + noise(random) * scene.noise;
        frame.pixels.push_back(shade(scene.inverted ? 255 - lit : lit));
    }
    return frame;
}

} // namespace

Frame photograph(const Scene& scene) {
    const auto modules = modules_of(scene.text, Correction::medium);
    const double roll = scene.roll * std::numbers::pi / 180, tilt = scene.tilt * std::numbers::pi / 180;
    const double distance = 120 * scene.module; // the tilted card's far side is seen smaller
    const double half = modules.side / 2.0, card = half + 4;
    std::vector<double> pixels;
    for (int y = 0; y < scene.height; ++y)
        for (int x = 0; x < scene.width; ++x) {
            double dx = x - scene.x * scene.width;
            const double dy = y - scene.y * scene.height;
            const double depth = distance / (distance * std::cos(tilt) - dx * std::sin(tilt));
            dx *= depth;
            const double ey = dy * depth * std::cos(tilt);
            const double u = (dx * std::cos(roll) + ey * std::sin(roll)) / scene.module;
            const double v = (ey * std::cos(roll) - dx * std::sin(roll)) / scene.module;
            const bool on_card = std::abs(u) < card && std::abs(v) < card;
            const bool dark =
                modules.at(static_cast<int>(std::floor(u + half)), static_cast<int>(std::floor(v + half)));
            pixels.push_back(dark ? 20 : on_card ? 235 : 110);
        }
    return finished(std::move(pixels), scene);
}

Frame clutter(int width, int height, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    std::vector<double> pixels(static_cast<std::size_t>(width * height), 120);
    for (int i = 0; i < 40; ++i) {
        const int left = below(width), top = below(height), right = std::min(width, left + 5 + below(width / 3)),
                  bottom = std::min(height, top + 5 + below(height / 3)), level = below(256), stripe = 2 + below(30);
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x)
                if (i % 3 != 0 || (x / stripe + y / stripe) % 2 == 0)
                    pixels[static_cast<std::size_t>(y * width + x)] = level;
    }
    return finished(std::move(pixels), {.width = width, .height = height, .noise = 4, .seed = seed});
}

} // namespace foyer::test
