// A hub's data folder that a command was given: its ledger, or the hub that runs there, for nobody else may read the
// folder then.
#pragma once

#include <CLI/CLI.hpp>

#include "sync/ledger/ledger.h"
#include "sync/uplink/address.h"

namespace foyer {

struct RunningHub {
    std::string url = "http://127.0.0.1:8080", authority; // as typed
    void add_options(CLI::App& command);                  // --hub, --ca
    [[nodiscard]] Result<HubAddress> address() const;
};

struct HubFolder {
    std::unique_ptr<Ledger> ledger; // none: it runs, and is asked
    HubAddress hub;
    std::string token; // the organisers'

    // Faults: those of Ledger::open but busy; not_found: the running hub is another user's; bad_input: `running`.
    static Result<HubFolder> open(const std::string& folder, const RunningHub& running);
};

} // namespace foyer
