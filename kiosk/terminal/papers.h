// The folder that badges and lists are printed to, and what may not stay in it. Desk thread.
#pragma once

#include <filesystem>
#include <set>

#include "sync/ledger/ledger.h"

namespace foyer {

// Of those `touched` who have no names any more and are not yet among `forgotten`, which they join: their badges, and
// every list, for it may name them.
void forget_papers_of(const Ledger& ledger, const std::filesystem::path& papers, const std::set<AttendeeId>& touched,
                      std::set<AttendeeId>& forgotten);

} // namespace foyer
