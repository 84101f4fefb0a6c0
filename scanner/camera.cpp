#include "scanner/camera.h"

#include <cstdio>

namespace foyer {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto first_frame_wait = 5s;
// A camera may take a format and give nothing in it, at each size that is asked for.
constexpr auto format_wait = 2s, all_formats_wait = 8s;
constexpr auto frozen_after = 3s;
constexpr auto slice = 50ms; // how late an error is noticed that does not end the stream

const char* const camera_advice = "Check its cable; it is tried again.";

// In the order of preference. Formats whose first plane or every other byte is the grey picture cost a tenth of MJPEG's
// to turn into it; but many cameras give them at 5-10 frames a second only at this size, and motion needs 15. MJPEG is
// decoded to YUV, whose colours nobody looks at; to RGB nothing ever is, but a camera that has nothing else.
#define FOYER_GREY "video/x-raw,format={GRAY8,NV12,YUY2,NV21,I420,YV12,UYVY,YVYU}"
#define FOYER_OTHERS                                                                                                   \
    "video/x-raw,format={Y42B,Y41B,YUV9,YVU9,NV16,NV24,AYUV,VYUY,RGB,BGR,RGBx,BGRx,xRGB,xBGR,RGBA,BGRA,ARGB,ABGR,"     \
    "RGB16,RGB15,GRAY16_LE}"
const char* const device_caps[] = {
    FOYER_GREY ",width=1280,height=720,framerate=[15/1,60/1]",
    "image/jpeg,width=1280,height=720,framerate=[15/1,60/1] ! jpegdec",
    FOYER_GREY ",width=[640,1920],framerate=[15/1,60/1]",
    "image/jpeg ! jpegdec",
    FOYER_GREY,
    FOYER_OTHERS, // without the former: one that was taken and gave nothing would be taken again
};
const char* const libcamera_caps[] = {FOYER_GREY ",width=1280,height=720", FOYER_GREY, "video/x-raw"};
#undef FOYER_GREY
#undef FOYER_OTHERS

PipeHead camera_head(const std::string& name, const std::string& element, const std::string& caps,
                     const std::string& property, const std::string& value) {
    return {.name = "Camera " + name,
            .advice = camera_advice,
            .launch = element + " ! " + caps,
            .property = property,
            .value = value,
            .kind = FaultKind::device,
            .has_own_pace = true};
}

const std::string libcamera_name = "libcamera", libcamera_prefix = "libcamera:";

PipeHead recording_head(const RecordingSource& source) {
    return {.name = source.file.string(),
            .advice = "It may be cut off or no recording.",
            .launch = "filesrc name=head ! decodebin",
            .property = "location",
            .value = source.file.string()};
}

PipeHead generated_head(std::string name, FrameGenerator generator, int frames_per_second) {
    return {.name = std::move(name),
            .launch = "appsrc name=head",
            .generator = std::move(generator),
            .frames_per_second = frames_per_second};
}

std::string name_of(const CameraSource& source) {
    if (const auto* device = std::get_if<DeviceSource>(&source)) return device->device;
    if (const auto* other = std::get_if<LibcameraSource>(&source))
        return other->camera.empty() ? libcamera_name : libcamera_prefix + other->camera;
    if (const auto* recording = std::get_if<RecordingSource>(&source)) return recording->file.string();
    if (const auto* pictures = std::get_if<PicturesSource>(&source)) return pictures->folder.string();
    return std::get<GeneratedSource>(source).name;
}

bool repeats(const CameraSource& source) {
    if (const auto* recording = std::get_if<RecordingSource>(&source)) return recording->repeat == Repeat::forever;
    if (const auto* pictures = std::get_if<PicturesSource>(&source)) return pictures->repeat == Repeat::forever;
    return false;
}

Result<std::unique_ptr<Pipe>> start_recording(const RecordingSource& source, Pace pace) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(source.file, error))
        return fault(FaultKind::not_found, source.file.string() + ": there is no such recording.");
    return Pipe::start(recording_head(source), pace);
}

Result<std::unique_ptr<Pipe>> start_pictures(const PicturesSource& source, Pace pace) {
    auto generator = slides(source.folder, source.frames_each, source.left_out);
    if (!generator) return std::unexpected(generator.error());
    return Pipe::start(generated_head(source.folder.string(), std::move(*generator), source.frames_per_second), pace);
}

} // namespace

void say_left_out(const Fault& fault) { std::fprintf(stderr, "left out: %s\n", fault.detail.c_str()); }

bool is_camera_name(const std::string& text) {
    std::error_code error;
    return text.starts_with("/dev/") || text == libcamera_name || text.starts_with(libcamera_prefix) ||
           std::filesystem::is_character_file(text, error);
}

