#include "sync/bench/crowd.h"

#include <future>

#include <boost/asio/post.hpp>

#include "sync/bench/venue.h"

namespace foyer::bench {

namespace asio = boost::asio;

template <class Work>
auto Crowd::there(Work work) {
    std::promise<decltype(work())> done;
    asio::post(context_, [&] { done.set_value(work()); });
    return done.get_future().get();
}

Crowd::Crowd(StubWorld world, std::span<const Identity> who, HubAddress hub) : world_(std::move(world)) {
    for (const Identity& identity : who) {
        Stub& stub = stubs_.emplace_back(world_, identity);
        Uplink::Options options{.hub = hub, .link = {}};
        options.link.clock = now;
        stub.uplink.emplace(context_, stub.store, stub.store.identity(), std::move(options),
                            [this, &stub](const UplinkState& state) { note(stub, state); });
    }
    thread_ = std::jthread([this] { context_.run(); });
}

Crowd::~Crowd() {
    there([this] {
        step_ = {};
        pace_.cancel();
        for (Stub& stub : stubs_) stub.uplink.reset();
        work_.reset();
        return true;
    });
    thread_.join();
}

void Crowd::note(Stub& stub, const UplinkState& state) {
    const bool is_connected = state.phase == UplinkState::Phase::connected;
    if (std::exchange(stub.is_connected, is_connected) != is_connected) connected_ += is_connected ? 1 : -1;
    while (!stub.waiting.empty() && stub.waiting.front().first <= stub.store.acknowledged()) {
        acknowledged_.push_back(ms_since(stub.waiting.front().second));
        stub.waiting.pop_front();
    }
}

bool Crowd::connect(std::chrono::seconds longest) {
    static constexpr std::size_t at_once = 50; // handshakes
    const auto give_up = Steady::now() + longest;
    for (std::size_t begun = 0; Steady::now() < give_up;) {
        const auto standing = static_cast<std::size_t>(connected_.load());
        if (standing == stubs_.size()) return true;
        const std::size_t until = std::min(stubs_.size(), standing + at_once);
        for (; begun < until; ++begun)
            there([&] {
                stubs_[begun].uplink->start();
                return true;
            });
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return false;
}

void Crowd::check_in(int a_second, int first, int guests) {
    there([&] {
        step_ = std::chrono::nanoseconds{std::chrono::seconds{1}} / a_second;
        first_ = first;
        guests_ = guests;
        due_ = Steady::now();
        written_ = 0;
        acknowledged_.clear();
        next();
        return true;
    });
}

void Crowd::pause() {
    there([this] {
        step_ = {};
        pace_.cancel();
        return true;
    });
}

// Those that are late are made up for at once, and count as written when they were due.
void Crowd::next() {
    if (step_.count() == 0) return;
    for (; due_ <= Steady::now(); due_ += step_, ++turn_, ++written_) {
        Stub& stub = stubs_[turn_ % stubs_.size()];
        const int number = first_ + static_cast<int>(turn_ % static_cast<std::size_t>(guests_));
        stub.waiting.emplace_back(stub.store.write(entered(guest(number), now())), due_);
        stub.uplink->notify_new_facts();
    }
    pace_.expires_at(due_);
    pace_.async_wait([this](const boost::system::error_code& error) {
        if (!error) next();
    });
}

std::vector<double> Crowd::acknowledged() {
    return there([this] { return acknowledged_; });
}

std::size_t Crowd::written() {
    return there([this] { return written_; });
}

std::uint64_t Crowd::received() {
    return there([this] {
        std::uint64_t all = 0;
        for (const Stub& stub : stubs_) all += stub.store.received();
        return all;
    });
}

} // namespace foyer::bench
