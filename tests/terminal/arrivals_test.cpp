// Guests of whom no public screen speaks: the desks that look after them are told, once, and of each who waits.
#include "kiosk/terminal/arrivals.h"

#include "kiosk/terminal/decide.h"
#include "tests/terminal/help_desk.h"

namespace foyer::test {
namespace {

// Two doors and a desk of a summit whose guests of honour are discreet; 0001 is one.
struct Protocol : HelpDesk {
    explicit Protocol(Hold hold = Hold::none) {
        Summit summit = ledger->programme().summit;
        summit.discreet.insert(Category::vip);
        Attendee guest{{"0001"}};
        guest.category = Category::vip;
        guest.seat = "A-01";
        guest.hold = hold;
        const std::vector<Draft> drafts{{{SubjectKind::summit, ""}, summit, noon()},
                                        {subject_of(AttendeeId{"0001"}), guest, noon()},
                                        {subject_of(AttendeeId{"0001"}), qingchuan, noon()}};
        (void)ledger->append(drafts).value();
        told.clear();
    }
    Outcome scans(const char* who, const char* door = "door") {
        return Decider{*ledger, {door}}.decide(AttendeeId{who}, noon());
    }
    std::map<std::string, Call> cards() { return ledger->open_calls(); }
};

TEST_CASE("A discreet guest who is let in is told of with the entry, once, wherever they go next") {
    Protocol protocol;
    const Outcome outcome = protocol.scans("0001");
    REQUIRE(outcome.verdict.reason == Reason::welcome);
    CHECK(outcome.recorded.size() == 1);
    REQUIRE(protocol.cards().size() == 1);
    const Call card = protocol.cards().begin()->second;
    CHECK(card.guest == AttendeeId{"0001"});
    CHECK(card.checkpoint == CheckpointId{"door"});
    CHECK(card.case_number.empty());
    const auto open = protocol.last<CallsChanged>().open;
    REQUIRE(open.size() == 1);
    CHECK(open.front().guest->person.latin_name == "Mu Qingchuan");
    CHECK(open.front().seat == "A-01");

    (void)protocol.scans("0001");
    (void)protocol.scans("0001", "desk");
    CHECK(protocol.cards().size() == 1);
}

TEST_CASE("Others arrive without a word") {
    Protocol protocol;
    CHECK(protocol.scans("0002").verdict.kind == VerdictKind::admitted);
    CHECK(protocol.cards().empty());
}

TEST_CASE("A discreet guest who has to see staff is told of with the case, again after staff have seen to it") {
    Protocol protocol{Hold::question};
    const Outcome first = protocol.scans("0001");
    REQUIRE(first.verdict.kind == VerdictKind::ask_a_person);
    (void)protocol.scans("0001");
    REQUIRE(protocol.cards().size() == 1);
    const auto [id, card] = *protocol.cards().begin();
    CHECK(card.case_number == first.case_number);
    protocol.ask(AnswerCall{id, Call::State::done});
    CHECK(protocol.cards().empty());
    (void)protocol.scans("0001");
    CHECK(protocol.cards().size() == 1);
}

} // namespace
} // namespace foyer::test
