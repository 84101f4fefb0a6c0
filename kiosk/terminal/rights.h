// What staff at a desk may do, as the ledger knows them at that moment: a role that was taken away is gone with the
// next tap, whatever the glass still shows. Desk thread.
#pragma once

#include "kiosk/app/desk_talk.h"
#include "sync/ledger/ledger.h"

namespace foyer {

// Of who unlocked the desk. Empty: whoever knows the terminal's number, and may do everything.
StaffRole role_of(const Ledger& ledger, const AttendeeId& by);
// The least role that it takes. Checking in by hand takes more where the door would refuse (`refused_in_person`).
StaffRole role_for(const DeskRequest& request, const Summit& summit);
bool may_ask(const Ledger& ledger, const AttendeeId& by, const DeskRequest& request);
// The answer to who may not. `refused`: because the door would refuse the guest.
DeskActed takes_supervisor(const DeskRequest& request, std::optional<Reason> refused = std::nullopt);

// What the rule of the door says of somebody who comes in here without a code; none: welcome.
std::optional<Reason> refused_in_person(const Ledger& ledger, const AttendeeId& who, const Checkpoint& checkpoint,
                                        Instant when);

} // namespace foyer
