// `foyer hub` itself, in a process of its own on a free port of the loopback; speaks TLS as it would at a summit.
#pragma once

#include <filesystem>

#include "kiosk/demo/process.h"
#include "sync/uplink/address.h"

namespace foyer::bench {

class HubProcess {
public:
    // `programs`: the folder where `foyer` is. Ends this program when the hub does not come up.
    HubProcess(const std::filesystem::path& programs, const std::filesystem::path& folder);
    void stop(); // and waits

    [[nodiscard]] const HubAddress& address() const { return address_; } // with its authority: terminals pin it
    [[nodiscard]] double resident_mb() const;
    [[nodiscard]] double cpu_seconds() const; // so far

private:
    Process process_;
    HubAddress address_;
};

} // namespace foyer::bench
