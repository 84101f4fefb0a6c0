#include "scanner/device.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace foyer {
namespace {

constexpr int devices_most = 64; // the kernel's own numbering of V4L2 devices

std::unexpected<Fault> no_camera(const std::string& device, const std::string& why) {
    return fault(FaultKind::device, "Camera " + device + ": " + why);
}

std::string reason_not_opened(int error) {
    if (error == EACCES || error == EPERM) return "this user may not open it. Add the user to the group \"video\".";
    if (error == EBUSY) return "another program uses it. End that program.";
    if (error == ENOENT || error == ENODEV || error == ENXIO)
        return "there is no such device. Check that the camera is plugged in, or name another one.";
    return std::string("cannot be opened (") + std::strerror(error) + "). Check its cable.";
}

bool captures_video(int file) {
    v4l2_capability about{};
    if (ioctl(file, VIDIOC_QUERYCAP, &about) != 0) return false;
    const bool has_own =
        (about.capabilities & V4L2_CAP_DEVICE_CAPS) != 0; // a card's other nodes give metadata or sound
    return ((has_own ? about.device_caps : about.capabilities) & V4L2_CAP_VIDEO_CAPTURE) != 0;
}

} // namespace

Result<> check_camera(const std::string& device) {
    const int file = open(device.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return no_camera(device, reason_not_opened(errno));
    const bool captures = captures_video(file);
    close(file);
    if (!captures) return no_camera(device, "is no camera: it captures no video. Name another one.");
    return {};
}

std::vector<std::string> list_cameras() {
    std::vector<std::string> cameras;
    for (int i = 0; i < devices_most; ++i) {
        auto device = "/dev/video" + std::to_string(i);
        std::error_code error;
        if (std::filesystem::exists(device, error) && check_camera(device)) cameras.push_back(std::move(device));
    }
    return cameras;
}

std::optional<std::string> default_camera() {
    auto cameras = list_cameras();
    if (cameras.empty()) return std::nullopt;
    return std::move(cameras.front());
}

} // namespace foyer
