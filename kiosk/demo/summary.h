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
};

// Prints it. True when what the terminal recorded is what the hub holds and what the page shows.
bool print_summary(const SummaryInput& input);

} // namespace foyer
