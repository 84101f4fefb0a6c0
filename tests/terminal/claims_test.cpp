// Guests without a code, on a real ledger: found by a whole name and what the summit asks for, and by nothing less.
#include "kiosk/terminal/claims.h"

#include "kiosk/terminal/decide.h"
#include "sync/crypto/second_factor.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"

namespace foyer::test {
namespace {

class Door {
public:
    Door() {
        ledger = Ledger::create_summit(folder.path / "hub", "Hub", frozen()).value();
        auto drafts = tiny_summit(ledger->summit_id(), ledger->identity().code_key, 2);
        Summit summit;
        for (Draft& draft : drafts)
            if (auto* found = std::get_if<Summit>(&draft.payload)) {
                found->second_factor = SecondFactor::phone_end;
                summit = *found;
            }
        (void)ledger->append(drafts).value();
        ledger->on_touched([this](const Subject& subject) {
            if (claims && subject.kind == SubjectKind::attendee) claims->touched({subject.id});
        });
        ledger->on_commit([this] {
            if (claims) claims->ledger_changed();
        });
        name("0001", "李明", "Li Ming", "+86 10 5555 4711");
        name("0002", "李明", "Li Ming", "+86 10 5555 0815");
        claims.emplace(*ledger, Claims::Ways{[this](std::function<void()> work) { waiting.push_back(std::move(work)); },
                                             [this](const std::optional<AttendeeId>& who) { answers.push_back(who); }});
    }
    void name(const char* id, const char* native, const char* latin, const char* phone) {
        Person person{native, "zh", latin, {}, ""};
        person.proof = second_factor_hash(ledger->identity().code_key, {id}, SecondFactor::phone_end, phone);
        const Draft draft{subject_of(AttendeeId{id}), person, noon()};
        (void)ledger->append({&draft, 1}).value();
    }
    std::string who(const char* name, const char* proof) {
        answers.clear();
        claims->ask({name, proof});
        while (!waiting.empty()) {
            const auto next = std::move(waiting.front());
            waiting.pop_front();
            next();
        }
        REQUIRE(answers.size() == 1);
        return answers.front() ? answers.front()->text : "nobody";
    }

    TemporaryFolder folder;
    std::unique_ptr<Ledger> ledger;
    std::deque<std::function<void()>> waiting;
    std::vector<std::optional<AttendeeId>> answers;
    std::optional<Claims> claims;
};

TEST_CASE("the name and the end of the telephone number say who it is, of two with one name too") {
    Door door;
    CHECK(door.who("Li Ming", "4711") == "0001");
    CHECK(door.who("ming li", "0815") == "0002");
    CHECK(door.who("李明", "5555 4711") == "0001");
}

TEST_CASE("a wrong number, a wrong name and a part of either are all nobody") {
    Door door;
    CHECK(door.who("Li Ming", "4712") == "nobody");
    CHECK(door.who("Li", "4711") == "nobody");
    CHECK(door.who("Wang Ming", "4711") == "nobody");
    CHECK(door.who("Li Ming", "711") == "nobody");
    CHECK(door.who("", "") == "nobody");
}

TEST_CASE("who shares both with somebody is for staff to find") {
    Door door;
    door.name("0002", "李明", "Li Ming", "+86 10 5555 4711");
    CHECK(door.who("Li Ming", "4711") == "nobody");
}

TEST_CASE("names that change are known by what they are now, and those that go are forgotten") {
    Door door;
    door.name("0001", "王芳", "Wang Fang", "+86 10 5555 4711");
    CHECK(door.who("Wang Fang", "4711") == "0001");
    CHECK(door.who("Li Ming", "4711") == "nobody");
    const Draft purge{subject_of(AttendeeId{"0001"}), Purged{"asked for it"}, noon()};
    REQUIRE(door.ledger->append({&purge, 1}));
    CHECK(door.who("Wang Fang", "4711") == "nobody");
}

TEST_CASE("who is found gets the answer of their badge, on record under it") {
    Door door;
    Decider decider(*door.ledger, {"door"});
    const Outcome outcome = decider.decide(AttendeeId{"0001"}, noon());
    CHECK(outcome.verdict.kind == VerdictKind::admitted);
    CHECK(outcome.recorded.size() == 1);
    const auto file = door.ledger->person_file({"0001"});
    REQUIRE(file);
    REQUIRE(file->attendance.size() == 1);
    CHECK(file->attendance.front().badge == door.ledger->badges_of({"0001"}).front().id);
    CHECK(decider.decide(AttendeeId{"0001"}, noon()).verdict.reason == Reason::welcome_back);
}

TEST_CASE("who has no badge that lives sees a person, as with the dead badge itself") {
    Door door;
    const auto badge = door.ledger->badges_of({"0001"}).front().id;
    const Draft dead{subject_of(badge), BadgeRevoked{"lost"}, noon()};
    REQUIRE(door.ledger->append({&dead, 1}));
    Decider decider(*door.ledger, {"door"});
    const Outcome outcome = decider.decide(AttendeeId{"0001"}, noon());
    CHECK(outcome.verdict.kind == VerdictKind::ask_a_person);
    CHECK(outcome.verdict.reason == Reason::revoked);
}

} // namespace
} // namespace foyer::test
