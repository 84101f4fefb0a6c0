// How a terminal is, as the desk thread knows it. Desk thread; a few look-ups, so that no scan waits.
#pragma once

#include <filesystem>
#include <set>

#include "kiosk/app/health.h"
#include "sync/ledger/ledger.h"
#include "sync/uplink/address.h"
#include "sync/uplink/uplink.h"

namespace foyer {

struct Surroundings {
    std::optional<HubAddress> hub;
    std::optional<UplinkState> uplink;
    std::set<DeviceId> seen; // other terminals
    std::filesystem::path papers;
    std::vector<std::string> log;
};

Health health_of(const Ledger& ledger, const Surroundings& around);

} // namespace foyer
