// Discreet guests arrive: no public screen says who they are, and the desks that look after them are told, with the
// entry itself. Desk thread.
#pragma once

#include "kiosk/app/event.h"
#include "sync/ledger/ledger.h"

namespace foyer {

// What to record beside `outcome`'s own fact: a card with the guest, once a day when they are let in for the first
// time, and each time they are asked to see a person until staff have seen to it. Nothing for all others.
std::optional<Draft> arrival_of(const Ledger& ledger, const Checkpoint& checkpoint, const Outcome& outcome);

} // namespace foyer
