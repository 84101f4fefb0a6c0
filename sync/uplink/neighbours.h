// A door among doors: listens for the others, goes to those of its circle (circle.h), and keeps the lines. They carry
// the same conversations as the line to the hub, so that doors agree with no hub at all.
//
// Always TLS, with a certificate made at each start that nobody looks at: who a door is says its certificate by the
// summit, and its proof is bound to the TLS connection (Conversation::bind_to), so nobody can sit in between. A
// connection without TLS, or one more than the bound, is closed.
//
// Others are met by what the hub tells, by DNS-SD (discovery.h) and by their coming here. A door that cannot be reached
// is tried again after 0.5 s to 30 s. Thread: one, that of the store. Faults of `open`: network (the port is taken).
#pragma once

#include "sync/uplink/circle.h"
#include "sync/uplink/peer.h"

#include <boost/asio/io_context.hpp>

namespace foyer {

class Neighbours {
public:
    struct Options {
        std::string address = "0.0.0.0"; // to listen on
        std::uint16_t port = 0;          // 0: any free one
        std::string place;               // where this door stands; empty: not known yet
        LinkOptions link;
        Milliseconds round{1'000}; // how often the circle is looked at
    };
    using OnChange = std::function<void()>; // a line began or ended

    static Result<std::unique_ptr<Neighbours>> open(boost::asio::io_context& context, Store& store, NodeIdentity self,
                                                    Options options, OnChange on_change = {});
    ~Neighbours();

    [[nodiscard]] std::uint16_t port() const;
    void meet(const DoorSeen& door); // somebody has seen it; itself is left out
    void centre_is(Centre centre);
    void stands_at(const std::string& place); // it came with the programme, or changed
    // From inside the store's own calls too: the work is posted. Own: pushed at once; relayed: a moment later, to those
    // who lack them still.
    void notify_own_facts();
    void notify_relayed_facts();
    void tell(const Standing& standing);
    // As a cut cable: all lines end and none begins until `restore`.
    void cut();
    void restore();
    // Other doors that were heard in the last 10 s, here or by the hub.
    [[nodiscard]] std::set<DeviceId> seen() const;
    [[nodiscard]] std::vector<PeerState> list() const; // the lines that stand

private:
    struct Inside;
    explicit Neighbours(std::shared_ptr<Inside> inside) : inside_(std::move(inside)) {}
    std::shared_ptr<Inside> inside_;
};

} // namespace foyer
