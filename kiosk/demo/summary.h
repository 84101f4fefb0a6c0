// What a demo came to, on one screen.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/demo/page_watch.h"
#include "kiosk/demo/rates.h"

namespace foyer {

struct SummaryInput {
    std::filesystem::path report;       // the terminal's figures (kiosk/terminal/figures.h)
    std::vector<PageWatch::Count> page; // what the page showed, and when
    std::uint64_t recorded_on_terminal = 0, recorded_at_hub = 0;
    std::uint64_t facts_on_terminal = 0, facts_at_hub = 0;
    std::optional<Rates> rates; // of a generated feed
    std::string hub_gone;       // how the hub ended before the demo did; empty: it did not
};

// What a demo came to: did terminal, hub and page agree? And when not, why, for the person who watched.
struct Agreement {
    bool good = false;
    std::string why; // empty: nothing to explain
};
// `cut`: the network between terminal and hub was cut at the end, by the person who watched. Then what waits on the
// terminal is as it should be.
enum class Wire { whole, cut };
[[nodiscard]] Agreement agreement(const SummaryInput& input, Wire wire);

// Prints it. True when what the terminal recorded is what the hub holds and what the page shows, or waits for a network
// that was cut.
bool print_summary(const SummaryInput& input);

} // namespace foyer
