#include "sync/uplink/peer.h"

#include <algorithm>
#include <list>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "sync/uplink/link.h"

namespace foyer {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Upgrade = beast::http::request<beast::http::string_body>;

inline constexpr std::size_t max_peers = 2048; // connections, proved or not

// Shared with the coroutines; `closed` once the owner is gone, after which nothing of the owner's is touched.
struct Peers::Inside {
    struct Entry {
        std::shared_ptr<Link> link;
        PeerState state;
        bool known = false;
    };
    Inside(Store& the_store, NodeIdentity who, LinkOptions how, OnChange on_change)
        : store(the_store), identity(std::move(who)), options(std::move(how)), changed(std::move(on_change)) {}

    static asio::awaitable<void> serve(std::shared_ptr<Inside> self, beast::tcp_stream stream, Upgrade upgrade);
    void note(Entry& entry, const Notice& notice);
    void replace_older(const Entry& entry);
    void tell(const std::string& ended = {}) const {
        if (!closed && changed) changed(ended);
    }

    Store& store;
    NodeIdentity identity;
    LinkOptions options;
    OnChange changed;
    std::list<Entry> entries;
    bool closed = false;
};

asio::awaitable<void> Peers::Inside::serve(std::shared_ptr<Inside> self, beast::tcp_stream stream, Upgrade upgrade) {
    if (self->closed) co_return;
    const auto entry = self->entries.emplace(self->entries.end());
    entry->state.since = entry->state.last_contact = self->options.clock();
    // A link that was dropped calls back no more, so the callbacks need not keep `self`.
    Link::Events events;
    events.notice = [inside = self.get(), entry](const Notice& notice) { inside->note(*entry, notice); };
    events.heard = [inside = self.get(), entry] { entry->state.last_contact = inside->options.clock(); };
    const auto link = Link::over(std::move(stream), self->store, self->identity, self->options, std::move(events));
    entry->link = link;
    entry->state.address = link->remote_address();
    const auto opened = co_await link->accept(std::move(upgrade));
    // No `?:` around co_await: g++ 12 destroys the result twice.
    Fault why;
    if (opened)
        why = co_await link->run();
    else
        why = opened.error();
    const std::string who = entry->state.address;
    self->entries.erase(entry);
    self->tell(who + ": " + why.detail);
}

void Peers::Inside::replace_older(const Entry& entry) {
    for (Entry& other : entries)
        if (&other != &entry && other.known && other.state.device == entry.state.device)
            other.link->leave("this device has connected again");
}

void Peers::Inside::note(Entry& entry, const Notice& notice) {
    if (const auto* known = std::get_if<PeerKnown>(&notice)) {
        entry.known = true;
        entry.state.device = known->device;
        entry.state.role = known->role;
        entry.state.has = known->has;
        replace_older(entry);
    } else if (const auto* has = std::get_if<PeerHas>(&notice)) {
        for (const auto& [key, mark] : has->changes) entry.state.has[key] = mark;
    } else if (const auto* clock = std::get_if<ClockMeasured>(&notice)) {
        entry.state.clock_offset = clock->offset;
    } else if (const auto* behind = std::get_if<NotSent>(&notice)) {
        return tell(entry.state.address + ": origin " + behind->origin.hex() + " is not sent: " + behind->why);
    }
    tell();
}

Peers::Peers(Store& store, NodeIdentity self, LinkOptions options, OnChange on_change)
    : inside_(std::make_shared<Inside>(store, std::move(self), std::move(options), std::move(on_change))) {}

Peers::~Peers() {
    inside_->closed = true;
    for (Inside::Entry& entry : inside_->entries)
        if (entry.link) entry.link->drop();
}

void Peers::accept(beast::tcp_stream stream, Upgrade upgrade) {
    if (inside_->entries.size() >= max_peers) return stream.close();
    const auto executor = stream.get_executor();
    asio::co_spawn(executor, Inside::serve(inside_, std::move(stream), std::move(upgrade)), asio::detached);
}

void Peers::notify_new_facts() {
    for (Inside::Entry& entry : inside_->entries)
        if (entry.known) entry.link->notify_new_facts();
}

std::vector<PeerState> Peers::list() const {
    std::vector<PeerState> states;
    for (const Inside::Entry& entry : inside_->entries) {
        if (!entry.known) continue;
        states.push_back(entry.state);
        states.back().unacknowledged_bytes = entry.link->conversation().unacknowledged_bytes();
    }
    std::ranges::sort(states, {}, &PeerState::device);
    return states;
}

void Peers::close_all(const std::string& reason) {
    for (Inside::Entry& entry : inside_->entries)
        if (entry.link) entry.link->leave(reason);
}

} // namespace foyer
