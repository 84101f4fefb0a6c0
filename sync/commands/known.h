// What a ledger holds already, in the words of sync/import: the import room does not see ledgers.
#pragma once

#include "sync/import/summit_files.h"
#include "sync/ledger/ledger.h"

namespace foyer {

// One pass over the ledger's facts. Faults: those of reading (disk, corrupt).
Result<Known> known_of(const Ledger& ledger);

} // namespace foyer
