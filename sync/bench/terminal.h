// A terminal with all that speaks and keeps in it (ledger, admission, line to the hub, lines to other doors) on a
// thread of its own, as its desk is; without camera and screen.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include <boost/asio/io_context.hpp>

#include "sync/bench/figures.h"
#include "sync/ledger/ledger.h"
#include "sync/uplink/neighbours.h"
#include "sync/uplink/uplink.h"

namespace foyer::bench {

class Terminal {
public:
    enum class Lan { none, doors };
    // `hub` none: an island.
    Terminal(std::unique_ptr<Ledger> ledger, std::optional<HubAddress> hub, Lan lan);
    ~Terminal();

    // All of these from any thread; each runs on the terminal's own and returns when it is done there.
    struct Answer {
        Verdict verdict;
        double ms = 0;               // from asking to on disk: a guest sees green
        Steady::time_point shown_at; // when that was
    };
    Answer scan(const std::string& code);
    [[nodiscard]] bool is_connected();       // to its hub
    [[nodiscard]] std::uint64_t unsettled(); // own facts that the hub does not have on disk yet
    [[nodiscard]] std::size_t doors();       // lines to other doors that stand
    [[nodiscard]] std::uint64_t facts();
    [[nodiscard]] bool knows(const std::string& code); // whose it is
    [[nodiscard]] std::uint16_t lan_port();
    void meet(const DoorSeen& door);
    // From now on it looks after each of its commits whether it would refuse that badge; then when that was so, or
    // nothing within `longest`.
    void expect(const std::string& code);
    std::optional<Steady::time_point> refused_at(Milliseconds longest);

private:
    struct Inside;
    template <class Work>
    auto there(Work work);
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer::bench
