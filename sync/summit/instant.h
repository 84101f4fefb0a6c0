// Points in time. `Instant` is milliseconds since 1970 UTC in the summit's time (wall clock plus the demo's offset);
// `Hlc` is the hybrid logical clock of fact headers: 48 bits of milliseconds, 16 bits of counter.
// Source: Kulkarni et al., "Logical Physical Clocks", 2014.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace foyer {

using Milliseconds = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Milliseconds>;

struct Hlc {
    std::uint64_t value = 0;
    auto operator<=>(const Hlc&) const = default;
    [[nodiscard]] Instant instant() const { return Instant{Milliseconds{static_cast<std::int64_t>(value >> 16U)}}; }
};

// The next tick at `now`, later than `last` whatever the wall clock says.
Hlc tick(Hlc last, Instant now);

} // namespace foyer
