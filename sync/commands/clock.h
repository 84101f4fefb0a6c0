// The wall clock of a program, plus a fixed offset: a demo's day, or none. Header of commands only.
#pragma once

#include <atomic>
#include <memory>
#include <string_view>

#include "sync/ledger/ledger.h"

namespace foyer {

class DemoClock {
public:
    // The real time until `pretend`; then that time, going on. Copies share the offset; any thread may ask.
    [[nodiscard]] Clock clock() const;
    // Ahead of the real time by so much: the same on every program that is told so, whenever it starts.
    void shift(Milliseconds ahead) { offset_ms_->store(ahead.count()); }
    // From now on it is `time`; "" changes nothing.
    Result<> pretend(std::string_view time, Milliseconds utc_offset);

private:
    std::shared_ptr<std::atomic<std::int64_t>> offset_ms_ = std::make_shared<std::atomic<std::int64_t>>(0);
};

} // namespace foyer
