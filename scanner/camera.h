// Light to frames. One class; what it looks through is configuration, and everything behind that (to grey, newest
// frame wins) is the same GStreamer pipe for a camera, a recording, a folder of pictures and generated frames.
//
// A Camera belongs to one thread, the eye thread; GStreamer's own threads fill it. A generator is called from one of
// those, and by nobody any more once the Camera is gone. Failures are faults of kind `device` (bad_input and
// not_found for files) that name the source and what to do; after one, call reopen() from time to time.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "scanner/device.h"
#include "scanner/pipe.h"
#include "scanner/slides.h"
#include "sync/summit/fault.h"

namespace foyer {

struct DeviceSource {
    std::string device = "/dev/video0"; // V4L2; grey and YUV frames are preferred to MJPEG, 1280 x 720 to other sizes
    std::vector<CameraSetting> settings = {}; // made each time it is opened: a camera forgets them with its power
};
// A camera that V4L2 alone does not drive (Raspberry Pi's, MIPI sensors of laptops), by GStreamer's libcamerasrc
// where that is installed (gstreamer1.0-libcamera).
struct LibcameraSource {
    std::string camera; // libcamera's own name of it; empty: the first
};
enum class Repeat { once, forever };
struct RecordingSource {
    std::filesystem::path file; // anything the installed GStreamer decodes: AVI, MKV, MP4, WebM...
    Repeat repeat = Repeat::once;
};
// A picture that cannot be read, and why: on stderr.
void say_left_out(const Fault& fault);
struct PicturesSource {
    // PNG and JPEG in the order of their names; or one picture.
    std::filesystem::path folder;
    int frames_per_second = 15;
    int frames_each = 15; // a second each: the reader's hard look has its turn, and a person can follow
    Repeat repeat = Repeat::once;
    LeftOut left_out = say_left_out; // told once of each unreadable one
};
struct GeneratedSource {
    FrameGenerator generator;
    int frames_per_second = 30;
    std::string name = "generated frames";
};
using CameraSource = std::variant<DeviceSource, LibcameraSource, RecordingSource, PicturesSource, GeneratedSource>;

// Is it the name of a camera, whether or not that is there?
bool is_camera_name(const std::string& text);
// What a person wrote: a device (/dev/...), libcamera or libcamera:NAME, a folder of pictures, a recording. A fault
// when there is no such thing.
Result<CameraSource> camera_source(const std::string& text, Repeat repeat);

class Camera {
public:
    // Waits for the first frame (a generator excepted): at most 5 s.
    static Result<Camera> open(CameraSource source, Pace pace = Pace::live);

    // The newest frame not yet handed over; nothing when none came within `timeout`, or when the source has ended. A
    // device that gives none for 3 s is a fault: cameras freeze.
    Result<std::optional<Frame>> next(std::chrono::milliseconds timeout);
    // A source that does not repeat has given its last frame.
    [[nodiscard]] bool ended() const { return ended_; }
    // See CodeSource::ready. Another one after a reopen.
    [[nodiscard]] int ready() const { return pipe_ ? pipe_->ready() : -1; }
    // From the start, whatever state it is in; sequence numbers go on. A generator is copied each time: one that is
    // to go on where it was must share what it draws from.
    Result<> reopen();
    // For people: "/dev/video0", "guests.avi".
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    Camera(CameraSource source, Pace pace, std::string name);
    Result<> start();
    Result<> start_device(const DeviceSource& device);
    Result<> start_libcamera(const LibcameraSource& source);
    Result<> start_first_that_works(std::vector<PipeHead> heads);
    Result<> restart();
    Result<> wait_for_first(std::chrono::milliseconds patience);
    Result<> watch();

    CameraSource source_;
    Pace pace_ = Pace::live;
    std::string name_;
    std::unique_ptr<Pipe> pipe_;
    std::optional<Frame> first_; // what start() waited for, until it is fetched
    std::optional<Fault> trouble_;
    bool ended_ = false;
    SteadyTime last_frame_;
    std::uint64_t sequence_ = 0, frames_this_time_ = 0;
};

} // namespace foyer
