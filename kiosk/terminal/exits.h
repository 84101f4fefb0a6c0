// Exits that nobody sees. When the sessions of a room are over and nobody scans out there, whoever was last seen going
// in is taken to have gone, as a fact that says that it was assumed. One terminal says it: that room's own, of several
// the first by its id. Staff take it back like any exit; who is seen again is back anyway. Desk thread.
#pragma once

#include "sync/ledger/ledger.h"

namespace foyer {

// So long after the last session they are taken to have gone; where the next one follows sooner than the pause, people
// keep their seats.
inline constexpr Milliseconds exits_grace{std::chrono::minutes{15}}, exits_pause{std::chrono::minutes{30}};
inline constexpr std::size_t exits_at_once = 100; // a scan waits no longer than for one of its own

// Whose exit from the place of checkpoint `here` is to be assumed now, at most `exits_at_once` of them. None while all
// doors are open: then it counts who may still be inside.
std::vector<Draft> assumed_exits(const Ledger& ledger, const CheckpointId& here, Instant now);
// Records them; those that the disk does not take now are due again.
void assume_exits(Ledger& ledger, const CheckpointId& here);

} // namespace foyer
