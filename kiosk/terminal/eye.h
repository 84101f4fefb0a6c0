// The eye thread: sources of codes -> sightings -> code, at nice 5 and with bounded work a frame: the newest frame
// wins, no queue.
//
// One thread for all sources, asleep until one of them has something: two cameras at 30 frames a second were 4 % of a
// core with nothing in view (one: 2 %), and one set of sightings sees each badge once, whichever sees it. A source is
// opened and closed on a thread of its own, as a camera that hangs holds whoever opens it for seconds: the others go
// on.
//
// The callbacks run on the eye thread and must not block. A missing source is a state and a retry, never an end.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "kiosk/app/event.h"
#include "kiosk/terminal/desk.h"
#include "scanner/source.h"

namespace foyer {

// Half the camera's size: what the guest sees of herself.
struct Preview {
    Frame frame;
};

class Eye {
public:
    struct Source {
        SourceState::Kind kind = SourceState::Kind::camera;
        OpenSource open;
    };
    struct Counts {
        std::uint64_t frames = 0, readings = 0, sightings = 0;
    };
    struct Callbacks {
        std::function<void(Sighting)> sighting;
        std::function<void(Preview)> preview;                       // of one camera, when it changed visibly
        std::function<void(const std::vector<SourceState>&)> state; // of all sources, in their order, on change
        std::function<void(PreviewOutline)> outline;                // of a code in the camera that is shown
        std::function<void(CameraMeasured)> measured = [](const CameraMeasured&) {}; // of the camera that is watched
    };

    enum class Looks { yes, no };
    Eye(std::vector<Source> sources, SummitClock clock, Callbacks callbacks, Looks looks = Looks::yes);
    ~Eye(); // asks the thread to end and waits for it
    Eye(const Eye&) = delete;
    Eye& operator=(const Eye&) = delete;

    // From any thread: a code that came as keys. It goes the way of all readings.
    void take_typed(std::string code);
    // From any thread: show this camera (counted among the cameras), measure it, and make no sightings of its
    // readings; nothing: no longer.
    void watch(std::optional<std::size_t> camera);

    // From any thread: closes all sources, or opens them again once all of the former are closed, which one that hangs
    // holds up. Keys are heard all the time.
    void look(Looks looks);

    [[nodiscard]] Counts counts() const;
    // Grows some ten times a second while the eye lives. Any thread.
    [[nodiscard]] std::uint64_t rounds() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
