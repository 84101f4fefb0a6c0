// What the desk thread does for a staff desk: finds people, opens them, and records what staff do. Desk thread; tells
// the glass through `tell`.
#pragma once

#include <functional>

#include "kiosk/app/desk_talk.h"
#include "kiosk/app/event.h"
#include "kiosk/terminal/register.h"
#include "sync/roster/acts.h"

namespace foyer {

// Everything that is on a badge, and what it is called.
struct BadgeJob {
    Summit summit;
    PersonRow row; // with the fresh code
    std::string file_name;
};

class Clerk {
public:
    struct Ways {
        std::function<void(Event)> tell;
        std::function<void(std::function<void()>)> later; // on this thread, after what waits already
        // Prints, or says why not: the printer's name or the file, on this thread.
        std::function<void(BadgeJob, std::function<void(Result<std::string>)>)> print;
    };
    Clerk(Ledger& ledger, CheckpointId checkpoint, Ways ways);
    ~Clerk();

    void ask(const DeskRequest& request);
    void scanned(const Presented& code, Instant at); // shows whose it is, and records nothing
    void ledger_changed();                           // after each commit

private:
    void act_on(const FindPeople& asked);
    void act_on(const LookUpPerson& asked);
    void act_on(const CheckByHand& act);
    void act_on(const TakeBack& act);
    void act_on(const AddGuest& act);
    void act_on(const SubstituteGuest& act);
    void act_on(const PrintBadge& act);
    void act_on(const HandOverBadge& act);
    void act_on(const ResolveCard& act);

    void read_on();
    [[nodiscard]] std::optional<Dossier> dossier(const AttendeeId& who) const;
    [[nodiscard]] FoundPerson found(const Match& match) const;
    [[nodiscard]] PeopleFound answer(const FindPeople& asked) const;
    void show(const AttendeeId& who, PersonLookedUp::By by);
    void tell_cards();
    void done(DeskActed acted, const AttendeeId& show_now);
    template <class Request>
    void done(const Request& act, const Result<>& came_of_it, const AttendeeId& show_now = {});

    Ledger& ledger_;
    CheckpointId checkpoint_;
    Ways ways_;
    Register register_;
    bool reading_ = false;
    FindPeople last_asked_;
    std::optional<PeopleFound> last_found_;
    std::optional<Dossier> shown_;   // as the glass has it
    std::vector<std::string> cards_; // ids that the glass has
};

} // namespace foyer
