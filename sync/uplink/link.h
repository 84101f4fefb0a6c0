// One websocket that carries one Conversation: what the terminal's side (uplink.h) and the hub's side (peer.h) share.
//
// For this room only. Shared-owned, because its coroutines outlive whoever dropped it by a turn of the loop; after
// `drop` or the end of `run` it touches neither store nor callbacks. Thread: the one that runs its executor.
#pragma once

#include "sync/uplink/peer.h"

namespace foyer {

class Link : public std::enable_shared_from_this<Link> {
public:
    struct Events {
        std::function<void(const Notice&)> notice;
        std::function<void()> heard; // some message came
    };

    static std::shared_ptr<Link> over(Stream stream, Store& store, const NodeIdentity& self, const LinkOptions& options,
                                      Events events);
    virtual ~Link() = default;

    // Either of them first, once. Each wait in them has a deadline.
    virtual boost::asio::awaitable<Result<>> connect(HubAddress hub) = 0;
    // Without a request it is read first.
    virtual boost::asio::awaitable<Result<>> accept(std::optional<Upgrade> upgrade) = 0;
    // The conversation, to its end; why it ended.
    virtual boost::asio::awaitable<Fault> run() = 0;

    // Posted, so that they may be called from inside the store. Own facts: sent after `wait`, with those that came
    // meanwhile. Relayed: acknowledged at once and sent `relay_pause` later, unless the peer has them by then.
    virtual void notify_new_facts(std::chrono::microseconds wait) = 0;
    virtual void notify_relayed_facts() = 0;
    virtual void tell(const Standing& standing) = 0;
    virtual void tell(const Doors& doors) = 0;
    virtual void leave(const std::string& reason) = 0; // says goodbye and closes
    virtual void drop() = 0;                           // closes at once, as a cut cable would
    [[nodiscard]] virtual const Conversation& conversation() const = 0;
    [[nodiscard]] virtual std::string remote_address() const = 0;
    [[nodiscard]] virtual std::optional<CaFingerprint> authority() const = 0; // that the hub showed, over TLS
};

} // namespace foyer
