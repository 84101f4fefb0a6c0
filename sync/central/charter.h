// What the hubs of one summit share besides facts, and nobody else may see: the summit's keys, the authority that
// terminals pin, the organisers' token, one-time enrolment codes. In the schema foyer_private of the shared store.
#pragma once

#include "sync/central/postgres.h"
#include "sync/ledger/ledger.h"

namespace foyer {

struct Charter {
    SummitId summit;
    Bytes summit_key, secret_key; // the pair that signs certificates
    Bytes code_key;               // keys the hashes of codes
    Bytes organiser_token;
    Bytes authority_certificate, authority_key; // PEM: a terminal of one hub knows every other by it
    bool operator==(const Charter&) const = default;
};

// Until this connection ends, one hub at a time looks for a charter and brings one.
Result<> lock_charter(Postgres& postgres);
// Nothing when no hub has brought its summit here yet.
Result<std::optional<Charter>> read_charter(Postgres& postgres);
// Brings a summit here, unless one is here already; the one that is here now.
Result<Charter> claim_charter(Postgres& postgres, const Charter& charter);

// A code that one hub made, for the others to know too.
Result<> share_enrolment(Postgres& postgres, const Ledger::EnrolmentRow& row);
// Uses a code up, on all hubs at once. Nothing: it is unknown, used or too old.
Result<std::optional<Ledger::EnrolmentRow>> take_enrolment(Postgres& postgres, const Hash& code, Instant now);

} // namespace foyer
