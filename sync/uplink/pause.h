// How long to wait before the next attempt: doubling, bounded, and shortened by chance.
#pragma once

#include <algorithm>

#include "sync/crypto/crypto.h"
#include "sync/summit/instant.h"

namespace foyer {

class Pause {
public:
    Pause(Milliseconds min, Milliseconds max) : min_(min), max_(max), next_(min) {}
    // Between half of it and the whole.
    Milliseconds take() {
        const Milliseconds whole = next_;
        next_ = std::min(next_ * 2, max_);
        const auto half = static_cast<std::uint32_t>(whole.count() / 2);
        return whole - Milliseconds{random_below(half + 1)};
    }
    void reset() { next_ = min_; }

private:
    Milliseconds min_, max_, next_;
};

} // namespace foyer
