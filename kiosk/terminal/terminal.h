// A terminal at work: starts eye, desk and press, and turns events into pictures until it is told to
// end. The glass thread is the one that calls `run`: it makes no blocking call but the window's own wait.
//
// Threads start in the order press, desk, eye and end in the other: no sighting comes to a desk that has gone.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/app/event.h"
#include "kiosk/terminal/source_choice.h"
#include "kiosk/terminal/stage.h"
#include "kiosk/terminal/summit_clock.h"
#include "sync/ledger/ledger.h"
#include "sync/uplink/address.h"

namespace foyer {

struct TerminalOptions {
    CheckpointId checkpoint;
    std::optional<HubAddress> hub;
    std::optional<std::pair<std::string, std::uint16_t>> lan; // where other doors come in
    Stand stand;                                              // as it was told, else as an admin set it
    enum class Reads { nothing, verdicts } aloud = Reads::nothing;
    SourceChoice sources; // where codes come from
    Settings::Run run = Settings::Run::terminal;
    WindowOptions window;
    std::optional<std::chrono::seconds> seconds;         // ends by itself
    std::optional<std::filesystem::path> pictures;       // a PNG of each kind of screen as it first appears
    std::filesystem::path badges;                        // where a staff desk prints them to
    std::optional<std::filesystem::path> report;         // Figures as JSON at the end
    enum class Tour { none, touches } tour = Tour::none; // the demo's own finger: programme, a session, languages
};

// Runs until a key, the window system, SIGINT or SIGTERM ends it. Faults: disk (report), corrupt (the ledger's file was
// found damaged: opened anew it is mended).
Result<> run_terminal(Stage& stage, std::unique_ptr<Ledger> ledger, const TerminalOptions& options, SummitClock clock,
                      std::chrono::steady_clock::time_point started);

} // namespace foyer
