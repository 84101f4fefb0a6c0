#include "sync/bench/terminal.h"

#include <algorithm>
#include <condition_variable>
#include <future>

#include <boost/asio/post.hpp>

#include "sync/bench/venue.h"
#include "sync/summit/record.h"

namespace foyer::bench {

namespace asio = boost::asio;

struct Terminal::Inside {
    Inside(std::unique_ptr<Ledger> taken, const std::optional<HubAddress>& hub, Lan lan) : ledger(std::move(taken)) {
        const Identity& identity = ledger->identity();
        const NodeIdentity self{identity.certificate, identity.keys.secret_key};
        ledger->on_commit([this] { on_commit(); });
        if (hub) {
            Uplink::Options options{.hub = *hub, .link = {}};
            options.link.clock = now;
            options.on_doors = [this](const std::vector<DoorSeen>& seen) {
                if (neighbours) std::ranges::for_each(seen, [this](const DoorSeen& one) { neighbours->meet(one); });
            };
            uplink.emplace(context, *ledger, self, std::move(options), [this](const UplinkState& state) {
                if (state.last_complete) ledger->complete_at(*state.last_complete);
                const bool here = state.phase == UplinkState::Phase::connected;
                if (neighbours) neighbours->centre_is(here ? Centre::here : Centre::away);
            });
            uplink->start();
        }
        if (lan == Lan::doors) {
            Neighbours::Options near{.address = "127.0.0.1", .port = 0, .place = hall.text, .link = {}};
            near.link.clock = now;
            neighbours = Neighbours::open(context, *ledger, self, std::move(near)).value();
        }
        thread = std::jthread([this] { context.run(); });
    }

    void on_commit() {
        if (uplink) uplink->notify_new_facts();
        if (neighbours) {
            const std::uint64_t own = ledger->own_seq();
            std::exchange(own_facts, own) != own ? neighbours->notify_own_facts() : neighbours->notify_relayed_facts();
        }
        look();
    }

    [[nodiscard]] Verdict judge(const std::string& code) const {
        return admit({Presented::Form::foyer, code}, *ledger, *ledger->programme().checkpoint(door), now());
    }

    void look() {
        const std::scoped_lock lock(mutex);
        if (awaited.empty() || is_admission(judge(awaited).kind)) return;
        refused = Steady::now();
        awaited.clear();
        came.notify_all();
    }

    Answer scan(const std::string& code, Steady::time_point asked) {
        Answer answer;
        const Instant when = now();
        answer.verdict = judge(code);
        const Draft draft = record_of(answer.verdict, *ledger->programme().checkpoint(door), {when, "", "visitor"});
        (void)ledger->append({&draft, 1}).value();
        answer.shown_at = Steady::now();
        answer.ms = ms_since(asked);
        return answer;
    }

    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
    std::unique_ptr<Ledger> ledger;
    std::optional<Uplink> uplink;
    std::unique_ptr<Neighbours> neighbours;
    std::uint64_t own_facts = 0;
    std::mutex mutex; // of what follows
    std::condition_variable came;
    std::string awaited;
    std::optional<Steady::time_point> refused;
    std::jthread thread; // last: ends before what it uses
};

template <class Work>
auto Terminal::there(Work work) {
    std::promise<decltype(work())> done;
    asio::post(inside_->context, [&] {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            done.set_value();
        } else
            done.set_value(work());
    });
    return done.get_future().get();
}

Terminal::Terminal(std::unique_ptr<Ledger> ledger, std::optional<HubAddress> hub, Lan lan)
    : inside_(std::make_unique<Inside>(std::move(ledger), hub, lan)) {}

Terminal::~Terminal() {
    there([this] {
        inside_->neighbours.reset();
        inside_->uplink.reset();
        inside_->work.reset();
    });
    inside_->thread.join();
}

Terminal::Answer Terminal::scan(const std::string& code) {
    const auto asked = Steady::now();
    return there([&] { return inside_->scan(code, asked); });
}

bool Terminal::is_connected() {
    return there([&] { return inside_->uplink && inside_->uplink->state().phase == UplinkState::Phase::connected; });
}

std::uint64_t Terminal::unsettled() {
    return there([&] { return inside_->ledger->unacknowledged(); });
}

std::size_t Terminal::doors() {
    return there([&] { return inside_->neighbours ? inside_->neighbours->list().size() : 0; });
}

std::uint64_t Terminal::facts() {
    return there([&] { return inside_->ledger->stat().facts; });
}

bool Terminal::knows(const std::string& code) {
    return there([&] { return inside_->ledger->badge_of({Presented::Form::foyer, code}).has_value(); });
}

std::uint16_t Terminal::lan_port() {
    return there([&] { return inside_->neighbours->port(); });
}

void Terminal::meet(const DoorSeen& seen) {
    there([&] { inside_->neighbours->meet(seen); });
}

void Terminal::expect(const std::string& code) {
    const std::scoped_lock lock(inside_->mutex);
    inside_->refused.reset();
    inside_->awaited = code;
}

std::optional<Steady::time_point> Terminal::refused_at(Milliseconds longest) {
    std::unique_lock lock(inside_->mutex);
    (void)inside_->came.wait_for(lock, longest, [&] { return inside_->refused.has_value(); });
    inside_->awaited.clear();
    return inside_->refused;
}

} // namespace foyer::bench
