// The hub whose data folder a command was given, while it runs and nobody else may read that folder.
#pragma once

#include <CLI/CLI.hpp>

#include "sync/uplink/address.h"

namespace foyer {

struct RunningHub {
    std::string url = "http://127.0.0.1:8080", authority; // as typed
    void add_options(CLI::App& command);                  // --hub, --ca
    [[nodiscard]] Result<HubAddress> address() const;
};

} // namespace foyer
