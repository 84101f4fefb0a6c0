// Terminals whose clocks are off: noticed once, and once more when they are right again or off by quite another amount.
#pragma once

#include "sync/ledger/ledger.h"

namespace foyer {

// The facts to append (ClockNoticed), given how far the terminals' clocks are `ahead` of this hub's.
std::vector<Draft> clock_notices(const Ledger& ledger, const std::map<DeviceId, Milliseconds>& ahead);

} // namespace foyer
