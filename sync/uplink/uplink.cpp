#include "sync/uplink/uplink.h"

#include <algorithm>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "sync/uplink/link.h"
#include "sync/uplink/pause.h"
#include "sync/uplink/sure_offset.h"

namespace foyer {

namespace asio = boost::asio;
using Phase = UplinkState::Phase;

// Shared with the coroutine, which ends when `generation` is no longer its own.
struct Uplink::Inside : std::enable_shared_from_this<Inside> {
    Inside(asio::io_context& the_context, Store& the_store, NodeIdentity who, Options how, OnChange on_change)
        : context(the_context), store(the_store), identity(std::move(who)), options(std::move(how)),
          changed(std::move(on_change)), pause(options.pause_min, options.pause_max), timer(context) {}

    static asio::awaitable<void> run(std::shared_ptr<Inside> self, int generation);
    asio::awaitable<Fault> attempt();
    [[nodiscard]] HubAddress hub() const;
    asio::awaitable<void> wait(std::optional<Milliseconds> how_long);
    void note(const Notice& notice);
    void measured(const ClockMeasured& sample);
    void enter(Phase phase, std::string fault = {});
    void become(UplinkState next);

    asio::io_context& context;
    Store& store;
    NodeIdentity identity;
    Options options;
    OnChange changed;
    Pause pause;
    asio::steady_timer timer;
    std::shared_ptr<Link> link;
    UplinkState state;
    std::vector<HubAddress> others; // further ways to a hub
    std::size_t way = 0;            // the one in use: 0 is `options.hub`, then the others
    int generation = 0;
    bool running = false;
    bool cut = false;
};

asio::awaitable<void> Uplink::Inside::run(std::shared_ptr<Inside> self, int generation) {
    while (generation == self->generation) {
        if (self->cut) {
            self->enter(Phase::cut, "the network is cut here on purpose");
            if (generation == self->generation && self->cut) co_await self->wait(std::nullopt);
            continue;
        }
        self->enter(Phase::connecting, self->state.fault);
        if (generation != self->generation || self->cut) continue;
        const Fault why = co_await self->attempt();
        if (generation != self->generation || self->cut) continue;
        self->enter(Phase::waiting, why.detail);
        if (generation == self->generation && !self->cut) co_await self->wait(self->pause.take());
    }
}

HubAddress Uplink::Inside::hub() const { return way == 0 ? options.hub : others[way - 1]; }

// One that had answered is tried once more, before the next: most lines that end come back.
asio::awaitable<Fault> Uplink::Inside::attempt() {
    Link::Events events;
    // A link that was dropped calls back no more, so the callbacks need not keep `this`.
    events.notice = [this](const Notice& notice) { note(notice); };
    events.heard = [this] {
        UplinkState next = state;
        next.last_contact = options.link.clock();
        become(std::move(next));
    };
    const auto mine = Link::over(Stream(context.get_executor()), store, identity, options.link, std::move(events));
    link = mine;
    const auto connected = co_await mine->connect(hub());
    // No `?:` around co_await: g++ 12 destroys the result twice.
    Fault why;
    if (connected)
        why = co_await mine->run();
    else
        why = connected.error();
    if (link == mine) link.reset();
    if (state.phase != Phase::connected) way = (way + 1) % (1 + others.size());
    co_return why;
}

asio::awaitable<void> Uplink::Inside::wait(std::optional<Milliseconds> how_long) {
    if (how_long)
        timer.expires_after(*how_long);
    else
        timer.expires_at(asio::steady_timer::time_point::max());
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
}

void Uplink::Inside::note(const Notice& notice) {
    if (const auto* known = std::get_if<PeerKnown>(&notice)) {
        pause.reset();
        UplinkState next = state;
        next.hub = known->device;
        if (known->role == Role::hub && link) next.authority = link->authority();
        next.phase = Phase::connected;
        next.fault.clear();
        ++next.acknowledgements;
        become(std::move(next));
    } else if (std::holds_alternative<PeerHas>(notice)) {
        UplinkState next = state;
        ++next.acknowledgements;
        become(std::move(next));
    } else if (std::holds_alternative<AllReceived>(notice)) {
        UplinkState next = state;
        next.last_complete = options.link.clock();
        become(std::move(next));
    } else if (const auto* sample = std::get_if<ClockMeasured>(&notice)) {
        measured(*sample);
    } else if (const auto* told = std::get_if<DoorsTold>(&notice)) {
        if (options.on_doors) options.on_doors(told->doors);
    } else if (const auto* behind = std::get_if<NotSent>(&notice)) {
        UplinkState next = state;
        next.fault = "the facts of origin " + behind->origin.hex() + " are not sent: " + behind->why;
        become(std::move(next));
    } else if (const auto* dismissed = std::get_if<Dismissed>(&notice)) {
        UplinkState next = state;
        next.dismissed = dismissed->reason;
        become(std::move(next));
    }
}

void Uplink::Inside::measured(const ClockMeasured& sample) {
    UplinkState next = state;
    next.clock_offset = sure_offset(sample);
    ++next.clock_measurements;
    become(std::move(next));
}

void Uplink::Inside::enter(Phase phase, std::string fault) {
    UplinkState next = state;
    next.phase = phase;
    next.fault = std::move(fault);
    become(std::move(next));
}

void Uplink::Inside::become(UplinkState next) {
    if (next == state) return;
    state = std::move(next);
    if (changed) changed(state);
}

Uplink::Uplink(asio::io_context& context, Store& store, NodeIdentity self, Options options, OnChange on_change)
    : inside_(std::make_shared<Inside>(context, store, std::move(self), std::move(options), std::move(on_change))) {}

Uplink::~Uplink() {
    inside_->changed = {};
    inside_->options.on_doors = {};
    ++inside_->generation;
    if (inside_->link) inside_->link->drop();
    inside_->timer.cancel();
}

void Uplink::start() {
    if (inside_->running) return;
    inside_->running = true;
    inside_->pause.reset();
    asio::co_spawn(inside_->context, Inside::run(inside_, ++inside_->generation), asio::detached);
}

void Uplink::stop() {
    if (!inside_->running) return;
    inside_->running = false;
    ++inside_->generation;
    if (inside_->link) inside_->link->leave("the terminal is closing");
    inside_->timer.cancel();
    inside_->state.phase = Phase::stopped;
}

void Uplink::cut() {
    if (inside_->cut) return;
    inside_->cut = true;
    if (inside_->link) inside_->link->drop();
    inside_->timer.cancel();
}

void Uplink::restore() {
    if (!inside_->cut) return;
    inside_->cut = false;
    inside_->pause.reset();
    inside_->timer.cancel();
}

bool Uplink::is_cut() const { return inside_->cut; }

void Uplink::notify_new_facts() {
    if (inside_->link) inside_->link->notify_new_facts(std::chrono::microseconds{0});
}

void Uplink::also_at(std::vector<HubAddress> others) {
    if (others == inside_->others) return;
    inside_->others = std::move(others);
    inside_->way = 0;
}

void Uplink::tell(const Standing& standing) {
    if (inside_->link) inside_->link->tell(standing);
}

const UplinkState& Uplink::state() const { return inside_->state; }

} // namespace foyer
