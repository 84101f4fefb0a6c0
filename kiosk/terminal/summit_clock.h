// The summit's time on this machine: the wall clock, plus the demo's shift, plus the last measured offset to the hub.
// A test's clock also runs too fast or too slow: by so many millionths, from its making on.
// When somebody sets the machine's clock meanwhile, the offset is void: it was to the clock before.
// Shared by all threads of a terminal; copies follow the same correction.
#pragma once

#include <atomic>
#include <memory>

#include "sync/summit/instant.h"

namespace foyer {

class SummitClock {
public:
    using Wall = Instant (*)();
    static Instant machine() { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

    explicit SummitClock(Milliseconds shift, std::int64_t drift_ppm = 0, Wall wall = machine)
        : shift_(shift), drift_ppm_(drift_ppm), wall_(wall) {}

    [[nodiscard]] Instant now() const {
        const Instant wall = wall_();
        notice_setting(wall - began_ - (ticks() - ticks_began_));
        const Milliseconds gained = (wall - began_) * drift_ppm_ / 1'000'000;
        return wall + gained + shift_ + Milliseconds{shared_->correction.load(std::memory_order_relaxed)};
    }
    // `remaining`: what the corrected clock is still off the hub's.
    void correct(Milliseconds remaining) {
        shared_->correction.fetch_add(remaining.count(), std::memory_order_relaxed);
    }

private:
    static constexpr std::int64_t set_by_somebody = 60'000; // ms: more than a clock is slewed between two looks

    static Milliseconds ticks() {
        return std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
    void notice_setting(Milliseconds ahead_of_ticks) const {
        const std::int64_t before = shared_->set_by.load(std::memory_order_relaxed), now = ahead_of_ticks.count();
        if (now - before > -set_by_somebody && now - before < set_by_somebody) return;
        shared_->set_by.store(now, std::memory_order_relaxed);
        shared_->correction.store(0, std::memory_order_relaxed);
    }

    struct Shared {
        std::atomic<std::int64_t> correction{0}, set_by{0}; // ms
    };

    Milliseconds shift_;
    std::int64_t drift_ppm_;
    Wall wall_;
    Instant began_ = wall_();
    Milliseconds ticks_began_ = ticks();
    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
};

} // namespace foyer
