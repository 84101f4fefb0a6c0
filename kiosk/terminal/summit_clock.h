// The summit's time on this machine: the wall clock, plus the demo's shift, plus the last measured offset to the hub.
// Shared by all threads of a terminal; copies follow the same correction.
#pragma once

#include <atomic>
#include <memory>

#include "sync/summit/instant.h"

namespace foyer {

class SummitClock {
public:
    explicit SummitClock(Milliseconds shift) : shift_(shift) {}

    [[nodiscard]] Instant now() const {
        const auto wall = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
        return Instant{wall} + shift_ + Milliseconds{correction_->load(std::memory_order_relaxed)};
    }
    // `remaining`: what the corrected clock is still off the hub's.
    void correct(Milliseconds remaining) { correction_->fetch_add(remaining.count(), std::memory_order_relaxed); }

private:
    Milliseconds shift_;
    std::shared_ptr<std::atomic<std::int64_t>> correction_ = std::make_shared<std::atomic<std::int64_t>>(0);
};

} // namespace foyer
