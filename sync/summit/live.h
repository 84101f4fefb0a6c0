// The counts that organisers watch: persons, not scans. Derived from the fold's rows in one read.
#pragma once

#include <map>

#include "sync/summit/words.h"

namespace foyer {

struct Live {
    Instant as_of;
    int expected = 0; // attendees not withdrawn
    int arrived = 0;  // entered anywhere at least once
    int inside = 0;   // now, anywhere
    struct Room {
        PlaceId place;
        int inside = 0;
        int ever = 0;       // persons who entered it at least once
        int registered = 0; // for the forum of this place
        bool operator==(const Room&) const = default;
    };
    std::vector<Room> rooms; // every place that is no site
    struct Minute {
        Instant starts;
        int arrivals = 0; // first arrivals of persons
        bool operator==(const Minute&) const = default;
    };
    std::vector<Minute> minutes;      // only those with arrivals, by time
    std::map<std::string, int> scans; // by reason name: entered, left and refused facts
    int recorded = 0;                 // their sum
    struct Device {
        DeviceId device;
        std::string name;
        std::string role; // "door", "desk", "hub"
        std::optional<CheckpointId> checkpoint;
        std::uint64_t facts = 0;          // held here, all its origins
        int recorded = 0;                 // entered, left and refused facts by it
        std::optional<Instant> last_fact; // recorded time of its newest fact
        bool operator==(const Device&) const = default;
    };
    std::vector<Device> devices;
    bool operator==(const Live&) const = default;
};

} // namespace foyer
