// What one store has and another lacks, in the order in which it can be taken in. For both ways between a hub's
// ledger and the shared store, which is a peer that only answers.
#pragma once

#include <set>

#include "sync/summit/store.h"

namespace foyer {

struct Terms {
    std::set<OriginId> anew;     // given from their start, because what was given before could not be placed
    std::set<OriginId> left_out; // not given at all: they are refused there
    std::size_t max_bytes = 0;   // about so much
};

// Sealed runs of `from`, whose marks are `mine`, for a store whose marks are `theirs` and which may hold staff
// bodies.
Result<std::vector<SealedRun>> lacking(const Store& from, const Have& mine, const Have& theirs, const Terms& terms);

// The origins that must be given anew after these receipts: those with a hole, and what their branches leave.
std::set<OriginId> not_placed(const Store& from, std::span<const SealedRun> frames, std::span<const Receipt> receipts);

} // namespace foyer
