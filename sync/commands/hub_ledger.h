// The ledger of a hub, for the commands that only a hub's data folder will do for.
#pragma once

#include "sync/ledger/ledger.h"

namespace foyer {

// Opens it. Faults: those of Ledger::open; refused where the folder is a terminal's (the sentence names its role).
Result<std::unique_ptr<Ledger>> open_hub_ledger(const std::string& folder, const Clock& clock);

} // namespace foyer
