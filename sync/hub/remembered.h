// What a terminal keeps of its enrolment beside its identity, so that it starts by its data folder alone: where its hub
// is and by what it knows it, where it stands, what unlocks it. In the ledger's private table; on the ledger's thread.
#pragma once

#include "sync/ledger/ledger.h"
#include "sync/uplink/address.h"

namespace foyer {

struct Remembered {
    std::optional<HubAddress> hub;
    std::optional<CheckpointId> checkpoint;
    std::optional<std::string> unlock; // password_hash of its unlock number; none: enrolled before there were these
};

Remembered remembered(const Ledger& ledger);
// Only what is there is written. Faults: disk.
Result<> remember(Ledger& ledger, const Remembered& what);

} // namespace foyer
