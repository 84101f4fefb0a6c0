// Whoever serves the people before a terminal besides answering codes, as far as its mode asks for them: the steward
// and the watch over who of the staff is here everywhere, a clerk and a lister at a staff desk, claims where guests
// serve themselves, a host where people meet, a greeter at a sign. Desk thread.
#pragma once

#include <optional>

#include "kiosk/terminal/claims.h"
#include "kiosk/terminal/clerk.h"
#include "kiosk/terminal/greeter.h"
#include "kiosk/terminal/host.h"
#include "kiosk/terminal/lister.h"
#include "kiosk/terminal/staff_watch.h"
#include "kiosk/terminal/steward.h"
#include "sync/search/session_index.h"

namespace foyer {

class Counter {
public:
    struct Ways {
        std::function<void(Event)> tell;
        std::function<void(std::function<void()>)> later; // on this thread, after what waits already
        PrintBy print;                                    // what came of it is told on this thread
        std::function<void(const AttendeeId&)> let_in;    // who said who they are, and is believed
    };
    // `mode`: instead of the checkpoint's own.
    Counter(Ledger& ledger, CheckpointId checkpoint, std::optional<Mode> mode, Ways ways);

    [[nodiscard]] Mode mode() const;
    void set_mode(std::optional<Mode> mode); // instead of the checkpoint's own; whoever is asked for comes
    [[nodiscard]] Clerk* clerk() { return clerk_ ? &*clerk_ : nullptr; } // none: it is no staff desk
    // A staff desk that was enrolled as a door.
    [[nodiscard]] bool is_a_door_at_a_desk() const;

    void ask(const DeskRequest& request, const AttendeeId& by);
    void find_sessions(const std::string& query);
    // A badge of the staff, as whose it is told; false: somebody else's.
    bool recognise(const Presented& code) { return staff_.recognise(code); }
    void touched(const Subject& subject); // inside a transaction
    void ledger_changed();                // after each commit; the first time: whoever is asked for comes
    void go_round();                      // every few seconds
    void close();                         // nobody comes any more

private:
    void staff_the_desk();
    void hear_claims();
    void host_meetings();
    void greet_delegations();
    [[nodiscard]] PrintBy print_for_the_desk();
    void know_the_programme();
    void read_the_programme();

    Ledger& ledger_;
    CheckpointId checkpoint_;
    std::optional<Mode> mode_;
    Ways ways_;
    Steward steward_;
    StaffWatch staff_;
    std::optional<Clerk> clerk_;
    std::optional<Lister> lister_; // whenever there is a clerk
    std::optional<Greeter> greeter_;
    std::optional<Claims> claims_;
    std::optional<Host> host_;
    std::optional<SessionIndex> sessions_;
    std::uint64_t known_ = 0; // to it: a version of the programme
    bool reading_ = false;
    bool closed_ = false;
};

} // namespace foyer
