// Who of the staff was recognised at this terminal by their badge, and whether they still are what they were then: a
// role that is taken away, or a badge that is revoked, is told at once. Desk thread; `tell` must not block.
#pragma once

#include <functional>
#include <map>

#include "kiosk/app/event.h"
#include "sync/ledger/ledger.h"

namespace foyer {

class StaffWatch {
public:
    StaffWatch(const Ledger& ledger, std::function<void(Event)> tell) : ledger_(ledger), tell_(std::move(tell)) {}

    // Theirs, and good: told as StaffRecognised. False: somebody else's.
    bool recognise(const Presented& code);
    void touched(const Subject& subject); // inside a transaction
    void ledger_changed();                // after each commit: StaffChanged of whoever is another one now

private:
    struct Known {
        Presented code; // by which they were recognised
        StaffRole role = StaffRole::none;
    };
    const Ledger& ledger_;
    std::function<void(Event)> tell_;
    std::map<AttendeeId, Known> known_; // since the terminal started: as many as it has staff
    bool may_differ_ = false;
};

} // namespace foyer
