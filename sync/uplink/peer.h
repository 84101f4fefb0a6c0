// Every node that is connected over a websocket: of a hub all terminals that came in, of a terminal the doors that came
// in and those it went to.
//
//     Peers peers(ledger, NodeIdentity{identity.certificate, identity.keys.secret_key}, {.clock = clock}, on_change);
//     ledger.on_commit([&] { peers.notify_new_facts(); });
//     // in the HTTP server, for `GET /sync` when beast::websocket::is_upgrade(request):
//     peers.accept(std::move(stream), std::move(request)); // answers the upgrade; the server forgets the connection
//     peers.list();                                        // for the organisers' page
//     peers.close_all("the hub is closing");               // then let the io_context run dry
//
// Thread: one, the thread that owns the store; the streams' executor must be that thread's io_context. Callbacks come
// on it too, never from inside a call to this class. `Peers` must outlive the running of the io_context, or be
// destroyed on its thread: destruction closes every connection. A connection's end is no fault of the server: it is
// only listed no more, and its reason goes to `on_change`. Each connection is bounded: unacknowledged facts by the
// conversation's window, outgoing messages by `max_queued_bytes`, silence by the conversation's deadline.
//
// Two nodes need one connection. Of two that the same node opened the newer stays: the older is a cut cable. Of two
// that both opened to each other stays the one that the smaller device id opened: both sides know which.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "sync/replication/conversation.h"
#include "sync/uplink/stream.h"

namespace foyer {

using Upgrade = boost::beast::http::request<boost::beast::http::string_body>; // of `GET /sync`

struct LinkOptions {
    std::function<Instant()> clock; // of this node: the ledger's
    Conversation::Options conversation;
    std::size_t max_queued_bytes = std::size_t{8} << 20U; // outgoing; more: the peer is too slow and is let go
    Milliseconds tick{250};                               // how often deadlines are looked at
    // Peers: facts of so long go out together, or of so long for each peer when that is more; a hub: 5 ms, 100 us.
    Milliseconds coalesce{0};
    std::chrono::microseconds coalesce_each{0};
};

// One connection, as a page may show it.
struct PeerState {
    std::string address; // "127.0.0.1:40312"
    DeviceId device;
    Role role = Role::door;
    Instant since, last_contact;
    std::optional<Milliseconds> clock_offset; // the peer's clock minus ours, as far as it is sure
    std::size_t unacknowledged_bytes = 0;     // sent, not yet on its disk
    std::optional<Standing> standing;         // how it is, as it last said
    enum class Opened { there, here } opened = Opened::there;
};

class Peers {
public:
    // Something in `list()` changed. `ended`: why a connection ended, a sentence for the log; empty otherwise.
    using OnChange = std::function<void(const std::string& ended)>;

    Peers(Store& store, NodeIdentity self, LinkOptions options, OnChange on_change = {});
    ~Peers();

    void accept(Stream stream, Upgrade upgrade);
    void accept(Stream stream); // its request is read here
    // Connects; `ended` is called once, when that connection has ended or never came about.
    void dial(boost::asio::any_io_executor executor, HubAddress where, std::function<void(const Fault&)> ended);
    void tell(const Standing& standing); // to all
    void tell(const Doors& doors);
    // The store has something new. May be called from inside the store's own calls: the work is posted.
    void notify_new_facts();
    void notify_relayed_facts(); // see Link
    void drop(const DeviceId& device, const std::string& reason);
    [[nodiscard]] std::size_t connections() const; // those included that have not proved who they are
    // Connections whose peer has proved who it is, by device.
    [[nodiscard]] std::vector<PeerState> list() const;
    void close_all(const std::string& reason);

private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

} // namespace foyer
