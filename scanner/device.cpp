#include "scanner/device.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
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

// Open for as long as it is asked something.
class Asked {
public:
    explicit Asked(const std::string& device) : file_(open(device.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC)) {}
    ~Asked() {
        if (file_ >= 0) close(file_);
    }
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;
    [[nodiscard]] int file() const { return file_; }

private:
    int file_;
};

std::string text_of(const unsigned char* name, std::size_t most) {
    const auto* text = reinterpret_cast<const char*>(name);
    return {text, strnlen(text, most)};
}

// As v4l2-ctl has it: "Exposure Time, Absolute" is exposure_time_absolute.
std::string plain_name(const std::string& maker_s) {
    std::string name;
    for (const char c : maker_s) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter)
            name += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (name.ends_with('_')) name.pop_back();
    return name;
}

std::vector<std::string> choices_of(int file, const v4l2_queryctrl& about) {
    std::vector<std::string> choices;
    if (about.type == V4L2_CTRL_TYPE_BOOLEAN) return {"off", "on"};
    if (about.type != V4L2_CTRL_TYPE_MENU) return choices;
    for (int i = 0; i <= std::min(about.maximum, 63); ++i) {
        v4l2_querymenu choice{};
        choice.id = about.id;
        choice.index = static_cast<std::uint32_t>(i);
        const bool is = i >= about.minimum && ioctl(file, VIDIOC_QUERYMENU, &choice) == 0;
        choices.push_back(is ? text_of(choice.name, sizeof choice.name) : "");
    }
    return choices;
}

struct Control {
    std::uint32_t id;
    CameraControl control;
};

// What has a value that a person can set: no buttons, no classes.
std::optional<Control> control_of(int file, const v4l2_queryctrl& about) {
    const bool settable = about.type == V4L2_CTRL_TYPE_INTEGER || about.type == V4L2_CTRL_TYPE_BOOLEAN ||
                          about.type == V4L2_CTRL_TYPE_MENU || about.type == V4L2_CTRL_TYPE_INTEGER_MENU;
    if (!settable || (about.flags & (V4L2_CTRL_FLAG_DISABLED | V4L2_CTRL_FLAG_READ_ONLY)) != 0) return std::nullopt;
    v4l2_control now{about.id, 0};
    if (ioctl(file, VIDIOC_G_CTRL, &now) != 0) return std::nullopt;
    CameraControl control{plain_name(text_of(about.name, sizeof about.name)),
                          now.value,
                          about.minimum,
                          about.maximum,
                          about.default_value,
                          choices_of(file, about)};
    if ((about.flags & V4L2_CTRL_FLAG_INACTIVE) != 0) control.state = CameraControl::State::held;
    return Control{about.id, std::move(control)};
}

constexpr int controls_most = 256; // a driver that never ends its list

std::vector<Control> all_controls(int file) {
    std::vector<Control> controls;
    v4l2_queryctrl about{};
    about.id = V4L2_CTRL_FLAG_NEXT_CTRL;
    for (int i = 0; i < controls_most && ioctl(file, VIDIOC_QUERYCTRL, &about) == 0; ++i) {
        if (auto control = control_of(file, about)) controls.push_back(std::move(*control));
        about.id |= V4L2_CTRL_FLAG_NEXT_CTRL;
    }
    return controls;
}

Result<> set_one(int file, const std::string& device, const std::vector<Control>& controls,
                 const CameraSetting& setting) {
    const auto found = std::ranges::find(controls, setting.name, [](const Control& c) { return c.control.name; });
    if (found == controls.end()) {
        std::string names;
        for (const Control& control : controls) names += (names.empty() ? "" : ", ") + control.control.name;
        return no_camera(device, "has no control \"" + setting.name + "\"; it has " +
                                     (names.empty() ? "none that can be set." : names + "."));
    }
    const auto& [least, most] = std::pair{found->control.least, found->control.most};
    const std::string wanted = setting.name + "=" + std::to_string(setting.value);
    if (setting.value < least || setting.value > most)
        return no_camera(device,
                         wanted + ": it goes from " + std::to_string(least) + " to " + std::to_string(most) + ".");
    v4l2_control value{found->id, static_cast<std::int32_t>(setting.value)};
    if (ioctl(file, VIDIOC_S_CTRL, &value) != 0)
        return no_camera(device, wanted + " is not taken (" + std::strerror(errno) +
                                     "). An automatic may hold it: set that to manual first.");
    return {};
}

} // namespace

std::string lasting_name(const std::string& device) {
    std::error_code error;
    for (const auto& link : std::filesystem::directory_iterator("/dev/v4l/by-id", error))
        if (std::filesystem::equivalent(link.path(), device, error)) return link.path();
    return device;
}

std::string model_of(const std::string& device) {
    const Asked camera(device);
    v4l2_capability about{};
    if (camera.file() < 0 || ioctl(camera.file(), VIDIOC_QUERYCAP, &about) != 0) return {};
    return text_of(about.card, sizeof about.card);
}

Result<std::vector<CameraControl>> controls_of(const std::string& device) {
    if (auto is = check_camera(device); !is) return std::unexpected(is.error());
    const Asked camera(device);
    if (camera.file() < 0) return no_camera(device, reason_not_opened(errno));
    std::vector<CameraControl> controls;
    for (Control& control : all_controls(camera.file())) controls.push_back(std::move(control.control));
    return controls;
}

Result<CameraSetting> camera_setting(const std::string& text) {
    const auto equals = text.find('=');
    CameraSetting setting{text.substr(0, equals)};
    const char* end = text.data() + text.size();
    const char* from = equals == std::string::npos ? end : text.data() + equals + 1;
    const auto [rest, error] = std::from_chars(from, end, setting.value);
    if (setting.name.empty() || error != std::errc{} || rest != end)
        return fault(FaultKind::bad_input, text + ": write it as NAME=NUMBER, e.g. exposure_time_absolute=50");
    return setting;
}

Result<> set_camera(const std::string& device, const std::vector<CameraSetting>& settings) {
    if (settings.empty()) return {};
    const Asked camera(device);
    if (camera.file() < 0) return no_camera(device, reason_not_opened(errno));
    const auto controls = all_controls(camera.file());
    for (const CameraSetting& setting : settings)
        if (auto set = set_one(camera.file(), device, controls, setting); !set) return set;
    return {};
}

Result<> check_camera(const std::string& device) {
    const Asked camera(device);
    if (camera.file() < 0) return no_camera(device, reason_not_opened(errno));
    if (!captures_video(camera.file()))
        return no_camera(device, "is no camera: it captures no video. Name another one.");
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
