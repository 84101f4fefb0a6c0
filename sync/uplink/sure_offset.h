// How far two clocks are certainly apart. A measurement is right to half its round trip only: of a hub that was stopped
// for ten seconds, or a line that was cut, it says five seconds that are none, and a terminal that believed it would
// date its scans forward and then back.
#pragma once

#include <algorithm>

#include "sync/replication/conversation.h"

namespace foyer {

// The measured offset, nearer to 0 by half the round trip; 0 where that explains all of it.
inline Milliseconds sure_offset(const ClockMeasured& measured) {
    const Milliseconds sure = std::max(std::chrono::abs(measured.offset) - measured.round_trip / 2, Milliseconds{0});
    return measured.offset < Milliseconds{0} ? -sure : sure;
}

} // namespace foyer
