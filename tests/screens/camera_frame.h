// A badge held up before a grey hall, as a camera sees it: what the preview of the pictures shows.
#pragma once

#include <cstdint>
#include <vector>

namespace foyer {

struct CameraFrame {
    int width, height;
    std::vector<std::uint8_t> grey;
};
CameraFrame camera_frame();

} // namespace foyer
