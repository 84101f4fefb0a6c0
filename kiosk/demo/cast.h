// Who comes to the demo: real people of the roster, found by asking the door's own rule what it would say to each, so
// that any summit and any checkpoint gets as varied a morning as it can have.
#pragma once

#include <set>

#include "scanner/feed/script.h"
#include "sync/ledger/ledger.h"

namespace foyer {

struct CastOptions {
    CheckpointId checkpoint;
    std::optional<AttendeeId> first; // the newcomer who gave a name, if any
};

// The feed's script: guests in the order they come, the label of each what the door should say ("welcome"...). Issues a
// second badge to one person, whose first one is then outdated. Faults: not_found (no such checkpoint, nobody at all),
// disk.
Result<FeedScript> cast_guests(Ledger& hub, const CastOptions& options);

// When the demo takes place: two minutes into the first session at the checkpoint's place (where people meet, into the
// first meeting), else of the summit.
Instant demo_time(const Programme& programme, std::span<const Meeting> meetings, const CheckpointId& checkpoint);

// The checkpoint that has most to say: the strictest door of a forum, else the first.
CheckpointId demo_checkpoint(const Programme& programme);

} // namespace foyer
