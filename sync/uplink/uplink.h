// A terminal's way to its hub: keeps one websocket to the hub's /sync alive and replicates over it, both ways.
//
//     Uplink uplink(context, ledger, NodeIdentity{...}, {.hub = *parse_hub_address(url), .link = {.clock = clock}},
//                   [&](const UplinkState& state) { ... });
//     uplink.start();
//     ledger.on_commit([&] { uplink.notify_new_facts(); });
//
// Thread: one, the desk's: it runs `context` and owns the store. Callbacks come on it, never from inside a call to this
// class. Nothing here blocks. Whatever goes wrong is a sentence in the state and a later attempt: pauses grow from
// 0.25 s to 5 s, each shortened by a random part so that a hundred terminals do not come back at once. A hub that does
// not answer gives way to the next one that is known (`also_at`). Destroy it
// before the store, on the desk's thread or after the context has stopped for good.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include <boost/asio/io_context.hpp>

#include "sync/uplink/address.h"
#include "sync/uplink/peer.h"

namespace foyer {

struct UplinkState {
    enum class Phase {
        stopped,    // before `start`, after `stop`
        cut,        // on purpose
        connecting, // an attempt is under way; facts do not flow yet
        connected,  // the hub proved who it is
        waiting     // for the next attempt; `fault` says why the last one ended
    };
    Phase phase = Phase::stopped;
    std::optional<Instant> last_contact; // anything heard from the hub; kept when the connection ends
    // When everything that the hub had for us was here: who is unknown here then is unknown there. Asked every 5 s.
    std::optional<Instant> last_complete;
    std::optional<DeviceId> hub; // its device, once proved
    // The authority that a hub showed which then proved itself on that very connection: to be pinned from now on by a
    // terminal that was enrolled before there was one. None over plain HTTP.
    std::optional<CaFingerprint> authority;
    std::uint64_t acknowledgements = 0; // how often the hub said what it has on disk; the store heard what
    // The hub's clock minus ours, as far as the last measurement is sure; kept. Each is of the clocks as they were
    // then: who puts a clock right by it does so once.
    std::optional<Milliseconds> clock_offset;
    std::uint64_t clock_measurements = 0;
    std::optional<std::string> dismissed; // the hub says that this device is revoked, and why
    std::string fault;                    // why there is no connection, for staff; empty while connected
    bool operator==(const UplinkState&) const = default;
};

class Uplink {
public:
    struct Options {
        HubAddress hub;
        LinkOptions link;
        Milliseconds pause_min{250}, pause_max{5'000};
        std::function<void(const std::vector<DoorSeen>&)> on_doors; // the hub tells where it saw the other doors
    };
    using OnChange = std::function<void(const UplinkState&)>;

    Uplink(boost::asio::io_context& context, Store& store, NodeIdentity self, Options options, OnChange on_change = {});
    ~Uplink(); // stops

    void start();
    // Says goodbye and closes; `start` may follow.
    void stop();
    // Closes the connection as a cut cable would, and stays away until `restore`.
    void cut();
    void restore();
    [[nodiscard]] bool is_cut() const;
    // The store has something new. May be called from inside the store's own calls: the work is posted.
    void notify_new_facts();
    // Further ways to a hub of the summit, tried in turn when the one at hand does not answer: `hub` first, these after
    // it, again from the start.
    void also_at(std::vector<HubAddress> others);
    void tell(const Standing& standing); // to the hub, when it is there
    [[nodiscard]] const UplinkState& state() const;

private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

} // namespace foyer
