// The lists of a staff desk: who was sent to staff with a number, and what is lent.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

WaitingCase a_case(const std::string& number, std::uint64_t seq, std::optional<AttendeeId> who = AttendeeId{"0412"}) {
    WaitingCase one{{{}, seq}, number, Reason::needs_person, {"entrance"}, at("10:40"), std::move(who), {}, {}};
    if (one.who) one.person = person("沐晴川", "zh", "Mu Qingchuan", "");
    return one;
}

Terminal with_cases(std::vector<WaitingCase> cases) {
    Terminal terminal = a_desk();
    const std::size_t all = cases.size();
    terminal.tell(ListsChanged{std::move(cases), all, 0});
    return terminal.wait(1);
}

TEST_CASE("A desk where nobody is open lists who was sent to staff, with number, reason, place and time") {
    Terminal terminal = with_cases({a_case("A-32", 2, std::nullopt), a_case("A-31", 1)});
    const auto cases = terminal.see<DeskView>().cases;
    REQUIRE(cases);
    CHECK(cases->title.text == "Sent to staff: 2");
    REQUIRE(cases->rows.size() == 2);
    CHECK(cases->rows[0].who.text == "Nobody knows this code");
    CHECK_FALSE(cases->rows[0].opens);
    CHECK(cases->rows[1].number.text == "A\u201131");
    CHECK(cases->rows[1].who.text == "沐晴川");
    CHECK(cases->rows[1].line.text.find("\u00a0\u00b7 10:40") != std::string::npos);
}

TEST_CASE("A touch on the list opens the guest, or says that they were seen to, which can be undone") {
    Terminal terminal = with_cases({a_case("A-31", 1)});
    terminal.touch(ChooseCase{{"0412"}});
    CHECK(last<LookUpCase>(terminal) == LookUpCase{{"0412"}});
    const SettleCase settled{{{}, 1}, "A-31"};
    terminal.touch(CloseCase{settled});
    CHECK(last<SettleCase>(terminal) == settled);
    terminal.tell(DeskActed{.request = settled}).tell(ListsChanged{});
    const auto told = terminal.see<DeskView>().told;
    REQUIRE(told);
    CHECK(told->words.text == "Seen to: A\u201131");
    CHECK(told->button.text == "Undo");
    terminal.wait(1).touch(DeskTap{What::undo});
    CHECK(last<SettleCase>(terminal).state == CaseState::waits);
    terminal.tell(DeskActed{.request = SettleCase{{{}, 1}, "A-31", CaseState::waits}});
    CHECK(terminal.see<DeskView>().told->button.text.empty());
}

TEST_CASE("What has just moved under a finger is not what it meant") {
    Terminal terminal = with_cases({a_case("A-31", 1)});
    terminal.tell(ListsChanged{{a_case("A-32", 2), a_case("A-31", 1)}, 2, 0});
    terminal.touch(CloseCase{{{{}, 2}, "A-32"}}).touch(ChooseCase{{"0412"}});
    CHECK(asked(terminal).empty());
}

TEST_CASE("A steward, who does not search, works through the list") {
    Terminal terminal = with_cases({a_case("A-31", 1)});
    terminal.model.at_desk = StaffMember{{"s1"}, {}, StaffRole::steward};
    terminal.touch(ChooseCase{{"0412"}});
    CHECK(last<LookUpCase>(terminal).who == AttendeeId{"0412"});
    terminal.touch(CloseCase{{{{}, 1}, "A-31"}});
    CHECK(last<SettleCase>(terminal).number == "A-31");
    terminal.tell(DeskActed{.request = last<SettleCase>(terminal)}).wait(1).touch(DeskTap{What::undo});
    CHECK(last<SettleCase>(terminal).state == CaseState::waits);
}

TEST_CASE("What is lent is one touch away while something is, listed with who has it, and printed") {
    Terminal terminal = a_desk();
    CHECK(terminal.see<DeskView>().loans_button.text.empty());
    terminal.tell(ListsChanged{{}, 0, 2});
    CHECK(terminal.see<DeskView>().loans_button.text == "Lent:\u00a02");
    terminal.touch(DeskTap{What::open_loans});
    CHECK(last<ShowLoans>(terminal) == ShowLoans{});
    const Person who = person("沐晴川", "zh", "Mu Qingchuan", "");
    terminal.tell(LoansListed{at("10:52"),
                              {{"RX-2", at("18:20", -1), {"0412"}, who, {{{"", "Lindmark"}}}},
                               {"RX-1", at("09:40"), {"0412"}, who, {{{"", "Lindmark"}}}}}});
    const auto loans = terminal.see<DeskView>().loans;
    REQUIRE(loans);
    REQUIRE(loans->rows.size() == 2);
    CHECK(loans->rows[0].line.text == "Lindmark\u00a0\u00b7 Sunday, 28\u00a0May\u00a0\u00b7 18:20");
    CHECK(loans->rows[1].line.text == "Lindmark\u00a0\u00b7 09:40");
    terminal.touch(PrintTheLoans{loans->asks});
    CHECK(last<PrintLoans>(terminal).title == "Lent:\u00a02");
    terminal.tell(KeyPressed{KeyPressed::escape});
    CHECK_FALSE(terminal.see<DeskView>().loans);
}

