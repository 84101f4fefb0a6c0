#include "kiosk/terminal/desk.h"

#include <atomic>
#include <cstdio>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "kiosk/app/clock_doubt.h"
#include "kiosk/terminal/counter.h"
#include "kiosk/terminal/decide.h"
#include "kiosk/terminal/health.h"
#include "kiosk/terminal/kept_stand.h"
#include "kiosk/terminal/papers.h"
#include "kiosk/terminal/rights.h"
#include "sync/hub/remembered.h"
#include "sync/hub/whereabouts.h"
#include "sync/uplink/discovery.h"
#include "sync/uplink/neighbours.h"
#include "sync/uplink/uplink.h"

namespace foyer {

namespace asio = boost::asio;

// How often counts go to the screen at most: seats left need no more, and each is a few look-ups.
static constexpr auto occupancy_pause = std::chrono::milliseconds{500};
// An offset smaller than this is the network's jitter, not the clock's fault.
static constexpr Milliseconds offset_worth_correcting{50};
static constexpr auto round_pause = std::chrono::seconds{3}; // three of them before a door counts as not seen

struct Desk::Inside {
    Inside(std::unique_ptr<Ledger> taken, Options what, SummitClock time, Tell to_glass, Answer on_decided)
        : options(std::move(what)), clock(std::move(time)), tell(std::move(to_glass)), decided(std::move(on_decided)),
          ledger(std::move(taken)), decider(*ledger, options.checkpoint, options.mode), occupancy_timer(context),
          round_timer(context) {}

    void start() {
        ledger->on_commit([this] { on_commit(); });
        ledger->on_touched([this](const Subject& subject) {
            counter.touched(subject);
            if (subject.kind == SubjectKind::attendee) touched.insert({subject.id});
        });
        look_for_dismissal();
        tell_programme();
        tell_trouble();
        asio::post(context, [this] { counter.ledger_changed(); });
        if (options.hub) start_uplink();
        if (options.lan) start_neighbours();
        go_round();
        thread = std::jthread([this] { context.run(); });
    }

    void start_uplink() {
        const Identity& identity = ledger->identity();
        Uplink::Options uplink_options{.hub = *options.hub, .link = {}};
        uplink_options.link.clock = [time = clock] { return time.now(); };
        uplink_options.on_doors = [this](const std::vector<DoorSeen>& doors) {
            if (neighbours) std::ranges::for_each(doors, [this](const DoorSeen& door) { neighbours->meet(door); });
        };
        uplink.emplace(context, *ledger, NodeIdentity{identity.certificate, identity.keys.secret_key},
                       std::move(uplink_options), [this](const UplinkState& state) { on_uplink(state); });
        uplink->start();
    }

    Counter::Ways ways_of_counter() {
        return {tell, [this](std::function<void()> portion) { asio::post(context, std::move(portion)); },
                [this](PrintJob job, std::function<void(Result<std::string>)> printed) {
                    options.print(std::move(job), [kept = shared_context, printed](const Result<std::string>& what) {
                        asio::post(*kept, [printed, what] { printed(what); });
                    });
                },
                [this](const AttendeeId& who) {
                    tell(Decided{decider.decide(who, clock.now())});
                    tell_trouble();
                }};
    }

    void ask(const DeskRequest& request, const AttendeeId& by) {
        if (std::holds_alternative<ShowHealth>(request))
            return tell(
                HealthTold{health_of(*ledger, {options.hub, uplink ? std::optional{uplink->state()} : std::nullopt,
                                               neighbours ? neighbours->seen() : std::set<DeviceId>{}, options.papers,
                                               (options.journal ? *options.journal : own_journal).last()})});
        if (const auto* kept = std::get_if<KeepStand>(&request)) return keep(*kept, by);
        counter.ask(request, by);
    }

    // What is not kept does not take effect: the glass takes it back.
    void keep(const KeepStand& wanted, const AttendeeId& by) {
        DeskActed acted{.request = wanted};
        if (!may_ask(*ledger, by, wanted))
            acted.fault = Fault{FaultKind::not_allowed, "this takes an admin"};
        else if (const auto kept = keep_stand(*ledger, wanted.stand, wanted.before); !kept)
            acted.fault = kept.error();
        if (!acted.fault && wanted.stand.mode != wanted.before.mode) {
            decider.set_mode(wanted.stand.mode);
            counter.set_mode(wanted.stand.mode);
        }
        tell(std::move(acted));
        tell_trouble();
    }

    // A port that is taken or a network that is not there: the hub still is.
    void start_neighbours() {
        const Identity& identity = ledger->identity();
        Neighbours::Options near{
            .address = options.lan->first, .port = options.lan->second, .place = place(), .link = {}};
        near.link.clock = [time = clock] { return time.now(); };
        auto opened = Neighbours::open(context, *ledger, NodeIdentity{identity.certificate, identity.keys.secret_key},
                                       std::move(near));
        if (!opened) return say(opened.error().detail);
        neighbours = std::move(*opened);
        discovery = start_discovery(
            {ledger->summit_id(), identity.device, place(), neighbours->port()},
            [this](DoorSeen door) {
                asio::post(context, [this, door = std::move(door)] {
                    if (neighbours) neighbours->meet(door);
                });
            },
            [this](const std::string& what) { say(what); });
    }

