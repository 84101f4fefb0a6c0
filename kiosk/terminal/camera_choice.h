// Which eyes a terminal has: a device, a recording, a folder of pictures, or a generated feed.
#pragma once

#include "kiosk/app/event.h"
#include "scanner/camera.h"

namespace foyer {

struct CameraChoice {
    Settings::Pictures pictures = Settings::Pictures::camera;
    std::function<Result<Camera>()> open;
};

// "" : the first camera of this machine. "feed:FOLDER": generated (scanner/feed). Else as camera_source says. Looks at
// what is there each time `open` is called, so that a camera may be plugged in later.
CameraChoice choose_camera(const std::string& what);

} // namespace foyer
