// Two real ledgers in one room: a conversation between them without a wire.
#pragma once

#include "sync/ledger/ledger.h"
#include "sync/replication/conversation.h"

namespace foyer::test {

// Delivers until nothing moves. Why one of them closed; empty: none did.
std::string meet(Ledger& a, Ledger& b, Instant now);

} // namespace foyer::test
