// Who looks after the meetings, on a real ledger: guests and their interpreter scan, staff hear of who is missing,
// tables are given back, and what staff make of a meeting is on disk with who did it.
#include "kiosk/terminal/host.h"

#include <algorithm>

#include "kiosk/terminal/decide.h"
#include "sync/summit/matchmaking.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"
#include "tests/terminal/told.h"

namespace foyer::test {
namespace {

using Is = MeetingSeen::Someone::Is;
using Then = MeetingRuns::Then;

Place table(const char* id) { return {{id}, PlaceId{"2.04"}, PlaceKind::table, id, {}, {}, {}, {}}; }

// From noon on 0001 meets 0002 at t1 with 0003 to interpret; an hour later 0001 meets 0004.
class Round {
public:
    Round() {
        ledger = Ledger::create_summit(folder.path / "hub", "Tables 1", [this] { return now; }).value();
        auto drafts = tiny_summit(ledger->summit_id(), ledger->identity().code_key, 5);
        const auto add = [&](SubjectKind kind, const std::string& id, Payload payload) {
            drafts.push_back({{kind, id}, std::move(payload), now});
        };
        for (const char* id : {"t1", "t2", "t3"}) add(SubjectKind::place, id, table(id));
        Checkpoint here{{"meetings"}, words("Meetings"), {"2.04"}};
        here.mode = Mode::meeting;
        add(SubjectKind::checkpoint, "meetings", here);
        for (const char* id : {"0003", "0005"}) {
            Attendee interpreter{{id}};
            interpreter.category = Category::interpreter;
            add(SubjectKind::attendee, id, interpreter);
        }
        for (const auto& [id, role] : {std::pair{"0006", StaffRole::steward}, {"0007", StaffRole::supervisor}}) {
            Attendee staff{{id}};
            staff.role = role;
            add(SubjectKind::attendee, id, staff);
        }
        add(SubjectKind::meeting, "m1", meeting("m1", "t1", 0, {{"0001"}, {"0002"}}, AttendeeId{"0003"}));
        add(SubjectKind::meeting, "m2", meeting("m2", "t2", 60, {{"0001"}, {"0004"}}, std::nullopt));
        (void)ledger->append(drafts).value();
        decider.emplace(*ledger, CheckpointId{"meetings"});
    }
    Host host(Host::Stands stands) {
        return {*ledger, CheckpointId{"meetings"}, stands, [this](Event event) { told.push_back(std::move(event)); }};
    }
    static Meeting meeting(const char* id, const char* at, int from, std::vector<AttendeeId> parties,
                           std::optional<AttendeeId> interpreter) {
        const Instant starts = noon() + std::chrono::minutes{from};
        return {{id}, {at}, starts, starts + std::chrono::minutes{20}, std::move(parties), std::move(interpreter), {}};
    }
    // At t3, ten minutes after the first, with 0005 to interpret.
    void plan_another() {
        const Draft other{
            {SubjectKind::meeting, "m3"}, meeting("m3", "t3", 10, {{"0004"}, {"0002"}}, AttendeeId{"0005"}), now};
        (void)ledger->append({&other, 1}).value();
    }
    Outcome scan(const std::string& number) { return decider->decide({Presented::Form::foyer, "CODE" + number}, now); }
    void wait(int minutes) { now += std::chrono::minutes{minutes}; }
    const Meeting& first() { return ledger->meetings()[0]; }
    template <class Told>
    [[nodiscard]] Told last() const {
        return last_of<Told>(told);
    }

