// Who was sent to staff with a number and still waits: on every node alike, until they are let in or seen to.
#include "sync/summit/open_case.h"

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

namespace foyer::test {
namespace {

constexpr std::chrono::hours a_day{24};

Subject somebody(const char* id) { return {SubjectKind::attendee, id}; }

void refuse(Ledger& ledger, const Subject& who, const std::string& number, Instant when = noon()) {
    const Draft refused{who, Refused{{"door"}, Reason::needs_person, std::nullopt, number}, when};
    (void)ledger.append({&refused, 1}).value();
}

void say(Ledger& ledger, const FactId& refusal, CaseState state) {
    const Draft said = case_said(refusal, state, "at a desk", noon());
    (void)ledger.append({&said, 1}).value();
}

// The numbers, the newest first.
std::vector<std::string> waiting(const Ledger& ledger) {
    std::vector<std::string> numbers;
    for (const OpenCase& one : ledger.open_cases(noon() - a_day)) numbers.push_back(one.refusal.case_number);
    return numbers;
}

using Numbers = std::vector<std::string>;

TEST_CASE("Who was sent to staff waits until they are let in; who was only sent on does not") {
    const TemporaryFolder folder;
    const auto hub = make_hub(folder.path);
    refuse(*hub, somebody("0001"), "A-1");
    refuse(*hub, somebody("0002"), "", noon() + std::chrono::minutes{1});
    refuse(*hub, {SubjectKind::visitor, "aa00"}, "A-2", noon() + std::chrono::minutes{2});
    CHECK(waiting(*hub) == Numbers{"A-2", "A-1"});
    const auto open = hub->open_cases(noon() - a_day);
    CHECK_FALSE(open.front().who);
    CHECK(open.back().who == AttendeeId{"0001"});
    const Draft in = entered("0001", noon() + std::chrono::minutes{3});
    (void)hub->append({&in, 1}).value();
    CHECK(waiting(*hub) == Numbers{"A-2"});
}

TEST_CASE("Of a guest who is sent to staff twice the last number alone waits") {
    const TemporaryFolder folder;
    const auto hub = make_hub(folder.path);
    refuse(*hub, somebody("0001"), "A-1");
    refuse(*hub, somebody("0001"), "A-2", noon() + std::chrono::minutes{1});
    CHECK(waiting(*hub) == Numbers{"A-2"});
}

TEST_CASE("Whom staff have seen to waits no more, and again when that was a mistake, on other nodes too") {
    const TemporaryFolder folder;
    const auto hub = make_hub(folder.path / "hub");
    const auto desk = enrol(*hub, folder.path / "desk", Role::desk);
    (void)pour(*hub, *desk);
    for (const Subject& who : {somebody("0001"), Subject{SubjectKind::visitor, "aa00"}}) {
        refuse(*desk, who, "A-7", noon());
        const FactId refusal = desk->open_cases(noon() - a_day).front().refusal.id;
        say(*desk, refusal, CaseState::seen_to);
        CHECK(waiting(*desk).empty());
        (void)pour(*desk, *hub);
        CHECK(waiting(*hub).empty());
        say(*desk, refusal, CaseState::waits);
        CHECK(waiting(*desk) == Numbers{"A-7"});
        say(*desk, refusal, CaseState::seen_to);
    }
    const auto file = desk->person_file({"0001"});
    REQUIRE(file);
    CHECK(open_case(*file).empty());
    CHECK(file->attendance.front().case_number == "A-7"); // the number stays in what happened
    CHECK(desk->cards().empty());                         // it is no conflict
}

TEST_CASE("What happened long ago waits for nobody, and what waits is the same after the rows are made again") {
    const TemporaryFolder folder;
    const auto hub = make_hub(folder.path);
    refuse(*hub, somebody("0001"), "A-1", noon() - 2 * a_day);
    refuse(*hub, somebody("0002"), "A-2");
    refuse(*hub, somebody("0003"), "A-3", noon() + std::chrono::minutes{1});
    say(*hub, hub->open_cases(noon() - a_day).front().refusal.id, CaseState::seen_to);
    CHECK(waiting(*hub) == Numbers{"A-2"});
    REQUIRE(hub->rebuild());
    CHECK(waiting(*hub) == Numbers{"A-2"});
}

} // namespace
} // namespace foyer::test