    void say(const std::string& what) { (options.journal ? *options.journal : own_journal).say(what); }

    // The place that this terminal guards, as the others know it; before the programme came, its checkpoint.
    [[nodiscard]] std::string place() const {
        const Checkpoint* checkpoint = ledger->programme().checkpoint(options.checkpoint);
        return checkpoint ? checkpoint->place.text : "";
    }

    // How this terminal is, told to the hub and to its neighbours; and how they are, for its own screen.
    void go_round() {
        if (ending) return;
        ++rounds;
        counter.go_round();
        count_doors();
        Standing standing{neighbours ? neighbours->port() : std::uint16_t{0}, place(), ledger->unacknowledged(),
                          static_cast<std::uint64_t>(doors_seen), static_cast<std::uint64_t>(doors_enrolled)};
        if (uplink) uplink->tell(standing);
        if (neighbours) {
            neighbours->stands_at(standing.place);
            neighbours->tell(standing);
        }
        tell_link();
        round_timer.expires_after(round_pause);
        round_timer.async_wait([this](const boost::system::error_code& error) {
            if (!error) go_round();
        });
    }

    void count_doors() {
        std::vector<DeviceId> enrolled = ledger->enrolled_doors();
        std::erase(enrolled, ledger->identity().device);
        const std::set<DeviceId> seen = neighbours ? neighbours->seen() : std::set<DeviceId>{};
        doors_enrolled = static_cast<long>(enrolled.size());
        doors_seen = std::ranges::count_if(enrolled, [&](const DeviceId& door) { return seen.contains(door); });
    }

    // Whose the new facts are decides how soon doors are told: an author's at once.
    void tell_neighbours() {
        const std::uint64_t own = ledger->own_seq();
        if (std::exchange(own_facts, own) != own)
            neighbours->notify_own_facts();
        else
            neighbours->notify_relayed_facts();
    }

    void on_commit() {
        decider.ledger_writes();
        if (uplink) uplink->notify_new_facts();
        if (neighbours) tell_neighbours();
        look_for_dismissal();
        forget_papers_of(*ledger, options.papers, std::exchange(touched, {}), forgotten);
        tell_programme();
        tell_trouble();
        tell_link();
        counter.ledger_changed();
        if (occupancies_due) return;
        occupancies_due = true;
        occupancy_timer.expires_after(occupancy_pause);
        occupancy_timer.async_wait([this](const boost::system::error_code& error) {
            if (!error) tell_occupancies();
        });
    }

    void on_uplink(const UplinkState& state) {
        if (state.last_complete) ledger->complete_at(*state.last_complete);
        if (std::exchange(clock_measurements, state.clock_measurements) != state.clock_measurements)
            clock_measured(*state.clock_offset);
        if (neighbours)
            neighbours->centre_is(state.phase == UplinkState::Phase::connected ? Centre::here : Centre::away);
        if (state.authority && !options.hub->ca) learn(*state.authority);
        if (state.phase == UplinkState::Phase::waiting) uplink->also_at(other_ways(*ledger, *options.hub));
        if (state.dismissed) go(*state.dismissed);
        tell_link();
    }

    void clock_measured(Milliseconds ahead) {
        clock_off = ahead;
        if (std::chrono::abs(ahead) <= offset_worth_correcting) return;
        if (!follows_hub(ledger->programme().summit, clock.now(), ahead)) return;
        clock.correct(ahead);
        clock_off = Milliseconds{0};
    }

    // Another door may bring the news before the hub does.
    void look_for_dismissal() {
        if (const auto why = ledger->dismissed(ledger->identity().device)) decider.dismiss(*why);
    }

    // Revoked: nobody is admitted here any more. Once the centre has what was recorded here, everything is wiped.
    void go(const std::string& why) {
        decider.dismiss(why);
        tell_trouble();
        if (wiping || ledger->unacknowledged() > 0) return;
        wiping = true;
        asio::post(context, [this, why] { wipe(why); });
    }

    void wipe(const std::string& why) {
        discovery.reset();
        neighbours.reset();
        uplink.reset();
        const auto wiped = ledger->wipe(why);
        std::error_code ignored;
        std::filesystem::remove_all(options.papers, ignored);
        say(wiped ? "this terminal was revoked (" + why + "); what it recorded is at the hub, its own data are wiped"
                  : wiped.error().detail);
        tell_programme();
    }

    // A terminal from before there was TLS: from the next connection on it takes no other hub's certificate. What is
    // not kept now is learnt again.
    void learn(const CaFingerprint& authority) {
        options.hub->ca = authority;
        (void)remember(*ledger, {options.hub, std::nullopt, std::nullopt});
    }

