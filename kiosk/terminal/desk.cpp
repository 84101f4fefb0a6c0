#include "kiosk/terminal/desk.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "kiosk/terminal/decide.h"
#include "sync/uplink/uplink.h"

namespace foyer {

namespace asio = boost::asio;

// How often counts go to the screen at most: seats left need no more, and each is a few look-ups.
static constexpr auto occupancy_pause = std::chrono::milliseconds{500};
// An offset smaller than this is the network's jitter, not the clock's fault.
static constexpr Milliseconds offset_worth_correcting{50};
static constexpr auto corrected_within = std::chrono::hours{48}; // more than that is a wrong hub, not a wrong clock

struct Desk::Inside {
    Inside(std::unique_ptr<Ledger> taken, Options what, SummitClock time, Tell to_glass, Answer on_decided)
        : options(std::move(what)), clock(std::move(time)), tell(std::move(to_glass)), decided(std::move(on_decided)),
          ledger(std::move(taken)), decider(*ledger, options.checkpoint), occupancy_timer(context) {}

    void start() {
        ledger->on_commit([this] { on_commit(); });
        tell_programme();
        tell_trouble();
        if (options.hub) start_uplink();
        thread = std::jthread([this] { context.run(); });
    }

    void start_uplink() {
        const Identity& identity = ledger->identity();
        Uplink::Options uplink_options{
            .hub = *options.hub, .own_origins = [this] { return ledger->own_origins(); }, .link = {}};
        uplink_options.link.clock = [time = clock] { return time.now(); };
        uplink.emplace(context, *ledger, NodeIdentity{identity.certificate, identity.keys.secret_key},
                       std::move(uplink_options), [this](const UplinkState& state) { on_uplink(state); });
        uplink->start();
    }

    void on_commit() {
        decider.ledger_writes();
        if (uplink) uplink->notify_new_facts();
        tell_programme();
        tell_trouble();
        tell_link();
        if (occupancies_due) return;
        occupancies_due = true;
        occupancy_timer.expires_after(occupancy_pause);
        occupancy_timer.async_wait([this](const boost::system::error_code& error) {
            if (!error) tell_occupancies();
        });
    }

    void on_uplink(const UplinkState& state) {
        if (state.last_contact) ledger->heard_from_centre(*state.last_contact);
        if (state.phase == UplinkState::Phase::connected) (void)ledger->set_acknowledged(state.settled);
        if (state.clock_offset && state.clock_offset != corrected_for) {
            corrected_for = state.clock_offset;
            const auto size = std::chrono::abs(*state.clock_offset);
            if (size > offset_worth_correcting && size < corrected_within) clock.correct(*state.clock_offset);
        }
        tell_link();
    }

    void tell_link() {
        LinkState link;
        link.unsent = static_cast<long>(ledger->unacknowledged());
        if (uplink) {
            link.connected = uplink->state().phase == UplinkState::Phase::connected;
            link.last_contact = uplink->state().last_contact;
        }
        tell(link);
    }

    void tell_programme() {
        if (ledger->programme() == told) return;
        told = ledger->programme();
        tell(ProgrammeChanged{told});
        tell_occupancies(); // with its new rooms, before anybody reads how many seats are left
    }

    // What keeps this terminal from recording anything: seen on the screen at once, and not by the first guest.
    void tell_trouble() {
        auto trouble = decider.trouble();
        if (trouble == told_trouble) return;
        told_trouble = trouble;
        tell(LedgerTrouble{std::move(trouble)});
    }

    void tell_occupancies() {
        occupancies_due = false;
        Occupancies places;
        for (const Place& place : ledger->programme().places)
            if (place.capacity) places[place.id] = ledger->occupancy(place.id);
        tell(OccupancyChanged{std::move(places)});
    }

    void take(const Sighting& sighting) {
        Outcome outcome = decider.decide(sighting.code, sighting.read_at);
        tell_trouble();
        decided(sighting, std::move(outcome));
    }

    Options options;
    SummitClock clock;
    Tell tell;
    Answer decided;
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
    std::unique_ptr<Ledger> ledger;
    Decider decider;
    std::optional<Uplink> uplink;
    asio::steady_timer occupancy_timer;
    Programme told;
    std::optional<Fault> told_trouble;
    std::optional<Milliseconds> corrected_for;
    bool occupancies_due = false;
    std::jthread thread; // last: ends before what it uses
};

Desk::Desk(std::unique_ptr<Ledger> ledger, Options options, SummitClock clock, Tell tell, Answer decided)
    : inside_(std::make_unique<Inside>(std::move(ledger), std::move(options), std::move(clock), std::move(tell),
                                       std::move(decided))) {
    inside_->start();
}

Desk::~Desk() {
    Inside& in = *inside_;
    asio::post(in.context, [&in] {
        in.uplink.reset();
        in.occupancy_timer.cancel();
        in.work.reset();
    });
    in.thread.join();
}

void Desk::take(Sighting sighting) {
    asio::post(inside_->context, [&in = *inside_, sighting = std::move(sighting)] { in.take(sighting); });
}

void Desk::set_network(NetworkSwitched::Wire wire) {
    asio::post(inside_->context, [&in = *inside_, wire] {
        if (!in.uplink) return;
        if (wire == NetworkSwitched::Wire::cut)
            in.uplink->cut();
        else
            in.uplink->restore();
        in.tell(NetworkSwitched{wire});
        in.tell_link();
    });
}

} // namespace foyer
