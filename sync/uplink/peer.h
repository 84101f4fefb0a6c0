// The server's side of replication: every terminal (or other hub) that came in over a websocket.
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
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "sync/replication/conversation.h"

namespace foyer {

struct LinkOptions {
    std::function<Instant()> clock; // of this node: the ledger's
    Conversation::Options conversation;
    std::size_t max_queued_bytes = std::size_t{8} << 20U; // outgoing; more: the peer is too slow and is let go
    Milliseconds tick{250};                               // how often deadlines are looked at
    Milliseconds coalesce{0};                             // facts of so long go out together; a hub: 5-10 ms
};

// One connection, as a page may show it.
struct PeerState {
    std::string address; // "127.0.0.1:40312"
    DeviceId device;
    Role role = Role::door;
    Instant since, last_contact;
    std::optional<Milliseconds> clock_offset; // the peer's clock minus ours
    std::size_t unacknowledged_bytes = 0;     // sent, not yet on its disk
    Have has;                                 // what the peer has on disk
};

class Peers {
public:
    // Something in `list()` changed. `ended`: why a connection ended, a sentence for the log; empty otherwise.
    using OnChange = std::function<void(const std::string& ended)>;

    Peers(Store& store, NodeIdentity self, LinkOptions options, OnChange on_change = {});
    ~Peers();

    void accept(boost::beast::tcp_stream stream, boost::beast::http::request<boost::beast::http::string_body> upgrade);
    // The store has something new. May be called from inside the store's own calls: the work is posted.
    void notify_new_facts();
    // Connections whose peer has proved who it is, by device.
    [[nodiscard]] std::vector<PeerState> list() const;
    void close_all(const std::string& reason);

private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

} // namespace foyer
