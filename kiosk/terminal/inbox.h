// What waits for the glass: every decision and every answer to staff, and of everything else the newest of its kind, in
// the order they came. So the queue is bounded by what people do, and no decision is lost behind news of the camera or
// the hub.
#pragma once

#include <algorithm>
#include <chrono>
#include <mutex>
#include <vector>

#include "kiosk/app/event.h"

namespace foyer {

// One event on its way to the glass; `seen` when it answers a sighting.
struct Incoming {
    Event event;
    std::optional<std::chrono::steady_clock::time_point> seen;
};

// Any thread posts, the glass thread takes.
class Inbox {
public:
    void post(Incoming incoming) {
        const std::lock_guard lock(mutex_);
        const bool each_counts = std::holds_alternative<Decided>(incoming.event) ||
                                 std::holds_alternative<PersonLookedUp>(incoming.event) ||
                                 std::holds_alternative<DeskActed>(incoming.event);
        if (!each_counts)
            std::erase_if(waiting_, [&](const Incoming& old) { return old.event.index() == incoming.event.index(); });
        waiting_.push_back(std::move(incoming));
    }

    // Everything there is; does not wait.
    std::vector<Incoming> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(waiting_, {});
    }

private:
    std::mutex mutex_;
    std::vector<Incoming> waiting_;
};

} // namespace foyer
