// The organisers' page as the demo sees it: listens to the hub's server-sent events exactly as a browser does, and
// notes when each count arrived. One thread of its own.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sync/uplink/address.h"

namespace foyer {

class PageWatch {
public:
    struct Count {
        int recorded = 0;       // scans, as the page shows them
        int arrived = 0;        // persons
        std::int64_t at_ms = 0; // wall clock, ms since 1970
    };

    PageWatch(HubAddress hub, std::string token);
    ~PageWatch(); // stops listening

    [[nodiscard]] std::vector<Count> counts() const; // every change, by time
    [[nodiscard]] Count latest() const;

private:
    void listen(const std::stop_token& stop);
    void take_line(std::string_view line);

    HubAddress hub_;
    std::string token_;
    mutable std::mutex mutex_;
    std::vector<Count> counts_;
    std::jthread thread_;
};

} // namespace foyer
