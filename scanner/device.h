// The cameras of this machine, asked of the kernel (V4L2). Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/summit/fault.h"

namespace foyer {

// The devices that capture video, /dev/video0 before /dev/video10. The first is the default one.
std::vector<std::string> list_cameras();
std::optional<std::string> default_camera();

// A fault that says what to do when the device is not there, may not be opened, or captures no video.
Result<> check_camera(const std::string& device);

} // namespace foyer
