// What the desk thread does for a staff desk: finds people, opens them, and records what staff do. Desk thread; tells
// the glass through `tell`.
#pragma once

#include "kiosk/terminal/printing.h"
#include "kiosk/terminal/register.h"
#include "sync/roster/acts.h"

namespace foyer {

class Clerk {
public:
    struct Ways {
        std::function<void(Event)> tell;
        std::function<void(std::function<void()>)> later; // on this thread, after what waits already
        PrintBy print;                                    // what came of it is told on this thread
    };
    Clerk(Ledger& ledger, CheckpointId checkpoint, Ways ways);

    void ask(const DeskRequest& request, const AttendeeId& by = {}); // `by`: of the staff, where it is known
    void scanned(const Presented& code);                             // shows whose it is, and records nothing
    void touched(const Subject& subject);                            // inside a transaction
    void ledger_changed();                                           // after each commit
    void go_round();                                                 // every few seconds: the conflict inbox

private:
    void act_on(const FindPeople& asked);
    void act_on(const LookUpPerson& asked);
    void act_on(const CheckByHand& act);
    void act_on(const TakeBack& act);
    void act_on(const AddGuest& act);
    void act_on(const SubstituteGuest& act);
    void act_on(const EditGuest& act);
    void act_on(const LookUpCase& asked);
    void act_on(const PrintBadge& act);
    void act_on(const PrintBadges& act);
    void act_on(const HandOverBadge& act);
    void act_on(const HandOverBadges& act);
    void act_on(const ResolveCard& act);
    void act_on(const SettleHold& act);
    void act_on(const LendItem& act);
    void act_on(const ShowRoll& asked);
    void act_on(const PrintRoll& act);
    [[nodiscard]] std::string by_whom(std::string why) const; // with the number of whoever does it
    [[nodiscard]] std::optional<Reason> refused(const AttendeeId& who, const CheckByHand& act) const;
    template <class Other>
    void act_on(const Other&) {} // what the desk thread does by itself, at every terminal

    void read_on();
    [[nodiscard]] std::optional<Dossier> dossier(const AttendeeId& who) const;
    [[nodiscard]] FoundPerson found(const Match& match) const;
    [[nodiscard]] PeopleFound answer(const FindPeople& asked) const;
    void show(const AttendeeId& who, PersonLookedUp::By by);
    void show_again(); // who is open, if anything of them differs
    void print_badges(const DeskRequest& act, std::span<const AttendeeId> who, std::string file_name);
    void tell_cards();
    [[nodiscard]] bool is_shown(const Subject& subject) const;
    [[nodiscard]] bool is_found(const Subject& subject) const;
    bool take_back_item(const std::string& item);
    void done(DeskActed acted, const AttendeeId& show_now);
    template <class Request>
    void done(const Request& act, const Result<>& came_of_it, const AttendeeId& show_now = {});

    Ledger& ledger_;
    CheckpointId checkpoint_;
    Ways ways_;
    Register register_;
    bool reading_ = false;
    AttendeeId by_;                                     // who asked for what is done now; empty: not known
    std::optional<std::pair<AttendeeId, Reason>> dead_; // the code held up last, where it is good no more
    FindPeople last_asked_;
    std::optional<PeopleFound> last_found_;
    std::optional<Dossier> shown_;                          // as the glass has it
    bool shown_may_differ_ = false, badges_differ_ = false; // since: somebody in it, badges of whomever
    bool found_may_differ_ = false;                         // somebody in last_found_
    std::vector<std::string> cards_;                        // ids that the glass has
};

template <class Request>
void Clerk::done(const Request& act, const Result<>& came_of_it, const AttendeeId& show_now) {
    DeskActed acted{.request = act};
    if (!came_of_it) acted.fault = came_of_it.error();
    done(std::move(acted), show_now);
}

} // namespace foyer
