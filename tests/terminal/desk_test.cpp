// The desk at work on a real ledger, through the two things that it tells: events for the glass, answers to sightings.
#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "kiosk/terminal/decide.h"
#include "kiosk/terminal/desk.h"
#include "scanner/code/parse.h"
#include "tests/catch.h"
#include "tests/hub/running.h"

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

    // Who of the staff was recognised, once somebody is.
    StaffRecognised recognised() {
        std::optional<StaffRecognised> found;
        std::unique_lock lock(mutex_);
        REQUIRE(came_.wait_for(lock, std::chrono::seconds{10}, [&] {
            for (const Event& event : events_)
                if (const auto* staff = std::get_if<StaffRecognised>(&event)) found = *staff;
            return found.has_value();
        }));
        return *found;
    }

    // What was found of the programme, once something is.
    SessionsFound found() {
        std::optional<SessionsFound> answer;
        std::unique_lock lock(mutex_);
        REQUIRE(came_.wait_for(lock, std::chrono::seconds{10}, [&] {
            for (const Event& event : events_)
                if (const auto* found = std::get_if<SessionsFound>(&event)) answer = *found;
            return answer.has_value();
        }));
        return *answer;
    }

    // How the centre was told to be last, once it is as it should.
    std::optional<LinkState> link(const std::function<bool(const LinkState&)>& is) {
        std::optional<LinkState> newest;
        std::unique_lock lock(mutex_);
        came_.wait_for(lock, std::chrono::seconds{10}, [&] {
            for (const Event& event : events_)
                if (const auto* link = std::get_if<LinkState>(&event)) newest = *link;
            return newest && is(*newest);
        });
        return newest;
    }

    // The programme went, as a wiped ledger has none.
    bool has_empty_programme() {
        const std::lock_guard lock(mutex_);
        return std::ranges::any_of(events_, [](const Event& event) {
            const auto* changed = std::get_if<ProgrammeChanged>(&event);
            return changed && changed->programme.places.empty();
        });
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

TEST_CASE("a revoked terminal admits nobody, brings what it recorded to the hub, and wipes itself") {
    RunningHub hub;
    TemporaryFolder at_door;
    auto door = hub.on_its_thread([&] {
        auto enrolled = enrol(*hub.ledger, at_door.path);
        pour(*hub.ledger, *enrolled);
        return enrolled;
    });
    (void)door->append(std::vector{entered("0001")}).value();
    const DeviceId device = door->identity().device;
    hub.append(hub.on_its_thread([&] { return hub.ledger->revocation(device, "stolen"); }));
    Told told;
    std::promise<Outcome> answer;
    {
        Desk desk(
            std::move(door), {{"door"}, hub.address()}, SummitClock{Milliseconds{0}},
            [&](Event event) { told.put(std::move(event)); },
            [&](const Sighting&, Outcome outcome) { answer.set_value(std::move(outcome)); });
        const auto trouble = told.trouble(1);
        REQUIRE(trouble);
        CHECK(trouble->detail.find("revoked it: stolen") != std::string::npos);
        desk.take({parse("CODE0001"), noon(), std::chrono::steady_clock::now()});
        CHECK(answer.get_future().get().verdict.reason == Reason::cannot_record);
        for (int i = 0; i < 500 && hub.on_its_thread([&] { return hub.ledger->stat().quarantined; }) == 0; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        for (int i = 0; i < 500 && !told.has_empty_programme(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    CHECK_FALSE(Ledger::exists(at_door.path));
    // Recorded after what was trusted: kept at the hub, for an organiser to say that it counts.
    hub.on_its_thread([&] {
        REQUIRE(hub.ledger->cards().size() == 1);
        REQUIRE(hub.ledger->resolve(hub.ledger->cards()[0], CardChoice::trust, ""));
        CHECK(hub.ledger->live().arrived == 1);
        return true;
    });
}

TEST_CASE("a badge of the staff before a locked panel says who they are and checks nobody in; a guest's is answered") {
    TemporaryFolder at_hub;
    auto hub = make_hub(at_hub.path);
    Attendee steward = *hub->attendee({"0001"});
    steward.role = StaffRole::steward;
    const Draft given{subject_of(steward.id), steward, noon()};
    REQUIRE(hub->append({&given, 1}));
    Told told;
    std::promise<Outcome> answer;
    std::promise<void> known;
    Desk desk(
        std::move(hub), {{"door"}, std::nullopt}, SummitClock{Milliseconds{0}},
        [&](Event event) { told.put(std::move(event)); },
        [&](const Sighting&, Outcome outcome) { answer.set_value(std::move(outcome)); });
    const auto hold_up = [&](const char* code) {
        desk.recognise({parse(code), noon(), std::chrono::steady_clock::now()}, [&] { known.set_value(); });
    };
    hold_up("CODE0001");
    const StaffRecognised staff = told.recognised();
    CHECK(staff.who == AttendeeId{"0001"});
    CHECK(staff.role == StaffRole::steward);
    known.get_future().get();
    hold_up("CODE0002");
    const Outcome outcome = answer.get_future().get(); // the first one that is: nothing was decided before
    CHECK(outcome.verdict.attendee == AttendeeId{"0002"});
}

TEST_CASE("a guest who searches the programme is told what was found, and by which letters") {
    TemporaryFolder at_hub;
    auto hub = make_hub(at_hub.path);
    Session talk;
    talk.id = {"talk"};
    talk.forum = ForumId{"materials"};
    talk.place = {"2.04"};
    talk.title = words("Coatings");
    talk.starts = noon();
    talk.ends = noon() + std::chrono::hours{1};
    const Draft draft{{SubjectKind::session, "talk"}, talk, noon()};
    REQUIRE(hub->append({&draft, 1}));
    Told told;
    Desk desk(
        std::move(hub), {{"door"}, std::nullopt, std::nullopt, Mode::self}, SummitClock{Milliseconds{0}},
        [&](Event event) { told.put(std::move(event)); }, [](const Sighting&, const Outcome&) {});
    desk.find_sessions("materi");
    CHECK(told.found().query == "materi");
    CHECK(told.found().sessions == std::vector<SessionId>{talk.id});
}

TEST_CASE("a terminal whose clock is years off follows the hub's, and until then knows by its records that it is") {
    RunningHub hub;
    TemporaryFolder at_door;
    const auto clock = std::make_shared<SummitClock>(
        noon() - std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()) - std::chrono::hours{24 * 900});
    auto door = hub.on_its_thread([&] {
        auto enrolled = enrol(*hub.ledger, at_door.path);
        pour(*hub.ledger, *enrolled);
        return enrolled;
    });
    CHECK(door->newest() >= noon());
    Told told;
    Desk desk(
        std::move(door), {{"door"}, hub.address()}, *clock, [&](Event event) { told.put(std::move(event)); },
        [](const Sighting&, const Outcome&) {});
    const auto link = told.link([](const LinkState& now) { return now.clock_off.has_value(); });
    REQUIRE(link);
    CHECK(link->newest >= noon());
    CHECK(link->clock_off == Milliseconds{0});
    CHECK(std::chrono::abs(clock->now() - noon()) < std::chrono::hours{1});
}

Instant on_the_wall;

TEST_CASE("what a clock was corrected by is void once somebody sets it") {
    on_the_wall = noon() - std::chrono::hours{24 * 900};
    SummitClock clock{Milliseconds{0}, 0, [] { return on_the_wall; }};
    clock.correct(noon() - clock.now());
    on_the_wall += std::chrono::seconds{20};
    CHECK(std::chrono::abs(clock.now() - noon()) < std::chrono::minutes{1});
    on_the_wall = noon();
    CHECK(std::chrono::abs(clock.now() - noon()) < std::chrono::minutes{1});
}

TEST_CASE("what is recorded by a clock that was set back by years is on disk, and later than what was there") {
    const TemporaryFolder folder;
    const Instant long_ago = noon() - std::chrono::hours{24 * 900};
    (void)make_hub(folder.path)->append(std::vector{entered("0001")}).value();
    const auto again = Ledger::open(folder.path, [=] { return long_ago; }).value();
    CHECK(again->newest() == Instant{}); // one's own clock is no witness
    const auto outcome = Decider{*again, {"door"}}.decide(parse("CODE0002"), long_ago);
    CHECK_FALSE(outcome.recorded.empty());
    std::vector<Hlc> times;
    REQUIRE(again->each_fact([&](const Ledger::FactRow& row) { return times.push_back(row.header.time), true; }));
    CHECK(std::ranges::is_sorted(times));
    CHECK(std::ranges::adjacent_find(times) == times.end());
}
