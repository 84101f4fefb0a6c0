// From a frame to the code in it. A Reader remembers where the last code was and how long it has seen none, so that
// most frames cost a tenth of a plain call of the decoder: gate -> region -> half size -> now and then a hard look.
// One thread an object; the terminal's lives on the eye thread.
#pragma once

#include <optional>
#include <string>

#include "scanner/finders.h"
#include "scanner/reading.h"
#include "scanner/zxing.h"

namespace foyer {

class Reader {
public:
    struct Settings {
        std::string source = "camera"; // goes into each Reading
        // Frames without a reading until a full-size hard look: while something looks like a code, and while nothing
        // does.
        int hard_look_every = 5;
        int hard_look_every_quiet = 15;
        std::chrono::milliseconds region_kept{500}; // how long the place of the last reading is looked at first
    };

    Reader() : Reader(Settings()) {}
    explicit Reader(Settings settings) : settings_(std::move(settings)) {}

    // No code in view is normal. Frames may differ in size; an empty one has no code.
    std::optional<Reading> read(const Frame& frame);

private:
    std::optional<Decoded> look(const Frame& frame);
    std::optional<Decoded> look_at_hits(const Frame& frame, const std::vector<Finder>& hits);
    std::optional<Decoded> look_hard(const GreyView& view);
    bool hard_look_due(bool something_there);

    Settings settings_;
    FinderGate gate_;
    Bytes scratch_;
    PixelRect last_region_;
    SteadyTime last_seen_;
    int patience_ = 0; // used up by frames without a reading
    int hard_looks_ = 0;
};

// One plain call of the decoder with its defaults, for comparison.
std::optional<Reading> plain_read(const Frame& frame, const std::string& source);

// The best that can be done for one picture without regard to time: full and half size, inverted, enlarged, with a
// margin.
std::optional<Reading> read_still(const Frame& frame, const std::string& source);

// Every code of one picture, at most 16, the first found first: each is painted over before the next is looked for.
std::vector<Reading> read_all(Frame frame, const std::string& source);

} // namespace foyer
