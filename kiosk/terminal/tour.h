// The demo's own finger: when nobody is there to touch, it opens the programme, a session and the languages once,
// before the first guest comes. The intents are those of real touches.
#pragma once

#include "kiosk/app/model.h"

namespace foyer {

class FingerTour {
public:
    // What is touched at `since_start`, if anything; each step once.
    std::optional<Intent> touch(Milliseconds since_start, const Model& model);

private:
    int step_ = 0;
};

} // namespace foyer
