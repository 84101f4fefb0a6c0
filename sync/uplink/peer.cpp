#include "sync/uplink/peer.h"

#include <algorithm>
#include <list>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "sync/uplink/link.h"
#include "sync/uplink/sure_offset.h"

namespace foyer {

namespace asio = boost::asio;

inline constexpr std::size_t max_peers = 2048; // connections, proved or not

// Shared with the coroutines; `closed` once the owner is gone, after which nothing of the owner's is touched.
struct Peers::Inside {
    struct Entry {
        std::shared_ptr<Link> link;
        PeerState state;
        std::uint64_t number = 0;
        bool known = false;
    };
    Inside(Store& the_store, NodeIdentity who, LinkOptions how, OnChange on_change)
        : store(the_store), identity(std::move(who)), options(std::move(how)), changed(std::move(on_change)) {}

    using Entries = std::list<Entry>;
    Entries::iterator enter(Stream stream, PeerState::Opened opened);
    static asio::awaitable<void> serve(std::shared_ptr<Inside> self, Stream stream, std::optional<Upgrade> upgrade);
    static asio::awaitable<void> reach(std::shared_ptr<Inside> self, Stream stream, HubAddress where,
                                       std::function<void(const Fault&)> ended);
    void forget(Entries::iterator entry, const Fault& why);
    void note(Entry& entry, const Notice& notice);
    void keep_one(Entry& entry);
    void tell(const std::string& ended = {}) const {
        if (!closed && changed) changed(ended);
    }

    Store& store;
    NodeIdentity identity;
    LinkOptions options;
    OnChange changed;
    std::list<Entry> entries;
    std::uint64_t entered = 0; // since the beginning
    bool closed = false;
};

Peers::Inside::Entries::iterator Peers::Inside::enter(Stream stream, PeerState::Opened opened) {
    const auto entry = entries.emplace(entries.end());
    entry->number = ++entered;
    entry->state.since = entry->state.last_contact = options.clock();
    entry->state.opened = opened;
    // A link that was dropped calls back no more, so the callbacks need not keep this.
    Link::Events events;
    events.notice = [this, entry](const Notice& notice) { note(*entry, notice); };
    events.heard = [this, entry] { entry->state.last_contact = options.clock(); };
    entry->link = Link::over(std::move(stream), store, identity, options, std::move(events));
    entry->state.address = entry->link->remote_address();
    return entry;
}

void Peers::Inside::forget(Entries::iterator entry, const Fault& why) {
    const std::string who = entry->state.address;
    entries.erase(entry);
    tell(who + ": " + why.detail);
}

asio::awaitable<void> Peers::Inside::serve(std::shared_ptr<Inside> self, Stream stream,
                                           std::optional<Upgrade> upgrade) {
    if (self->closed) co_return;
    const auto entry = self->enter(std::move(stream), PeerState::Opened::there);
    const auto link = entry->link;
    const auto opened = co_await link->accept(std::move(upgrade));
    // No `?:` around co_await: g++ 12 destroys the result twice.
    Fault why;
    if (opened)
        why = co_await link->run();
    else
        why = opened.error();
    self->forget(entry, why);
}

asio::awaitable<void> Peers::Inside::reach(std::shared_ptr<Inside> self, Stream stream, HubAddress where,
                                           std::function<void(const Fault&)> ended) {
    if (self->closed) co_return;
    const auto entry = self->enter(std::move(stream), PeerState::Opened::here);
    entry->state.address = where.text();
    const auto link = entry->link;
    const auto connected = co_await link->connect(where);
    Fault why;
    if (connected)
        why = co_await link->run();
    else
        why = connected.error();
    self->forget(entry, why);
    if (!self->closed) ended(why);
}

// Of the two, which one goes: see peer.h.
static bool stays(const PeerState& mine, const PeerState& other, const DeviceId& self) {
    if (mine.opened == other.opened) return true; // the newer
    return (mine.opened == PeerState::Opened::here) == (self < mine.device);
}

void Peers::Inside::keep_one(Entry& entry) {
    for (Entry& other : entries) {
        if (&other == &entry || !other.known || other.state.device != entry.state.device) continue;
        const bool newer = stays(entry.state, other.state, identity.certificate.certificate.device);
        (newer ? other : entry).link->leave("this device has connected again");
    }
}

void Peers::Inside::note(Entry& entry, const Notice& notice) {
    if (const auto* known = std::get_if<PeerKnown>(&notice)) {
        entry.known = true;
        entry.state.device = known->device;
        entry.state.role = known->role;
        keep_one(entry);
    } else if (const auto* clock = std::get_if<ClockMeasured>(&notice)) {
        entry.state.clock_offset = sure_offset(*clock);
    } else if (const auto* stands = std::get_if<PeerStands>(&notice)) {
        entry.state.standing = stands->standing;
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

void Peers::accept(Stream stream, Upgrade upgrade) {
    if (inside_->entries.size() >= max_peers) return stream.close();
    const auto executor = stream.get_executor();
    asio::co_spawn(executor, Inside::serve(inside_, std::move(stream), std::optional(std::move(upgrade))),
                   asio::detached);
}

void Peers::accept(Stream stream) {
    if (inside_->entries.size() >= max_peers) return stream.close();
    const auto executor = stream.get_executor();
    asio::co_spawn(executor, Inside::serve(inside_, std::move(stream), std::nullopt), asio::detached);
}

void Peers::dial(asio::any_io_executor executor, HubAddress where, std::function<void(const Fault&)> ended) {
    asio::co_spawn(executor, Inside::reach(inside_, Stream(executor), std::move(where), std::move(ended)),
                   asio::detached);
}

void Peers::tell(const Standing& standing) {
    for (Inside::Entry& entry : inside_->entries)
        if (entry.known) entry.link->tell(standing);
}

void Peers::tell(const Doors& doors) {
    for (Inside::Entry& entry : inside_->entries)
        if (entry.known) entry.link->tell(doors);
}

void Peers::notify_relayed_facts() {
    for (Inside::Entry& entry : inside_->entries)
        if (entry.known) entry.link->notify_relayed_facts();
}

void Peers::drop(const DeviceId& device, const std::string& reason) {
    for (Inside::Entry& entry : inside_->entries)
        if (entry.known && entry.state.device == device) entry.link->leave(reason);
}

std::size_t Peers::connections() const { return inside_->entries.size(); }

// With many peers a message each for every fact would be most of the work. So each has its turn once in a while, with
// what came meanwhile; and the turns are spread, so that what comes in does not wait behind all that goes out.
static std::chrono::microseconds until_turn(std::uint64_t number, std::chrono::microseconds every) {
    using std::chrono::microseconds;
    if (every == microseconds{0}) return every;
    static constexpr std::uint64_t whole = 1'000, golden = 618; // consecutive numbers come to lie far apart
    const microseconds place = every * static_cast<std::int64_t>(number * golden % whole) / whole;
    const auto now = std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now().time_since_epoch());
    return (place + every - now % every) % every;
}

void Peers::notify_new_facts() {
    const LinkOptions& options = inside_->options;
    const std::chrono::microseconds every =
        std::max<std::chrono::microseconds>(options.coalesce, options.coalesce_each * inside_->entries.size());
    for (Inside::Entry& entry : inside_->entries)
        if (entry.known) entry.link->notify_new_facts(until_turn(entry.number, every));
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
