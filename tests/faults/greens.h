// What guests saw, from a terminal's log, against the facts on disks; and who was admitted twice, against the cards.
#pragma once

#include <string>
#include <vector>

#include "sync/audit/audit.h"

namespace foyer::test {

// A line of a terminal's log: a verdict on the glass.
struct Seen {
    std::string time, kind, reason, case_number; // time: "hh:mm:ss" of the reading
};
std::vector<Seen> seen_on(const std::vector<std::string>& log);

// Each verdict that was shown is a fact on the terminal's disk and at the hub, once; but for those of the moment of a
// kill no fact was not shown; what could not be recorded was not green.
void check_seen(const std::vector<Seen>& seen, const Ledger& terminal, const Ledger& hub, int kills,
                const audit::Found& found);

// Entries of one person that had not seen each other are on cards, and no others. For places with single entry,
// where no origin is forked.
void check_double_admissions(const Ledger& hub, const audit::Found& found);
std::size_t double_admissions(const Ledger& hub); // so many cards

} // namespace foyer::test
