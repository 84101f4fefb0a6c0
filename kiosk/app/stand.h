// How a terminal stands at its place, and what guests see and hear of that. An admin sets it on the panel behind the
// unlock, and the terminal keeps it; what its command line says comes before that, at each start.
#pragma once

#include <optional>

#include "kiosk/app/view_words.h"

namespace foyer {

struct Stand {
    std::optional<Mode> mode;       // instead of the checkpoint's own
    int volume = 60;                // of the sounds: 0..100; 0: none
    int zoom = 100;                 // of all screens, in percent: 100..125
    bool still = false;             // nothing moves: an answer stands at once as it stays
    Arrow camera_at = Arrow::none;  // at which edge of the glass it is: up, down, left or right; none: not told
    Arrow scanner_at = Arrow::none; // the same of a hand scanner that guests hold their code under
    Reach reach = Reach::both;      // of guests who choose none
    bool operator==(const Stand&) const = default;
};

// A change that waits to be kept.
struct StandChange {
    Stand to, from;
    bool operator==(const StandChange&) const = default;
};
// `stand` after it.
[[nodiscard]] Stand with(Stand stand, const StandChange& change);

} // namespace foyer
