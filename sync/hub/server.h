// The hub on a port: HTTP for organisers, server-sent events for their pages, WebSocket for terminals; all by TLS.
// The same port takes plain HTTP too, told apart by the first byte: from this machine, or from anywhere when asked to.
// Who may not is told in one sentence, and a browser that asks for the page is sent to https.
//
// One thread: the one that calls `run`, which then owns the ledger. `stop` and `post` may be called from any thread;
// everything else before `run` or from `post`. Every wait has a deadline and every body a bound (64 KiB; 8 KiB of
// headers); a peer that keeps neither is answered with what was wrong, or left. Faults of `listen`: network (port
// taken, address unusable), bad_input (no such address), corrupt (certificate). The hub and its ledger outlive the
// server.
#pragma once

#include <functional>
#include <memory>

#include "sync/central/errands.h"
#include "sync/hub/hub.h"
#include "sync/uplink/authority.h"

namespace foyer {

// From where HTTP without TLS is answered.
enum class PlainHttp { from_this_machine, from_anywhere };

struct ServerSettings {
    std::optional<Credential> certificate; // none: TLS is not spoken here
    PlainHttp plain = PlainHttp::from_this_machine;
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;             // 0: any free one, see Server::port
    Milliseconds request_deadline{10'000}; // for a whole request, its first byte included
    Milliseconds write_deadline{10'000};   // for one answer or one event
    Milliseconds push_pause{100};          // at least so long between two live events
    Milliseconds quiet{5'000};             // a live event at least so often: "as of" goes on, dead lines are noticed
    Milliseconds doors_every{3'000};       // terminals are told of each other
    int max_connections = 1000;
    // A store that several hubs share: facts count as kept when it has them.
    std::optional<Errands::Options> store;
    Milliseconds settle_max{8'000}; // an organiser's answer waits at most so long for it
};

class Server {
public:
    static Result<std::unique_ptr<Server>> listen(Hub& hub, ServerSettings settings);
    ~Server();

    [[nodiscard]] std::uint16_t port() const;
    // Ends on SIGINT and SIGTERM as by stop(). To be called before run().
    void stop_on_signals();
    enum class Ended { told_to, damaged }; // by stop(), or the ledger is found damaged
    Ended run();
    void stop();
    void post(std::function<void()> work); // run on the server's thread

private:
    struct Inside;
    explicit Server(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

} // namespace foyer
