// The desk thread: ledger, admission and replication on one Asio context, so that nothing about facts needs a lock.
//
// Everything public may be called from any thread; what it tells the glass goes through `tell`, which must not block.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "kiosk/app/event.h"
#include "kiosk/terminal/clerk.h"
#include "kiosk/terminal/journal.h"
#include "kiosk/terminal/summit_clock.h"
#include "sync/ledger/ledger.h"
#include "sync/uplink/address.h"

namespace foyer {

// One sighting on its way from the eye to the desk.
struct Sighting {
    Presented code;
    Instant read_at;                            // the summit's time
    std::chrono::steady_clock::time_point seen; // for the latency figures
};

class Desk {
public:
    struct Options {
        CheckpointId checkpoint;
        std::optional<HubAddress> hub; // none: an island, only its own ledger
        // Where other doors come in; none: this one keeps to its hub.
        std::optional<std::pair<std::string, std::uint16_t>> lan = std::nullopt;
        std::optional<Mode> mode = std::nullopt; // none: as its checkpoint says
        // Prints a badge on a thread of its own and gives what came of it, from any thread.
        PrintBy print = {};
        Journal* journal = nullptr;        // keeps what is said; outlives the desk. None: it is said alone
        std::filesystem::path papers = {}; // where it prints to: badges and lists, which a wipe takes away
    };
    using Tell = std::function<void(Event)>;
    using Answer = std::function<void(const Sighting&, Outcome)>;

    // Takes the ledger to its own thread. `decided` gets each sighting back with its outcome, on the desk thread.
    Desk(std::unique_ptr<Ledger> ledger, Options options, SummitClock clock, Tell tell, Answer decided);
    // Stops replication, closes the ledger, ends the thread.
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void ask(DeskRequest request, AttendeeId by = {}); // of a staff desk; `by`: of the staff, where it is known
    void find_sessions(std::string query);             // a guest's, in the programme: told as SessionsFound
    void look_up(Sighting sighting);                   // at a staff desk: whose is it? Nothing is recorded
    // While the terminal waits for a badge of the staff: theirs is told as StaffRecognised, and `recognised` called;
    // any other is taken, or looked up, as always.
    void recognise(Sighting sighting, std::function<void()> recognised);
    void take(Sighting sighting); // a scan goes first: the context has only short work in it
    void set_network(NetworkSwitched::Wire wire);
    // Grows every three seconds while the desk lives.
    [[nodiscard]] std::uint64_t rounds() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
