// What every terminal does for the people before it, besides answering codes: calls for staff, sessions that run
// otherwise than planned, and emergencies. Desk thread.
#pragma once

#include <functional>

#include "kiosk/app/event.h"
#include "sync/ledger/ledger.h"

namespace foyer {

// Sessions that run otherwise than planned, as seen from a checkpoint: at other times, or with the door open since.
std::set<SessionId> off_plan(const Ledger& ledger, const CheckpointId& checkpoint);

// How full each place is that has a capacity, and the checkpoint's own.
Occupancies occupancies(const Ledger& ledger, const CheckpointId& checkpoint);

class Steward {
public:
    Steward(Ledger& ledger, CheckpointId checkpoint, std::function<void(Event)> tell)
        : ledger_(ledger), checkpoint_(std::move(checkpoint)), tell_(std::move(tell)) {}

    // False: it is a matter of the clerk's.
    bool ask(const DeskRequest& request, const AttendeeId& by = {}); // `by`: of the staff, where it is known
    void touched(const Subject& subject);                            // inside a transaction
    void ledger_changed();                                           // after each commit

private:
    void act_on(const CallStaffHere& asked);
    void act_on(const AnswerCall& asked);
    void act_on(const ChangeSession& asked);
    void act_on(const SetEmergency& asked);
    void write(const DeskRequest& request, std::span<const Draft> drafts);

    Ledger& ledger_;
    CheckpointId checkpoint_;
    std::function<void(Event)> tell_;
    AttendeeId by_;
    std::vector<OpenCall> told_;
    bool calls_differ_ = true;  // since they were told: no scan waits for a list that nobody changed
    std::set<std::string> own_; // calls of this terminal since it started
};

} // namespace foyer
