// What a run of a terminal came to: for the demo's summary and for benches. Glass thread only.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "kiosk/app/event.h"
#include "kiosk/terminal/eye.h"

namespace foyer {

// One decision, from the reading to the picture on the glass.
struct Shown {
    VerdictKind kind = VerdictKind::ask_a_person;
    Reason reason = Reason::not_ours;
    double reading_to_glass_ms = 0;
    std::int64_t shown_at_ms = 0; // wall clock, ms since 1970: to compare with when the hub's page told it
    std::size_t recorded = 0;     // facts on this terminal's disk, this one included
};

struct Figures {
    std::vector<Shown> shown;
    double first_frame_ms = 0; // from the start of the program to the first picture
    std::vector<double> frame_ms;
    Eye::Counts eye;
    long unsent_at_end = 0;
    long unsent_most = 0;
    NetworkSwitched::Wire wire_at_end = NetworkSwitched::Wire::whole;

    // JSON, to a temporary name and then renamed. Fault: disk.
    [[nodiscard]] Result<> write(const std::filesystem::path& file) const;
};

} // namespace foyer
