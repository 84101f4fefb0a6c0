// The summit's time on this machine: the wall clock, plus the demo's shift, plus the last measured offset to the hub.
// A test's clock also runs too fast or too slow: by so many millionths, from its making on.
// Shared by all threads of a terminal; copies follow the same correction.
#pragma once

#include <atomic>
#include <memory>

#include "sync/summit/instant.h"

namespace foyer {

class SummitClock {
public:
    explicit SummitClock(Milliseconds shift, std::int64_t drift_ppm = 0) : shift_(shift), drift_ppm_(drift_ppm) {}

    [[nodiscard]] Instant now() const {
        const auto wall = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
        const Milliseconds gained = (wall - began_) * drift_ppm_ / 1'000'000;
        return Instant{wall} + gained + shift_ + Milliseconds{correction_->load(std::memory_order_relaxed)};
    }
    // `remaining`: what the corrected clock is still off the hub's.
    void correct(Milliseconds remaining) { correction_->fetch_add(remaining.count(), std::memory_order_relaxed); }

private:
    Milliseconds shift_;
    std::int64_t drift_ppm_;
    Instant began_ = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
    std::shared_ptr<std::atomic<std::int64_t>> correction_ = std::make_shared<std::atomic<std::int64_t>>(0);
};

} // namespace foyer
