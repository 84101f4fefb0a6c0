// Who looks after the meetings at a terminal: tells the glass who of them is there, calls the staff for who is missing,
// gives tables back, and records what staff make of a meeting. Desk thread.
#pragma once

#include <functional>

#include "kiosk/app/event.h"
#include "sync/ledger/ledger.h"

namespace foyer {

MeetingSeen::Someone someone(const Ledger& ledger, const AttendeeId& id); // with what they are called
MeetingSeen::Someone someone(const Ledger& ledger, const AttendeeId& id, const std::optional<Attendee>& attendee);
// With the names, and who is there now.
MeetingSeen seen(const Ledger& ledger, const Meeting& meeting);
// Those of one person that are not over for longer than a day, by start.
std::vector<MeetingSeen> meetings_of(const Ledger& ledger, const AttendeeId& who, Instant now);

class Host {
public:
    // A terminal among the tables calls and gives back by itself, those whose table lies in its place; a staff desk is
    // told of all, and asked.
    enum class Stands { among_tables, at_a_desk };
    Host(Ledger& ledger, CheckpointId checkpoint, Stands stands, std::function<void(Event)> tell);

    // False: it is a matter of the clerk's. `by`: of the staff, where it is known.
    bool ask(const DeskRequest& request, const AttendeeId& by);
    void touched(const Subject& subject); // inside a transaction
    void ledger_changed();                // after each commit
    void go_round();                      // every few seconds: time passes for meetings, too

private:
    void act_on(const OpenMeeting& asked);
    void act_on(const ChangeMeeting& act);
    [[nodiscard]] std::optional<Fault> in_the_way(const Meeting& meeting, const ChangeMeeting& act) const;
    [[nodiscard]] std::string by_whom() const;
    void tell_meetings();
    void call_for_the_missing(const Meeting& meeting, std::vector<Draft>& drafts) const;
    void give_back(const Meeting& meeting, std::vector<Draft>& drafts) const;
    [[nodiscard]] bool hears_of_all() const;
    void look_after();

    Ledger& ledger_;
    CheckpointId checkpoint_;
    Stands stands_;
    std::function<void(Event)> tell_;
    AttendeeId by_;
    std::vector<MeetingSeen> told_;
    bool differ_ = true; // since they were told
};

} // namespace foyer
