#include "tests/screens/camera_frame.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace foyer {

CameraFrame camera_frame() {
    CameraFrame frame{640, 360, {}};
    std::uint32_t random = 20230529;
    std::array<bool, 21 * 21> modules{};
    for (auto& module : modules) module = (random = random * 1664525u + 1013904223u) >> 31;
    const auto finder = [&](int column, int row) {
        for (int y = 0; y < 7; ++y)
            for (int x = 0; x < 7; ++x) {
                const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
                modules[static_cast<std::size_t>((row + y) * 21 + column + x)] = ring != 2;
            }
    };
    finder(0, 0), finder(14, 0), finder(0, 14);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            int grey = 70 + y / 8 + (x - 320) * (x - 320) / 4000;
            if (x > 230 && x < 410 && y > 60 && y < 300) grey = 232;
            const int column = (x - 260) / 6, row = (y - 105) / 6;
            if (x >= 260 && y >= 105 && column < 21 && row < 21 && modules[static_cast<std::size_t>(row * 21 + column)])
                grey = 24;
            frame.grey.push_back(static_cast<std::uint8_t>(grey));
        }
    return frame;
}

} // namespace foyer