TEST_CASE("A steward's finger on what is lent says that opening the person takes a supervisor") {
    Terminal terminal = a_desk();
    terminal.model.at_desk.role = StaffRole::steward;
    terminal.tell(LoansListed{at("10:50"), {{"RX-0017", at("10:40"), {"0412"}, person("沐晴川", "zh", "", ""), {}}}});
    terminal.wait(1).touch(ChoosePerson{{"0412"}});
    REQUIRE(terminal.see<DeskView>().told);
    CHECK(terminal.see<DeskView>().told->words.text == "This takes a supervisor.");
    CHECK(terminal.see<DeskView>().loans);
    CHECK(asked(terminal).empty());
}

TEST_CASE("Whose badge could not be made is named beside those that were printed") {
    Terminal terminal = with_person(with_party());
    const PrintBadges act{{{"0412"}, {"0413"}, {"0414"}}};
    terminal.model.desk.acting = act;
    DeskActed acted{.request = act, .where = "/badges/b.pdf"};
    acted.left_out = {{{"0413"}, person("무하늘", "ko", "Mu Haneul", "")}, {{"0414"}, {}}};
    terminal.tell(acted);
    const auto told = terminal.see<DeskView>().told.value();
    CHECK(told.words.text.find("1 badge is in /badges/b.pdf") == 0);
    CHECK(told.words.text.find("Not printed: 무하늘, 0414") != std::string::npos);
    CHECK(told.attention);
}

TEST_CASE("What is taken back is taken back for a reason") {
    Dossier dossier = with_party();
    dossier.file.attendance = {
        {{{}, 1}, "entered", Reason::welcome, PlaceId{"1.01"}, {"entrance"}, {}, "", at("09:05"), at("09:05")}};
    Terminal terminal = with_person(dossier);
    terminal.touch(DeskTap{What::take_back}).wait(1);
    const auto form = terminal.see<DeskView>().form;
    REQUIRE(form);
    REQUIRE(form->choices.size() == 3);
    CHECK(form->choices[0].chosen);
    terminal.touch(form->choices[1].asks).touch(DeskTap{What::confirm});
    CHECK(last<TakeBack>(terminal).why == BackWhy::wrong_person);
}

// --- a delegation's badges ---

Dossier with_badges(BadgeState first, BadgeState second) {
    Dossier dossier = with_party();
    const auto badge = [](const char* id, BadgeState state) {
        return Badge{{std::string{"b"} + id}, BadgeKind::badge, {id}, 1, state};
    };
    dossier.delegation[0].badge = badge("0412", first);
    dossier.delegation[1].badge = badge("0413", second);
    dossier.delegation[2].badge = badge("0414", BadgeState::handed_over);
    return dossier;
}

TEST_CASE("The badges of a delegation are printed in one act, but for who is absent or has one") {
    using enum BadgeState;
    Terminal terminal = with_person(with_badges(issued, issued));
    CHECK(terminal.see<DeskView>().party->papers_button.text == "Print 2 badges");
    terminal.touch(ToggleAbsent{{"0413"}});
    CHECK(terminal.see<DeskView>().party->papers_button.text == "Print 1 badge");
    terminal.touch(DeskTap{What::print_together});
    CHECK(last<PrintBadges>(terminal).who == std::vector<AttendeeId>{{"0412"}});
    CHECK(with_person(with_badges(issued, revoked)).see<DeskView>().party->papers_button.text == "Print 1 badge");
}

TEST_CASE("Badges of a delegation that are printed are handed over in one act, to its focal point where it has one") {
    using enum BadgeState;
    Terminal terminal = with_person(with_badges(printed, printed));
    const auto party = terminal.see<DeskView>().party;
    CHECK(party->papers_button.text == "Hand over 2 badges");
    CHECK(party->papers_asks == What::hand_over_together);
    terminal.touch(DeskTap{What::hand_over_together});
    CHECK(last<HandOverBadges>(terminal).badges == std::vector<BadgeId>{{"b0412"}, {"b0413"}});
    CHECK(last<HandOverBadges>(terminal).to == AttendeeId{"0412"});
    CHECK(with_person(with_badges(handed_over, handed_over)).see<DeskView>().party->papers_button.text.empty());
}

} // namespace
} // namespace foyer::tests
