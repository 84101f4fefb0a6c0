// The demo's own finger: when nobody is there to touch, it opens the programme, a session and the languages once. The
// intents are those of real touches. A guest who comes up in the middle goes first; the finger takes up what it has not
// seen yet once the verdict has been read.
#pragma once

#include "kiosk/app/model.h"

namespace foyer {

class FingerTour {
public:
    // A frame of the present screen is on the glass: only then is it touched.
    void drawn() { seen_ = true; }
    // What is touched at `since_start`, if anything.
    std::optional<Intent> touch(Milliseconds since_start, const Model& model);

private:
    std::optional<Intent> next_touch(const Model& model);
    bool seen_ = false, session_seen_ = false, languages_seen_ = false;
    Milliseconds last_touch_{0};
};

} // namespace foyer