Result<CameraSource> camera_source(const std::string& text, Repeat repeat) {
    std::error_code error;
    if (text.empty()) return fault(FaultKind::bad_input, "The name of a source is empty.");
    if (text == libcamera_name) return LibcameraSource{};
    if (text.starts_with(libcamera_prefix)) return LibcameraSource{text.substr(libcamera_prefix.size())};
    if (is_camera_name(text)) return DeviceSource{text};
    const auto status = std::filesystem::status(text, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return fault(FaultKind::not_found, text + ": there is no such camera, recording or folder of pictures.");
    if (error) return fault(FaultKind::not_allowed, text + ": cannot be looked at: " + error.message() + ".");
    const bool folder = std::filesystem::is_directory(text, error);
    if (!folder && !std::filesystem::is_regular_file(text, error))
        return fault(FaultKind::bad_input, text + ": is neither a file nor a folder of pictures.");
    if (folder || is_picture(text)) return PicturesSource{.folder = text, .repeat = repeat};
    return RecordingSource{text, repeat};
}

Camera::Camera(CameraSource source, Pace pace, std::string name)
    : source_(std::move(source)), pace_(pace), name_(std::move(name)) {}

Result<Camera> Camera::open(CameraSource source, Pace pace) {
    auto name = name_of(source);
    Camera camera(std::move(source), pace, std::move(name));
    if (auto started = camera.reopen(); !started) return std::unexpected(started.error());
    return camera;
}

Result<> Camera::reopen() {
    auto started = restart();
    if (!started) trouble_ = started.error();
    return started;
}

Result<> Camera::restart() {
    pipe_.reset(); // a device can be opened once at a time
    first_.reset();
    trouble_.reset();
    ended_ = false;
    frames_this_time_ = 0;
    last_frame_ = Clock::now();
    return start();
}

Result<> Camera::start() {
    if (const auto* generated = std::get_if<GeneratedSource>(&source_)) {
        auto pipe =
            Pipe::start(generated_head(generated->name, generated->generator, generated->frames_per_second), pace_);
        if (!pipe) return std::unexpected(pipe.error());
        pipe_ = std::move(*pipe);
        return {}; // it may be waiting for guests
    }
    if (const auto* device = std::get_if<DeviceSource>(&source_)) return start_device(*device);
    if (const auto* libcamera = std::get_if<LibcameraSource>(&source_)) return start_libcamera(*libcamera);
    const auto* recording = std::get_if<RecordingSource>(&source_);
    auto pipe = recording != nullptr ? start_recording(*recording, pace_)
                                     : start_pictures(std::get<PicturesSource>(source_), pace_);
    if (!pipe) return std::unexpected(pipe.error());
    pipe_ = std::move(*pipe);
    return wait_for_first(first_frame_wait);
}

Result<> Camera::start_device(const DeviceSource& device) {
    if (auto there = check_camera(device.device); !there) return there;
    if (auto set = set_camera(device.device, device.settings); !set) return set;
    std::vector<PipeHead> heads;
    for (const char* caps : device_caps)
        heads.push_back(camera_head(name_, "v4l2src name=head", caps, "device", name_));
    if (auto started = start_first_that_works(std::move(heads)); !started) return started;
    return set_camera(device.device, device.settings); // some forget them as their stream begins
}

Result<> Camera::start_libcamera(const LibcameraSource& source) {
    std::vector<PipeHead> heads;
    for (const char* caps : libcamera_caps) {
        const std::string property = source.camera.empty() ? "" : "camera-name";
        heads.push_back(camera_head(name_, "libcamerasrc name=head", caps, property, source.camera));
        heads.back().package = "gstreamer1.0-libcamera";
    }
    return start_first_that_works(std::move(heads));
}

// One format after the other until frames come: what a camera says it can do and what it does are two things.
Result<> Camera::start_first_that_works(std::vector<PipeHead> heads) {
    Result<> tried;
    const auto until = Clock::now() + all_formats_wait;
    for (PipeHead& head : heads) {
        if (Clock::now() > until) break; // it is not the format then
        auto pipe = Pipe::start(std::move(head), Pace::live);
        tried = pipe ? Result<>() : std::unexpected(pipe.error());
        if (!pipe) continue;
        pipe_ = std::move(*pipe);
        tried = wait_for_first(format_wait);
        if (tried) return tried;
        pipe_.reset();
    }
    return tried;
}

Result<> Camera::wait_for_first(std::chrono::milliseconds patience) {
    const auto until = Clock::now() + patience;
    while (Clock::now() < until) {
        first_ = pipe_->pull(slice);
        if (first_) return {};
        if (auto trouble = pipe_->trouble()) return std::unexpected(*trouble);
        if (pipe_->ended()) return fault(FaultKind::bad_input, name_ + ": there is no picture in it.");
    }
    return fault(FaultKind::device, name_ + ": gives no picture. " + camera_advice);
}

// Nothing came for a moment: why?
Result<> Camera::watch() {
    if (auto trouble = pipe_->trouble()) return std::unexpected(*trouble);
    if (pipe_->ended()) {
        if (repeats(source_) && frames_this_time_ > 0) {
            if (auto* pictures = std::get_if<PicturesSource>(&source_)) pictures->left_out = {}; // has been told
            return restart();
        }
        ended_ = true;
    }
    const bool camera =
        std::holds_alternative<DeviceSource>(source_) || std::holds_alternative<LibcameraSource>(source_);
    if (camera && Clock::now() - last_frame_ > frozen_after)
        return fault(FaultKind::device, "Camera " + name_ + ": has given no picture for 3 s. " + camera_advice);
    return {};
}

Result<std::optional<Frame>> Camera::next(std::chrono::milliseconds timeout) {
    const auto until = Clock::now() + timeout;
    while (!trouble_ && !ended_) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        auto frame = first_ ? std::exchange(first_, std::nullopt) : pipe_->pull(std::clamp(left, 0ms, slice));
        if (frame) {
            frame->sequence = ++sequence_;
            ++frames_this_time_;
            last_frame_ = Clock::now();
            return frame;
        }
        if (auto well = watch(); !well) trouble_ = well.error();
        if (left <= 0ms) break;
    }
    if (trouble_) return std::unexpected(*trouble_);
    return std::nullopt;
}

} // namespace foyer
