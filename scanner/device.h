// The cameras of this machine, asked of the kernel (V4L2): which there are, and what can be set on them. Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/summit/fault.h"

namespace foyer {

// The devices that capture video, /dev/video0 before /dev/video10. The first is the default one.
std::vector<std::string> list_cameras();
std::optional<std::string> default_camera();
// The name under /dev/v4l/by-id that stays the same whatever is plugged in where; the device itself where it has none.
std::string lasting_name(const std::string& device);
// What its maker calls it: "HD Pro Webcam C920"; empty when it does not say.
std::string model_of(const std::string& device);

// A fault that says what to do when the device is not there, may not be opened, or captures no video.
Result<> check_camera(const std::string& device);

// Something that can be set on a camera, by the name that v4l2-ctl has for it too.
struct CameraControl {
    std::string name; // "exposure_time_absolute"
    long value = 0, least = 0, most = 0, usual = 0;
    std::vector<std::string> choices;                    // of a menu, by value, "" where there is none; empty: a number
    enum class State { free, held } state = State::free; // held: by another one, as the exposure by its automatic
};
Result<std::vector<CameraControl>> controls_of(const std::string& device);

// "exposure_time_absolute=50".
struct CameraSetting {
    std::string name;
    long value = 0;
};
Result<CameraSetting> camera_setting(const std::string& text);
// In their order: "auto_exposure=1" before what it frees. A fault names the first that the camera does not take, and
// what it has.
Result<> set_camera(const std::string& device, const std::vector<CameraSetting>& settings);

} // namespace foyer
