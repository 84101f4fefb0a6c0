// The thread that runs a hub's errands to the shared store: holds a connection, does what it is given in order, comes
// back after a loss. So the hub's own thread never waits for the cluster.
//
// `run` and `hint` may be called from any thread; everything else happens on the errands' thread. An errand that
// fails ends the connection: what it wrote may be there or not, and a new one begins by looking.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "sync/central/central_store.h"
#include "sync/central/charter.h"

namespace foyer {

class Errands {
public:
    struct Options {
        std::string url;
        Charter charter; // of this hub's summit: taken to a store that has none; another summit's store is refused
        DeviceId hub;
        std::string hub_name;
        Postgres::Options postgres;
        Milliseconds pause_min{250}, pause_max{5'000}; // between attempts to connect
        Milliseconds look_every{1'000};                // at what the other hubs wrote, when no hint came
        Milliseconds hint_pause{100};                  // at least so long between two hints, given or taken
    };
    struct Events {
        std::function<Result<>(CentralStore&)> opened; // on each new connection, before anything else
        std::function<void(const Fault&)> lost;        // it ended, or could not be made; a sentence for staff
        std::function<void()> look;                    // another hub may have written something
    };
    using Work = std::function<Result<>(CentralStore&)>;
    using Done = std::function<void(const Result<>&)>;

    Errands(Options options, Events events);
    ~Errands(); // cuts what is under way short; errands that were not done are told so

    // `done` is called once: after `work`, or with the fault for which it was not done.
    void run(Work work, Done done);
    // Tells the other hubs, soon, that there is something new.
    void hint();

private:
    struct Errand {
        Work work;
        Done done;
    };
    void serve();
    Result<std::unique_ptr<CentralStore>> open() const;
    void serve(CentralStore& store);
    Result<> do_one(CentralStore& store, const Errand& errand);
    Result<> look_and_hint(CentralStore& store);
    [[nodiscard]] Milliseconds until_next() const;
    void refuse_all(const Fault& why);
    std::optional<Errand> next();
    bool is_stopping();

    using Clock = std::chrono::steady_clock;
    const Options options_;
    const Events events_;
    Wake stop_, wake_;
    std::mutex mutex_; // of what follows
    std::deque<Errand> waiting_;
    bool hint_wanted_ = false, stopping_ = false;
    // The errands' thread alone:
    Clock::time_point looked_, hinted_;
    bool hinted_by_others_ = false;
    std::thread thread_;
};

} // namespace foyer
