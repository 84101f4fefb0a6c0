// Who notices at a sign that a delegation has come, so that it is welcomed there. Desk thread.
#pragma once

#include <map>
#include <set>

#include "kiosk/app/event.h"
#include "sync/ledger/ledger.h"

namespace foyer {

// It has come once so many of it entered the summit for the first time within such a while. One with a discreet guest
// among them is nobody's business.
inline constexpr std::size_t delegation_comes = 2;
inline constexpr Milliseconds comes_together{900'000};

class Greeter {
public:
    Greeter(const Ledger& ledger, std::function<void(Event)> tell) : ledger_(ledger), tell_(std::move(tell)) {}

    void touched(const AttendeeId& who) { touched_.insert(who); } // inside a transaction
    void ledger_changed();                                        // after each commit

private:
    void notice(const AttendeeId& who);

    const Ledger& ledger_;
    std::function<void(Event)> tell_;
    std::set<AttendeeId> touched_;
    std::map<DelegationId, std::map<AttendeeId, Instant>> parties_; // who came when for the first time
};

} // namespace foyer
