// Who keeps the lists of a staff desk: who was sent to staff with a number and waits, and what is lent. Tells the glass
// when they change, and records that somebody was seen to. Desk thread.
#pragma once

#include "kiosk/terminal/printing.h"
#include "sync/ledger/ledger.h"

namespace foyer {

class Lister {
public:
    struct Ways {
        std::function<void(Event)> tell;
        PrintBy print; // what came of it is told on this thread
    };
    Lister(Ledger& ledger, Ways ways);

    // False: it is a matter of the clerk's. `by`: of the staff, where it is known.
    bool ask(const DeskRequest& request, const AttendeeId& by);
    void touched(const Subject& subject); // inside a transaction
    void go_round();                      // every few seconds: the lists again, if they may differ

private:
    void act_on(const SettleCase& act);
    void act_on(const ShowLoans& asked);
    void act_on(const PrintLoans& act);
    [[nodiscard]] LoansListed loans() const;
    void tell_lists();

    Ledger& ledger_;
    Ways ways_;
    AttendeeId by_;
    std::optional<ListsChanged> told_;
    bool differ_ = true; // since they were told
};

} // namespace foyer