    TemporaryFolder folder;
    Instant now = noon();
    std::unique_ptr<Ledger> ledger;
    std::optional<Decider> decider;
    std::vector<Event> told;
};

TEST_CASE("Each of a meeting is sent to the table, is on record there, and hears who is there already") {
    Round round;
    const Outcome first = round.scan("0001");
    CHECK(first.verdict.reason == Reason::to_table);
    CHECK(round.ledger->presence({"0001"}, {"t1"}).inside);
    REQUIRE(first.meetings.size() == 2);
    CHECK(first.meetings[0].parties[1].person.native_name == "Guest 0002");
    CHECK(first.meetings[0].parties[1].is == Is::expected);
    const Outcome second = round.scan("0002");
    CHECK(second.meetings[0].parties[0].is == Is::there);
    CHECK(second.meetings[0].interpreter->is == Is::expected);
    CHECK(round.scan("0003").verdict.go_to == PlaceId{"t1"});
    CHECK(missing(*round.ledger, round.first()).empty());
}

TEST_CASE("A terminal that was started for meetings answers for them, whatever its checkpoint says") {
    Round round;
    Decider decider{*round.ledger, CheckpointId{"door"}, Mode::meeting};
    CHECK(decider.decide({Presented::Form::foyer, "CODE0001"}, round.now).verdict.reason == Reason::to_table);
}

TEST_CASE("Staff are called once for who is missing after five minutes, and it is done when the last one comes") {
    Round round;
    Host host = round.host(Host::Stands::among_tables);
    (void)round.scan("0001");
    (void)round.scan("0003");
    round.wait(4);
    host.go_round();
    CHECK(round.ledger->open_calls().empty());
    round.wait(1);
    host.go_round();
    const auto facts = round.ledger->own_seq();
    host.go_round();
    CHECK(round.ledger->own_seq() == facts); // once
    const auto calls = round.ledger->open_calls();
    REQUIRE(calls.size() == 1);
    CHECK(calls.begin()->second.meeting == MeetingId{"m1"});
    CHECK(calls.begin()->second.checkpoint == CheckpointId{"meetings"});
    (void)round.scan("0002");
    host.go_round();
    CHECK(round.ledger->open_calls().empty());
}

TEST_CASE("After fifteen minutes the table is given back by the terminal, on record, and who waited is told") {
    Round round;
    Host host = round.host(Host::Stands::among_tables);
    (void)round.scan("0001");
    round.wait(15);
    host.go_round();
    CHECK(round.first().state == Meeting::State::released);
    host.go_round();
    CHECK(round.ledger->open_calls().empty()); // there is nobody to look for any more
    CHECK(round.scan("0001").verdict.reason == Reason::meeting_released);
    CHECK(round.scan("0002").verdict.reason == Reason::meeting_released);
    CHECK(taken_by(round.ledger->meetings(), round.ledger->meetings()[1], {"t1"}) == nullptr);
}

TEST_CASE("A desk is told of the meetings of this hour, again when somebody comes, and gives nothing back by itself") {
    Round round;
    Host host = round.host(Host::Stands::at_a_desk);
    CHECK(round.last<MeetingsChanged>().meetings.size() == 2);
    round.ledger->on_touched([&](const Subject& subject) { host.touched(subject); });
    round.ledger->on_commit([&] { host.ledger_changed(); });
    (void)round.scan("0002");
    CHECK(round.last<MeetingsChanged>().meetings[0].parties[1].is == Is::there);
    round.wait(16);
    host.go_round();
    CHECK(round.first().state == Meeting::State::planned);
    round.wait(4);
    host.go_round();
    CHECK(round.last<MeetingsChanged>().meetings.size() == 1); // the first is over
}

TEST_CASE("A desk hears which tables and interpreters are free before it changes anything") {
    Round round;
    round.plan_another();
    Host host = round.host(Host::Stands::at_a_desk);
    CHECK(host.ask(OpenMeeting{{"m1"}}, {}));
    const auto opened = round.last<MeetingOpened>();
    REQUIRE(opened.tables.size() == 2);
    CHECK_FALSE(opened.tables[0].taken_until);                                // t2
    CHECK(opened.tables[1].taken_until == noon() + std::chrono::minutes{30}); // t3
    REQUIRE(opened.interpreters.size() == 1);
    CHECK(opened.interpreters[0].who.id == AttendeeId{"0005"});
    CHECK(opened.interpreters[0].busy_until == noon() + std::chrono::minutes{30});
}

TEST_CASE("Another table, another interpreter, given back and planned again are each one fact with who did it") {
    Round round;
    Host host = round.host(Host::Stands::at_a_desk);
    const auto change = [&](ChangeMeeting act) {
        act.meeting = {"m1"};
        const auto facts = round.ledger->own_seq();
        CHECK(host.ask(act, {"0007"}));
        CHECK_FALSE(round.last<DeskActed>().fault);
        CHECK(round.ledger->own_seq() == facts + 1);
    };
    change({.table = PlaceId{"t2"}});
    CHECK(round.first().table == PlaceId{"t2"});
    change({.interpreter = AttendeeId{"0005"}});
    CHECK(round.first().interpreter == AttendeeId{"0005"});
    change({.then = Then::released});
    CHECK(round.first().state == Meeting::State::released);
    change({.then = Then::planned});
    CHECK(round.first().state == Meeting::State::planned);
    std::vector<std::string> by;
    (void)round.ledger->each_fact([&](const Ledger::FactRow& fact) {
        if (fact.header.kind != Kind::meeting_runs) return true;
        const auto payload = decode_payload(Kind::meeting_runs, decode_body(*fact.body)->payload).value();
        by.push_back(std::get<MeetingRuns>(payload).by);
        return true;
    });
    CHECK(by == std::vector<std::string>(4, "Tables 1, 0007"));
}

TEST_CASE("A steward changes no meeting, nor does who had the right before") {
    Round round;
    Host host = round.host(Host::Stands::at_a_desk);
    const auto facts = round.ledger->own_seq();
    CHECK(host.ask(ChangeMeeting{.meeting = {"m1"}, .table = PlaceId{"t2"}}, {"0006"}));
    CHECK(round.last<DeskActed>().needs == DeskActed::Needs::supervisor);
    CHECK(round.ledger->own_seq() == facts);
    Attendee was{{"0007"}};
    was.role = StaffRole::steward;
    (void)round.ledger->append(std::vector{Draft{{SubjectKind::attendee, "0007"}, was, noon()}}).value();
    CHECK(host.ask(ChangeMeeting{.meeting = {"m1"}, .then = Then::released}, {"0007"}));
    CHECK(round.last<DeskActed>().needs == DeskActed::Needs::supervisor);
    CHECK(round.first().table == PlaceId{"t1"});
}

TEST_CASE("What is taken meanwhile is refused, and nothing is recorded") {
    Round round;
    round.plan_another();
    Host host = round.host(Host::Stands::at_a_desk);
    const auto facts = round.ledger->own_seq();
    for (const ChangeMeeting& act :
         {ChangeMeeting{{"m1"}, PlaceId{"t3"}, std::nullopt}, ChangeMeeting{{"m1"}, std::nullopt, AttendeeId{"0005"}},
          ChangeMeeting{{"m9"}, PlaceId{"t2"}, std::nullopt}}) {
        CHECK(host.ask(act, {}));
        CHECK(round.last<DeskActed>().fault);
    }
    CHECK(round.ledger->own_seq() == facts);
    CHECK_FALSE(host.ask(FindPeople{}, {})); // a matter of the clerk's
}

TEST_CASE("A terminal that hears nothing of the others gives no table back, and does once it is in contact") {
    Round round;
    const auto door = enrol(*round.ledger, round.folder.path / "door", Role::door, [&] { return round.now; });
    (void)enrol(*round.ledger, round.folder.path / "other", Role::door, [&] { return round.now; });
    (void)pour(*round.ledger, *door);
    Host host{*door, CheckpointId{"meetings"}, Host::Stands::among_tables, [](const Event&) {}};
    round.wait(15);
    host.go_round();
    CHECK(door->meetings()[0].state == Meeting::State::planned);
    CHECK(door->open_calls().size() == 1); // staff are called all the same
    door->complete_at(round.now);
    host.go_round();
    CHECK(door->meetings()[0].state == Meeting::State::released);
}

TEST_CASE("A door may say what becomes of a meeting, and not plan one") {
    Round round;
    const auto door = enrol(*round.ledger, round.folder.path / "door", Role::door, [&] { return round.now; });
    (void)pour(*round.ledger, *door);
    REQUIRE(door->meetings().size() == 2);
    Host host{*door, CheckpointId{"meetings"}, Host::Stands::among_tables, [](const Event&) {}};
    round.wait(15);
    host.go_round();
    CHECK(door->meetings()[0].state == Meeting::State::released);
    (void)pour(*door, *round.ledger);
    CHECK(round.first().state == Meeting::State::released);
    const Draft planned{{SubjectKind::meeting, "m4"}, Round::meeting("m4", "t3", 0, {{"0004"}, {"0002"}}, {}), noon()};
    CHECK_FALSE(door->append({&planned, 1}));
}

} // namespace
} // namespace foyer::test
