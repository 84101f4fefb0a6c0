// One running GStreamer pipe that ends in grey frames. Only pipe.cpp includes GStreamer; camera.h is what others use.
//
//     head (device | recording | generator) -> videoconvert, videoscale -> GRAY8 -> appsink, newest frame wins
//
// One thread calls it; GStreamer's threads fill it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "scanner/frame.h"
#include "sync/summit/fault.h"

namespace foyer {

// A frame as a generator draws it. `stride` in bytes from row to row; `pixels` holds at least stride * height.
enum class PixelFormat { grey, rgb, yuy2 }; // 1, 3 and 2 bytes a pixel; yuy2 needs an even width
struct RawPicture {
    PixelFormat format = PixelFormat::grey;
    int width = 0, height = 0, stride = 0;
    Bytes pixels;
};
// The next frame, or nothing at the end. Called from a thread of GStreamer's when one is wanted; may take its time.
using FrameGenerator = std::function<std::optional<RawPicture>()>;

// `live`: at the source's own pace, a frame not fetched in time is lost. `every_frame`: as fast as they are fetched,
// none lost (recordings and pictures; a device has its own pace).
enum class Pace { live, every_frame };

struct PipeHead {
    std::string name;   // for faults: "Camera /dev/video0"
    std::string advice; // ends each fault: "Check its cable."
    std::string launch; // in gst-launch's words; an element called `head` gets property `property` = `value`
    std::string property, value;
    FrameGenerator generator;   // if there, `launch` has an appsrc called `head`
    int frames_per_second = 30; // of the generator
    FaultKind kind = FaultKind::bad_input;
    bool has_own_pace = false;                                                 // a camera: frames come when they come
    std::string package = "gstreamer1.0-libav (or gstreamer1.0-plugins-good)"; // of Debian, has what may be missing
};

// Is there an element of this name in the GStreamer that is installed?
bool has_element(const std::string& name);

class Pipe {
public:
    // Starts it, without waiting for a frame.
    static Result<std::unique_ptr<Pipe>> start(PipeHead head, Pace pace);
    ~Pipe(); // returns when no generator is being called any more
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    // The newest frame, waiting at most `timeout` for it. Its sequence number is 0.
    std::optional<Frame> pull(std::chrono::milliseconds timeout);
    // What went wrong since the last call, if something did: the pipe stands still then.
    std::optional<Fault> trouble();
    // The head has no more frames, and all were pulled.
    [[nodiscard]] bool ended() const;
    // Can be read when a frame or the end came since the last pull.
    [[nodiscard]] int ready() const;

private:
    struct Parts;
    explicit Pipe(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace foyer
