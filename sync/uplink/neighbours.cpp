#include "sync/uplink/neighbours.h"

#include <algorithm>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "sync/uplink/pause.h"

namespace foyer {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Steady = std::chrono::steady_clock;

inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
inline constexpr Milliseconds pause_min{500}, pause_max{30'000}, handshake_max{5'000};
inline constexpr Milliseconds lasting{10'000}; // a line of so long was a good one: the next attempt comes soon
inline constexpr Milliseconds seen_within{10'000};
inline constexpr std::size_t most_known = 1024;
inline constexpr std::size_t most_connections = most_lines + 4; // some of which have not proved themselves yet

// Shared with the coroutines; `closed` once the owner is gone.
struct Neighbours::Inside : std::enable_shared_from_this<Inside> {
    struct Door {
        DoorSeen at;
        Instant heard;
        Pause pause{pause_min, pause_max};
        Steady::time_point due{}, begun{};
        bool dialling = false;
    };
    Inside(asio::io_context& the_context, Store& the_store, NodeIdentity who, Options how, OnChange on_change)
        : context(the_context), store(the_store), identity(std::move(who)), options(std::move(how)),
          changed(std::move(on_change)), acceptor(context), timer(context) {}

    Result<> open();
    void connect_peers();
    static asio::awaitable<void> accept_all(std::shared_ptr<Inside> self);
    static asio::awaitable<void> take(std::shared_ptr<Inside> self, tcp::socket socket);
    static asio::awaitable<void> look_round(std::shared_ptr<Inside> self);
    void look();
    void dial(const DeviceId& device, Door& door);
    [[nodiscard]] const DeviceId& device() const { return identity.certificate.certificate.device; }

    asio::io_context& context;
    Store& store;
    NodeIdentity identity;
    Options options;
    OnChange changed;
    std::optional<Tls> tls;
    std::optional<Peers> peers; // none while cut
    std::map<DeviceId, Door> known;
    Centre centre = Centre::away;
    tcp::acceptor acceptor;
    asio::steady_timer timer;
    bool closed = false;
};

Result<> Neighbours::Inside::open() {
    const auto own = self_signed(std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()));
    if (!own) return std::unexpected(own.error());
    auto usable = Tls::server(*own);
    if (!usable) return std::unexpected(usable.error());
    tls = std::move(*usable);
    boost::system::error_code error;
    const tcp::endpoint endpoint{asio::ip::make_address(options.address, error), options.port};
    if (!error) acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return fault(FaultKind::network, "other doors cannot come in on " + options.address + ":" +
                                             std::to_string(options.port) + ": " + error.message());
    connect_peers();
    return {};
}

void Neighbours::Inside::connect_peers() {
    peers.emplace(store, identity, options.link, [this](const std::string&) {
        if (!closed && changed) changed();
    });
}

asio::awaitable<void> Neighbours::Inside::accept_all(std::shared_ptr<Inside> self) {
    while (!self->closed) {
        auto [error, socket] = co_await self->acceptor.async_accept(as_result);
        if (self->closed || error == asio::error::operation_aborted) co_return;
        if (error) { // most likely out of file descriptors
            asio::steady_timer pause{self->context, Milliseconds{100}};
            co_await pause.async_wait(as_result);
        } else if (self->peers && self->peers->connections() < most_connections) {
            asio::co_spawn(self->context, take(self, std::move(socket)), asio::detached);
        }
    }
}

asio::awaitable<void> Neighbours::Inside::take(std::shared_ptr<Inside> self, tcp::socket socket) {
    Stream stream(std::move(socket));
    const Tls own = *self->tls;
    const auto wire = co_await stream.accept(own, handshake_max);
    if (!wire || *wire == HubAddress::Wire::plain || self->closed || !self->peers) co_return stream.close();
    self->peers->accept(std::move(stream));
}

asio::awaitable<void> Neighbours::Inside::look_round(std::shared_ptr<Inside> self) {
    while (!self->closed) {
        if (self->peers) self->look();
        self->timer.expires_after(self->options.round);
        co_await self->timer.async_wait(as_result); // cut short by news
    }
}

void Neighbours::Inside::look() {
    std::map<DeviceId, std::string> places;
    for (const auto& [other, door] : known) places.emplace(other, door.at.place);
    const std::set<DeviceId> wanted = circle(device(), options.place, places, centre);
    std::set<DeviceId> linked;
    for (const PeerState& peer : peers->list()) {
        linked.insert(peer.device);
        if (peer.opened == PeerState::Opened::here && !wanted.contains(peer.device))
            peers->drop(peer.device, "the hub carries this now");
    }
    for (const DeviceId& other : wanted) {
        Door& door = known.at(other);
        if (!linked.contains(other) && !door.dialling && door.due <= Steady::now()) dial(other, door);
    }
}

void Neighbours::Inside::dial(const DeviceId& other, Door& door) {
    door.dialling = true;
    door.begun = Steady::now();
    HubAddress where{door.at.host, std::to_string(door.at.port), HubAddress::Wire::tls, std::nullopt};
    peers->dial(context.get_executor(), std::move(where), [weak = weak_from_this(), other](const Fault&) {
        const auto self = weak.lock();
        if (!self || self->closed || !self->known.contains(other)) return;
        Door& ended = self->known.at(other);
        ended.dialling = false;
        if (Steady::now() - ended.begun > lasting) ended.pause.reset();
        ended.due = Steady::now() + ended.pause.take();
    });
}

Result<std::unique_ptr<Neighbours>> Neighbours::open(asio::io_context& context, Store& store, NodeIdentity self,
                                                     Options options, OnChange on_change) {
    auto inside = std::make_shared<Inside>(context, store, std::move(self), std::move(options), std::move(on_change));
    if (auto opened = inside->open(); !opened) return std::unexpected(opened.error());
    asio::co_spawn(context, Inside::accept_all(inside), asio::detached);
    asio::co_spawn(context, Inside::look_round(inside), asio::detached);
    return std::unique_ptr<Neighbours>(new Neighbours(std::move(inside)));
}

Neighbours::~Neighbours() {
    inside_->closed = true;
    inside_->peers.reset();
    boost::system::error_code ignored;
    inside_->acceptor.close(ignored);
    inside_->timer.cancel();
}

std::uint16_t Neighbours::port() const {
    boost::system::error_code error;
    return inside_->acceptor.local_endpoint(error).port();
}

void Neighbours::meet(const DoorSeen& door) {
    Inside& in = *inside_;
    if (door.device == in.device() || door.port == 0 || door.host.empty()) return;
    const bool is_new = !in.known.contains(door.device);
    if (is_new && in.known.size() >= most_known) return;
    Inside::Door& entry = in.known[door.device];
    if (entry.at.host != door.host || entry.at.port != door.port) entry.due = Steady::now(); // it moved: try at once
    // One of two goes first, the other waits a little for it: most pairs then open one line and not two.
    if (is_new && door.device < in.device()) entry.due = Steady::now() + 2 * in.options.round;
    entry.at = door;
    entry.heard = std::max(entry.heard, in.options.link.clock() - door.ago);
    if (is_new) in.timer.cancel();
}

void Neighbours::centre_is(Centre centre) {
    if (inside_->centre == centre) return;
    inside_->centre = centre;
    inside_->timer.cancel();
}

void Neighbours::stands_at(const std::string& place) { inside_->options.place = place; }

void Neighbours::notify_own_facts() {
    if (inside_->peers) inside_->peers->notify_new_facts();
}

void Neighbours::notify_relayed_facts() {
    if (inside_->peers) inside_->peers->notify_relayed_facts();
}

void Neighbours::tell(const Standing& standing) {
    if (inside_->peers) inside_->peers->tell(standing);
}

void Neighbours::cut() {
    inside_->peers.reset();
    for (auto& [device, door] : inside_->known) door.dialling = false;
}

void Neighbours::restore() {
    if (inside_->peers) return;
    inside_->connect_peers();
    for (auto& [device, door] : inside_->known) door.due = Steady::now();
    inside_->timer.cancel();
}

std::set<DeviceId> Neighbours::seen() const {
    const Instant since = inside_->options.link.clock() - seen_within;
    std::set<DeviceId> found;
    for (const auto& [device, door] : inside_->known)
        if (door.heard >= since) found.insert(device);
    for (const PeerState& peer : list())
        if (peer.last_contact >= since) found.insert(peer.device);
    return found;
}

std::vector<PeerState> Neighbours::list() const {
    return inside_->peers ? inside_->peers->list() : std::vector<PeerState>{};
}

} // namespace foyer
