#include "sync/summit/look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace foyer {

namespace {

using Three = std::array<double, 3>;

Three linear(int colour) {
    Three light{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = (colour >> (16 - 8 * static_cast<int>(i)) & 0xFF) / 255.0;
        light[i] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    }
    return light;
}

Three times(const std::array<Three, 3>& matrix, const Three& by) {
    Three product{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t k = 0; k < 3; ++k) product[i] += matrix[i][k] * by[k];
    return product;
}

Three each(Three values, double (*of)(double)) {
    std::ranges::transform(values, values.begin(), of);
    return values;
}

Three light_of(const Tone& tone) {
    const double angle = tone.hue * std::numbers::pi / 180;
    const Three lab{tone.lightness, tone.chroma * std::cos(angle), tone.chroma * std::sin(angle)};
    const Three cones = times(
        {{{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}}, lab);
    return times({{{4.0767416621, -3.3077115913, 0.2309699292},
                   {-1.2684380046, 2.6097574011, -0.3413193965},
                   {-0.0041960863, -0.7034186147, 1.7076147010}}},
                 each(cones, [](double x) { return x * x * x; }));
}

double luminance(int colour) {
    const Three light = linear(colour);
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

} // namespace

double contrast(int a, int b) {
    const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

Tone tone_of(int colour) {
    const Three cones = times({{{0.4122214708, 0.5363325363, 0.0514459929},
                                {0.2119034982, 0.6806995451, 0.1073969566},
                                {0.0883024619, 0.2817188376, 0.6299787005}}},
                              linear(colour));
    const Three lab = times({{{0.2104542553, 0.7936177850, -0.0040720468},
                              {1.9779984951, -2.4285922050, 0.4505937099},
                              {0.0259040371, 0.7827717662, -0.8086757660}}},
                            each(cones, [](double x) { return std::cbrt(x); }));
    const double hue = std::atan2(lab[2], lab[1]) * 180 / std::numbers::pi;
    return {lab[0], std::hypot(lab[1], lab[2]), hue < 0 ? hue + 360 : hue};
}

int colour_of(Tone tone) {
    static constexpr double slack = 0.0005;
    const auto is_shown = [](const Three& light) {
        return std::ranges::all_of(light, [](double part) { return -slack <= part && part <= 1 + slack; });
    };
    while (!is_shown(light_of(tone)) && tone.chroma > 0) tone.chroma = std::max(0.0, tone.chroma - 0.002);
    int colour = 0;
    for (const double part : light_of(tone)) {
        const double light = std::clamp(part, 0.0, 1.0);
        const double value = light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
        colour = colour << 8 | static_cast<int>(std::lround(value * 255));
    }
    return colour;
}

Tone unlike_an_answer(Tone tone) {
    static constexpr double red = 5, green = 175, hardly = 0.035; // between teal and magenta colours are free
    if (tone.hue > red && tone.hue < green) tone.chroma = std::min(tone.chroma, hardly);
    return tone;
}

int painted(int wished) {
    static constexpr double readable = 5;
    Tone tone = unlike_an_answer(tone_of(wished));
    int colour = wished;
    if (tone.chroma < tone_of(wished).chroma) colour = colour_of(tone);
    while (contrast(colour, 0xFFFFFF) < readable) {
        tone.lightness -= 0.005;
        colour = colour_of(tone);
    }
    return colour;
}

} // namespace foyer
