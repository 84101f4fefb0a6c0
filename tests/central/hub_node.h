// A hub without its sockets: a ledger and its side of the shared store, on the test's own thread.
#pragma once

#include <condition_variable>

#include "sync/central/centre.h"
#include "sync/central/joining.h"
#include "tests/central/stores.h"

namespace foyer::test {

// The hub's thread: runs what is posted, here and now.
class Loop {
public:
    void post(std::function<void()> work) {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back(std::move(work));
        came_.notify_one();
    }
    // Runs until it is so; false when it is not after far longer than it can take.
    template <class Condition>
    bool until(Condition holds, std::chrono::seconds longest = std::chrono::seconds{30}) {
        const auto give_up = std::chrono::steady_clock::now() + longest;
        while (!holds()) {
            if (std::chrono::steady_clock::now() > give_up) return false;
            run_for(std::chrono::milliseconds{20});
        }
        return true;
    }
    void run_for(std::chrono::milliseconds time) {
        const auto end = std::chrono::steady_clock::now() + time;
        std::unique_lock lock(mutex_);
        while (came_.wait_until(lock, end, [&] { return !waiting_.empty(); })) {
            auto work = std::move(waiting_.front());
            waiting_.pop_front();
            lock.unlock();
            work();
            lock.lock();
            if (waiting_.empty()) return;
        }
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<std::function<void()>> waiting_;
};

inline Clock contract_clock() {
    return [] { return contract_time(); };
}

class HubNode {
public:
    // The first brings its summit to the store, every further one joins it.
    HubNode(Loop& loop, const std::string& url, const std::string& name) : loop_(loop), url_(url), name_(name) {
        auto joined = open_with_store(url, folder.path, name, contract_clock(), [&] { return new_summit(name); });
        if (!joined) throw std::runtime_error(joined.error().detail);
        charter = joined->charter;
        ledger = std::move(joined->ledger);
        connect();
    }
    void connect() {
        Errands::Options options{.url = url_, .charter = charter, .hub = ledger->identity().device, .hub_name = name_};
        options.postgres.deadline = Milliseconds{3'000};
        options.pause_min = Milliseconds{20};
        options.pause_max = Milliseconds{200};
        options.look_every = Milliseconds{100};
        centre = std::make_unique<Centre>(
            *ledger, options, [this](auto work) { loop_.post(std::move(work)); }, [this] { ++changes; });
        ledger->on_commit([this] { centre->notify_new_facts(); });
    }
    void write(const std::string& attendee) {
        const Draft draft{subject_of(AttendeeId{attendee}), Attendee{{attendee}}, contract_time()};
        (void)ledger->append({&draft, 1}).value();
    }
    [[nodiscard]] bool is_settled() const { return centre->unsettled() == 0 && centre->own_facts_settled(); }

    Folder folder;
    Charter charter;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Centre> centre;
    int changes = 0;

private:
    Result<std::unique_ptr<Ledger>> new_summit(const std::string& name) const {
        auto made = Ledger::create_summit(folder.path, name, contract_clock());
        // The hub's room makes a real one.
        for (const char* value : {"authority_certificate", "authority_key"})
            if (made) (void)(*made)->set_private_value(value, as_bytes(name));
        return made;
    }

    Loop& loop_;
    std::string url_, name_;
};

} // namespace foyer::test
