#include "kiosk/demo/rates.h"

#include <ctime>

#include "scanner/feed/feed.h"
#include "scanner/reader.h"

namespace foyer {

static constexpr int every = 2; // frames of a 15-a-second feed to look at: neighbours are alike

// CPU time of this thread, in ms.
static double cpu_ms() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Rates measure_rates(FeedScript script, int frames_at_most) {
    script.at_end = AtEnd::stop;
    Feed feed(std::move(script));
    Reader reader;
    Rates rates;
    for (int number = 0; !feed.ended() && rates.frames < frames_at_most; ++number) {
        RawFrame raw = feed.next();
        if (!raw.truth.whole_code_in_view || number % every != 0) continue;
        Frame frame{std::move(raw.pixels), raw.width, raw.height, raw.width, std::chrono::steady_clock::now(), 0};
        const double start = cpu_ms();
        if (plain_read(frame, "demo")) ++rates.plain;
        const double middle = cpu_ms();
        if (reader.read(frame)) ++rates.foyer;
        rates.plain_ms += middle - start;
        rates.foyer_ms += cpu_ms() - middle;
        ++rates.frames;
    }
    if (rates.frames > 0) {
        rates.plain_ms /= rates.frames;
        rates.foyer_ms /= rates.frames;
    }
    return rates;
}

} // namespace foyer
