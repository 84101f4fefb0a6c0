// Whether a folder can take a new ledger: asked before what can be done only once, as redeeming an enrolment code is.
#pragma once

#include <filesystem>

#include "sync/summit/fault.h"

namespace foyer {

// Makes the folder when it is not there. Faults as of Ledger::create_node: bad_input (a ledger is in it), corrupt (half
// of one is), disk or not_allowed (it cannot be made or written), busy (another program makes one).
Result<> check_place(const std::filesystem::path& folder);

} // namespace foyer
