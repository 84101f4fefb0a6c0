// What each of the staff may do at a desk, as the ledger knows them, and that it is on record who did it.
#include "kiosk/terminal/rights.h"

#include "tests/terminal/help_desk.h"

namespace foyer::test {
namespace {

const AttendeeId a_steward{"s1"}, a_supervisor{"s2"};

// With a steward and a supervisor on the roster, and a guest whom the roster holds back.
class StaffedDesk : public HelpDesk {
public:
    StaffedDesk() {
        add("0412", qingchuan);
        employ(a_steward, StaffRole::steward);
        employ(a_supervisor, StaffRole::supervisor);
    }
    void employ(const AttendeeId& who, StaffRole role) {
        Attendee staff{who};
        staff.category = Category::staff;
        staff.role = role;
        keep(staff);
    }
    void hold(Hold why) {
        Attendee guest{{"0412"}};
        guest.hold = why;
        keep(guest);
    }
    [[nodiscard]] DeskActed check_in(const AttendeeId& by, ByHandWhy why = ByHandWhy::at_desk) {
        ask(CheckByHand{{{"0412"}}, Direction::in, ledger->now(), why}, by);
        return last<DeskActed>();
    }
    [[nodiscard]] bool inside() const { return ledger->presence({"0412"}, {"site"}).inside; }
    template <class Item>
    [[nodiscard]] Item newest(Kind kind) const {
        std::optional<Item> found;
        REQUIRE(ledger->each_fact([&](const Ledger::FactRow& row) {
            if (row.header.kind == kind && row.body)
                found = std::get<Item>(decode_payload(kind, decode_body(*row.body)->payload).value());
            return true;
        }));
        return found.value();
    }

private:
    void keep(const Attendee& who) {
        const Draft draft{subject_of(who.id), who, noon()};
        (void)ledger->append({&draft, 1}).value();
        work();
    }
};

TEST_CASE("A steward checks in by hand whom the door would let in, and nobody else: that takes a supervisor") {
    StaffedDesk desk;
    desk.hold(Hold::unpaid);
    const DeskActed refused = desk.check_in(a_steward);
    CHECK(refused.fault);
    CHECK(refused.needs == DeskActed::Needs::supervisor);
    CHECK(refused.refused == Reason::unpaid);
    CHECK_FALSE(desk.inside());
    desk.hold(Hold::none);
    CHECK_FALSE(desk.check_in(a_steward).fault);
    CHECK(desk.inside());
}

TEST_CASE("A supervisor overrides the door by hand, and it is on record what it would have said") {
    StaffedDesk desk;
    desk.hold(Hold::unpaid);
    CHECK_FALSE(desk.check_in(a_supervisor).fault);
    CHECK(desk.inside());
    CHECK(desk.newest<Entered>(Kind::entered).why == "at_desk over unpaid by s2");
}

TEST_CASE("The reason that staff chose is in the fact and in the history, and a steward may choose it") {
    StaffedDesk desk;
    CHECK_FALSE(desk.check_in(a_steward, ByHandWhy::badge_forgotten).fault);
    CHECK(desk.newest<Entered>(Kind::entered).why == "badge_forgotten by s1");
    desk.ask(CheckByHand{{{"0412"}}, Direction::out, desk.ledger->now(), ByHandWhy::guided_group}, a_steward);
    CHECK_FALSE(desk.last<DeskActed>().fault);
    auto file = desk.ledger->person_file({"0412"}).value();
    REQUIRE(file.why.size() == 2);
    const auto entered = std::ranges::find(file.attendance, "entered", &AttendanceRow::event);
    CHECK(file.why.at(entered->id) == "badge_forgotten by s1");
    desk.ask(TakeBack{{{{"0412"}, entered->id}}, BackWhy::wrong_person}, a_supervisor);
    file = desk.ledger->person_file({"0412"}).value();
    CHECK(back_why(file.back_why.at(entered->id)) == BackWhy::wrong_person);
}

TEST_CASE("A dead badge is held up: a steward does not check its owner in, until a good one of theirs is") {
    StaffedDesk desk;
    const FreshBadge old = printed_badge(*desk.ledger, "0412");
    const FreshBadge now = printed_badge(*desk.ledger, "0412");
    desk.clerk->scanned({Presented::Form::foyer, old.code});
    CHECK(desk.check_in(a_steward, ByHandWhy::no_code).refused == Reason::outdated_badge);
    CHECK_FALSE(desk.inside());
    desk.clerk->scanned({Presented::Form::foyer, now.code});
    CHECK_FALSE(desk.check_in(a_steward).fault);
}

TEST_CASE("Out goes everybody, whoever lets them") {
    StaffedDesk desk;
    CHECK_FALSE(desk.check_in(a_steward).fault);
    desk.hold(Hold::question);
    desk.ask(CheckByHand{{{"0412"}}, Direction::out, desk.ledger->now(), ByHandWhy::at_desk}, a_steward);
    CHECK_FALSE(desk.last<DeskActed>().fault);
    CHECK_FALSE(desk.inside());
}

TEST_CASE("What takes a supervisor is not done for a steward, nor for one whose role was taken away") {
    StaffedDesk desk;
    const std::vector<DeskRequest> all{FindPeople{1, "mu"},
                                       LookUpPerson{{"0412"}},
                                       EditGuest{{"0412"}, "Mu", "Mu", ""},
                                       SubstituteGuest{{"0412"}, "Li", "Li", "", ""},
                                       TakeBack{},
                                       ResolveCard{"aa"},
                                       ShowRoll{},
                                       PrintRoll{},
                                       CheckByHand{{{"0412"}}, Direction::in, noon(), ByHandWhy::from_paper},
                                       CheckByHand{{{"0412"}}, Direction::in, noon(), ByHandWhy::delegation}};
    desk.employ({"s3"}, StaffRole::none);
    for (const DeskRequest& request : all) {
        INFO(request.index());
        desk.ask(request, a_steward);
        CHECK(desk.last<DeskActed>().needs == DeskActed::Needs::supervisor);
        desk.ask(request, {"s3"});
        CHECK(desk.last<DeskActed>().needs == DeskActed::Needs::supervisor);
    }
    CHECK(desk.ledger->person({"0412"}) == qingchuan);
    desk.ask(PrintBadge{{"0412"}}, {"s3"}); // no steward any more
    CHECK(desk.last<DeskActed>().fault);
    desk.ask(LookUpPerson{{"0412"}}, a_supervisor);
    CHECK(desk.last<PersonLookedUp>().dossier);
}

TEST_CASE("Who printed, handed over, lent and edited is on record by their number") {
    StaffedDesk desk;
    desk.ask(PrintBadge{{"0412"}}, a_steward);
    CHECK(desk.newest<BadgePrinted>(Kind::badge_printed).by == "s1");
    desk.ask(HandOverBadge{{"0412"}, desk.ledger->person_file({"0412"})->badge->id}, a_steward);
    CHECK(desk.newest<BadgeHandedOver>(Kind::badge_handed_over).by == "s1");
    desk.ask(LendItem{{"0412"}, "RX-0017"}, a_steward);
    CHECK(desk.newest<Loan>(Kind::loan).by == "s1");
    desk.ask(EditGuest{{"0412"}, "沐晴川", "Mu Qing-Chuan", ""}, a_supervisor);
    CHECK(desk.ledger->person_file({"0412"})->notes == std::vector<std::string>{"Badge edited by s2."});
}

} // namespace
} // namespace foyer::test
