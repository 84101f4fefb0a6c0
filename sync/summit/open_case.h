// Guests who were sent to staff with a number: who still waits, and what closes it. A case closes by itself when its
// guest is let in (`open_case` in person_file.h); of whoever is not, staff say that they were seen to.
#pragma once

#include "sync/summit/payload.h"
#include "sync/summit/person_file.h"

namespace foyer {

struct OpenCase {
    std::optional<AttendeeId> who; // none: somebody whom nobody knows
    AttendanceRow refusal;         // with the number
};

enum class CaseState { seen_to, waits };
// The last one stands. `note`: by whom; for the ledger.
Draft case_said(const FactId& refusal, CaseState state, std::string note, Instant now);
// What staff said of it last, among facts about `closing_subject(refusal)`; nothing else closes it.
bool closes_case(const CardResolved& said);
Subject closing_subject(const FactId& refusal);

} // namespace foyer
