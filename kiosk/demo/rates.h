// How hard the feed is: of the frames in which a whole code is in view, how many a plain call of the decoder reads, and
// how many Foyer's reader does. The same frames for both, rendered again from the feed's seed.
#pragma once

#include "scanner/feed/script.h"

namespace foyer {

struct Rates {
    int frames = 0; // looked at: those with a whole code in view
    int plain = 0, foyer = 0;
    double plain_ms = 0, foyer_ms = 0; // mean a frame
};

Rates measure_rates(FeedScript script, int frames_at_most);

} // namespace foyer
