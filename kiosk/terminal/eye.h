// The eye thread: camera -> reader -> sightings -> code, at nice 5 (a busy decoder at nice 0 made each commit wait
// 3-4 ms, at nice 19 it starved to 196 ms a frame) and with bounded work a frame: the newest frame wins, no queue.
//
// The callbacks run on the eye thread and must not block. A missing camera is a state and a retry, never an end.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "kiosk/app/event.h"
#include "kiosk/terminal/desk.h"
#include "scanner/camera.h"

namespace foyer {

// Half the camera's size: what the guest sees of herself.
struct Preview {
    Frame frame;
};

class Eye {
public:
    struct Counts {
        std::uint64_t frames = 0, readings = 0, sightings = 0;
    };
    struct Callbacks {
        std::function<void(Sighting)> sighting;
        std::function<void(Preview)> preview;   // only when the picture changed visibly
        std::function<void(CameraState)> state; // on change
        std::function<void(PreviewOutline)> outline;
    };
    using OpenCamera = std::function<Result<Camera>()>;

    Eye(OpenCamera open, SummitClock clock, Callbacks callbacks);
    ~Eye(); // asks the thread to end and waits for it
    Eye(const Eye&) = delete;
    Eye& operator=(const Eye&) = delete;

    [[nodiscard]] Counts counts() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
