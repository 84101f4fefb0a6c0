// Many terminals at once, all on one thread: real lines to the hub (TLS, websocket, certificates, conversations) over
// stubs of ledgers, see stub_store.h.
#pragma once

#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "sync/bench/figures.h"
#include "sync/bench/stub_store.h"
#include "sync/uplink/uplink.h"

namespace foyer::bench {

class Crowd {
public:
    // `known`: what the hub has at the moment; the stubs begin with it.
    Crowd(StubWorld world, std::span<const Identity> who, HubAddress hub);
    ~Crowd();

    // Until all are; false when they are not in time.
    bool connect(std::chrono::seconds longest);
    // From now on so many guests a second enter, each at the next terminal; guests from `first` on, round and round.
    void check_in(int a_second, int first, int guests);
    void pause(); // no more of them
    // From written at a terminal to told that it is on the hub's disk, in ms; those of the last check_in.
    [[nodiscard]] std::vector<double> acknowledged();
    [[nodiscard]] std::size_t written();
    [[nodiscard]] int connected() const { return connected_; }
    [[nodiscard]] std::uint64_t received(); // facts of others, all stubs together

private:
    struct Stub {
        Stub(StubWorld& world, const Identity& who) : store(world, who) {}
        StubStore store;
        std::optional<Uplink> uplink;
        std::deque<std::pair<std::uint64_t, Steady::time_point>> waiting; // seq, written when
        bool is_connected = false;
    };
    void note(Stub& stub, const UplinkState& state);
    void next();
    template <class Work>
    auto there(Work work);

    StubWorld world_;
    std::deque<Stub> stubs_;
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{context_.get_executor()};
    boost::asio::steady_timer pace_{context_};
    std::chrono::nanoseconds step_{0}; // between two check-ins; 0: none
    Steady::time_point due_;
    int first_ = 0, guests_ = 1;
    std::size_t turn_ = 0, written_ = 0;
    std::vector<double> acknowledged_;
    std::atomic<int> connected_ = 0;
    std::jthread thread_; // last
};

} // namespace foyer::bench
