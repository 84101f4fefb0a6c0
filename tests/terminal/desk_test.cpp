// The desk at work on a real ledger, through the two things that it tells: events for the glass, answers to sightings.
#include <condition_variable>
#include <mutex>

#include "kiosk/terminal/desk.h"
#include "scanner/code/short_code.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// What a desk has told so far; the test's thread waits for what it expects.
class Told {
public:
    void put(Event event) {
        const std::lock_guard lock(mutex_);
        events_.push_back(std::move(event));
        came_.notify_all();
    }
    // The newest news of the ledger, once there are `count`.
    std::optional<Fault> trouble(int count) {
        std::optional<Fault> newest;
        std::unique_lock lock(mutex_);
        const bool in_time = came_.wait_for(lock, std::chrono::seconds{10}, [&] {
            int found = 0;
            for (const Event& event : events_)
                if (const auto* trouble = std::get_if<LedgerTrouble>(&event)) {
                    newest = trouble->fault;
                    ++found;
                }
            return found >= count;
        });
        REQUIRE(in_time);
        return newest;
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::vector<Event> events_;
};

} // namespace

TEST_CASE("a checkpoint that the summit gets later ends the trouble that there was none") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    pour(*hub, *door);
    Ledger& ledger = *door; // the desk's thread owns it from here
    Told told;
    {
        Desk desk(
            std::move(door), {{"gate"}, std::nullopt}, SummitClock{Milliseconds{0}},
            [&](Event event) { told.put(std::move(event)); },
            [&](const Sighting&, const Outcome&) { pour(*hub, ledger); }); // as the hub's facts would arrive
        const auto trouble = told.trouble(1);
        REQUIRE(trouble);
        REQUIRE(trouble->detail.find("gate") != std::string::npos);

        const Draft gate{{SubjectKind::checkpoint, "gate"}, Checkpoint{{"gate"}, words("Gate"), {"2.04"}}, noon()};
        REQUIRE(hub->append({&gate, 1}));
        desk.take({parse("NOBODY"), noon(), std::chrono::steady_clock::now()});
        REQUIRE_FALSE(told.trouble(2));
    }
}
