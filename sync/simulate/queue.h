// The virtual clock and what is to happen: in the order of time, then of asking. Nothing else makes time pass.
#pragma once

#include <functional>
#include <map>
#include <utility>

#include "sync/summit/instant.h"

namespace foyer::simulate {

class Queue {
public:
    using Time = Milliseconds; // since the simulation began

    [[nodiscard]] Time now() const { return now_; }
    void in(Time later, std::function<void()> act) { acts_.emplace(std::pair{now_ + later, ++asked_}, std::move(act)); }

    // The next act; false when none is due until `end`, which is now then.
    bool step(Time end) {
        if (acts_.empty() || acts_.begin()->first.first > end) {
            now_ = std::max(now_, end);
            return false;
        }
        auto next = acts_.extract(acts_.begin());
        now_ = next.key().first;
        next.mapped()();
        return true;
    }

private:
    Time now_{0};
    std::uint64_t asked_ = 0;
    std::map<std::pair<Time, std::uint64_t>, std::function<void()>> acts_;
};

} // namespace foyer::simulate