    void tell_link() {
        LinkState link;
        link.unsent = static_cast<long>(ledger->unacknowledged());
        if (uplink) {
            link.connected = uplink->state().phase == UplinkState::Phase::connected;
            link.last_contact = uplink->state().last_contact;
        }
        link.doors_seen = doors_seen;
        link.doors_enrolled = doors_enrolled;
        link.clock_off = clock_off;
        link.newest = ledger->newest();
        link.roster = ledger->expected() > 0 ? LinkState::Roster::there : LinkState::Roster::not_yet;
        tell(link);
    }

    void tell_programme() {
        const std::uint64_t now = ledger->programme_version();
        if (std::exchange(told, std::optional{now}) == now) return;
        tell(ProgrammeChanged{ledger->programme(), off_plan(*ledger, options.checkpoint)});
        tell_occupancies(); // with its new rooms, before anybody reads how many seats are left
    }

    // What keeps this terminal from recording anything: seen on the screen at once, and not by the first guest.
    void tell_trouble() {
        auto trouble = decider.trouble();
        if (!trouble && counter.is_a_door_at_a_desk())
            trouble =
                Fault{FaultKind::not_allowed, "this terminal was enrolled as a door, which may not know what a staff "
                                              "desk knows: enrol it again by foyer enrol --role desk"};
        if (trouble == told_trouble) return;
        told_trouble = trouble;
        say(trouble ? "nothing can be recorded here now: " + trouble->detail : "what happens here is recorded again");
        tell(LedgerTrouble{std::move(trouble)});
    }

    void tell_occupancies() {
        occupancies_due = false;
        tell(OccupancyChanged{occupancies(*ledger, options.checkpoint)});
    }

    void take(const Sighting& sighting) {
        Outcome outcome = decider.decide(sighting.code, sighting.read_at);
        tell_trouble();
        decided(sighting, std::move(outcome));
    }

    Options options;
    Journal own_journal;
    SummitClock clock;
    Tell tell;
    Answer decided;
    // Shared: what the press has finished when the desk has gone comes to nobody.
    std::shared_ptr<asio::io_context> shared_context = std::make_shared<asio::io_context>(1);
    asio::io_context& context = *shared_context;
    asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
    std::unique_ptr<Ledger> ledger;
    Decider decider;
    Counter counter{*ledger, options.checkpoint, options.mode, ways_of_counter()};
    std::optional<Uplink> uplink;
    std::unique_ptr<Neighbours> neighbours;
    std::unique_ptr<Discovery> discovery;
    asio::steady_timer occupancy_timer, round_timer;
    long doors_seen = 0, doors_enrolled = 0;
    std::uint64_t own_facts = 0;
    std::atomic<std::uint64_t> rounds = 0;
    bool ending = false, wiping = false;
    std::optional<std::uint64_t> told;       // a version of the programme
    std::set<AttendeeId> touched, forgotten; // since the last commit; whose papers are gone
    std::optional<Fault> told_trouble;
    std::uint64_t clock_measurements = 0;  // that the clock was put right by
    std::optional<Milliseconds> clock_off; // by the last of them, as it is since
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
        in.ending = true;
        in.counter.close();
        in.discovery.reset();
        in.neighbours.reset();
        in.uplink.reset();
        in.occupancy_timer.cancel();
        in.round_timer.cancel();
        in.work.reset();
    });
    in.thread.join();
}

void Desk::take(Sighting sighting) {
    asio::post(inside_->context, [&in = *inside_, sighting = std::move(sighting)] { in.take(sighting); });
}

void Desk::ask(DeskRequest request, AttendeeId by) {
    asio::post(inside_->context,
               [&in = *inside_, request = std::move(request), by = std::move(by)] { in.ask(request, by); });
}

void Desk::find_sessions(std::string query) {
    asio::post(inside_->context, [&in = *inside_, query = std::move(query)] { in.counter.find_sessions(query); });
}

void Desk::recognise(Sighting sighting, std::function<void()> recognised) {
    asio::post(inside_->context, [&in = *inside_, sighting = std::move(sighting), recognised = std::move(recognised)] {
        if (in.counter.recognise(sighting.code)) return recognised();
        Clerk* clerk = in.counter.clerk();
        clerk ? clerk->scanned(sighting.code) : in.take(sighting);
    });
}

void Desk::look_up(Sighting sighting) {
    asio::post(inside_->context, [&in = *inside_, sighting = std::move(sighting)] {
        if (Clerk* clerk = in.counter.clerk()) clerk->scanned(sighting.code);
    });
}

std::uint64_t Desk::rounds() const { return inside_->rounds; }

void Desk::set_network(NetworkSwitched::Wire wire) {
    asio::post(inside_->context, [&in = *inside_, wire] {
        if (!in.uplink) return;
        const bool cut = wire == NetworkSwitched::Wire::cut;
        cut ? in.uplink->cut() : in.uplink->restore();
        if (in.neighbours) cut ? in.neighbours->cut() : in.neighbours->restore();
        in.tell(NetworkSwitched{wire});
        in.tell_link();
    });
}

} // namespace foyer
