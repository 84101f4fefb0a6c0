// Which readings are new. A badge is read from thirty frames a second; the guest means it once. Pure: time is an
// argument. One thread an object.
#pragma once

#include <deque>

#include "scanner/reading.h"

namespace foyer {

class Sightings {
public:
    struct Settings {
        // The same code is new again when it has not been read for so long...
        std::chrono::milliseconds absent{2000};
        // ...or, when another code was read since, for so long: a guest who changes badges is quicker than two
        // seconds, while two badges side by side, read in turn, must not both be new thirty times a second.
        std::chrono::milliseconds absent_after_another{700};
    };

    Sightings() : Sightings(Settings()) {}
    explicit Sightings(Settings settings) : settings_(settings) {}

    // True when the reading is a sighting. Every reading must be shown to it, in the order of time.
    bool is_new(const Reading& reading) { return is_new(reading.bytes, reading.time); }
    bool is_new(ByteView code, SteadyTime now);

    // Nothing was seen: the next reading is new (a checkpoint or mode was changed).
    void forget() { seen_.clear(); }

private:
    struct Seen {
        Bytes code;
        SteadyTime last;
    };
    Settings settings_;
    std::deque<Seen> seen_; // the last seen first
};

} // namespace foyer
