// A staff desk: how it is unlocked and locks itself, what typing asks for, and what each act asks of the clerk.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

TEST_CASE("A desk in a foyer shows nobody before it is unlocked by the number of the terminal") {
    Terminal terminal = a_desk(Settings::Run::terminal);
    REQUIRE(terminal.see<DeskView>().locked);
    terminal.tell(PersonLookedUp{By::scanned, with_party(), Reason::welcome});
    type(terminal, U"mu");
    CHECK(asked(terminal).empty());
    CHECK(terminal.see<DeskView>().locked);
    terminal.touch(DeskTap{What::unlock});
    CHECK(terminal.shows<StaffView>());
    type(terminal, U"123456\r").tell(UnlockChecked{UnlockChecked::Answer::wrong});
    CHECK(terminal.shows<StaffView>());
    type(terminal, U"123456\r").tell(UnlockChecked{UnlockChecked::Answer::right});
    CHECK_FALSE(terminal.see<DeskView>().locked);
    CHECK_FALSE(terminal.see<DeskView>().person);
}

TEST_CASE("A desk locks itself after five minutes without a touch, and forgets who was open") {
    Terminal terminal = a_desk(Settings::Run::terminal);
    terminal.model.desk.lock = StaffDesk::Lock::open;
    terminal.tell(PersonLookedUp{By::scanned, with_party(), Reason::welcome});
    terminal.wait(290);
    CHECK_FALSE(terminal.see<DeskView>().locked);
    type(terminal, U"m");
    terminal.wait(290);
    CHECK_FALSE(terminal.see<DeskView>().locked);
    terminal.wait(15);
    CHECK(terminal.see<DeskView>().locked);
    CHECK_FALSE(terminal.model.desk.dossier);
    CHECK(terminal.model.desk.query.empty());
}

TEST_CASE("Each key asks anew, and an answer to an older question is not shown") {
    Terminal terminal = a_desk();
    type(terminal, U"mü");
    CHECK(last<FindPeople>(terminal) == FindPeople{2, "mü"});
    PeopleFound late{.number = 1, .best = {{{"0413"}, person("Meier", "de", "", "")}}, .all = 1};
    terminal.tell(late);
    CHECK(terminal.see<DeskView>().rows.empty());
    late.number = 2;
    terminal.tell(late);
    REQUIRE(terminal.see<DeskView>().rows.size() == 1);
    CHECK(terminal.see<DeskView>().rows.front().name.text == "Meier");
    CHECK(terminal.see<DeskView>().search.found.text == "1 found");
    type(terminal, U"\b");
    CHECK(last<FindPeople>(terminal) == FindPeople{3, "m"});
}

TEST_CASE("At a desk the letters n and q are letters, and Esc closes the nearest thing before it ends a trial") {
    Terminal terminal = a_desk(Settings::Run::demo);
    type(terminal, U"nq");
    CHECK(terminal.model.desk.query == "nq");
    terminal.tell(PersonLookedUp{By::asked, with_party(), Reason::welcome});
    terminal.wait(1);
    terminal.touch(DeskTap{What::from_paper});
    type(terminal, U"\x1b");
    CHECK_FALSE(terminal.see<DeskView>().form);
    CHECK(terminal.see<DeskView>().person);
    type(terminal, U"\x1b\x1b");
    CHECK(terminal.model.desk.query.empty());
    CHECK(std::ranges::count(terminal.effects, Effect{Quit{}}) == 0);
    type(terminal, U"\x1b");
    CHECK(std::ranges::count(terminal.effects, Effect{Quit{}}) == 1);
}

TEST_CASE("Enter opens the first who was found") {
    Terminal terminal = a_desk();
    type(terminal, U"mu");
    terminal.tell(PeopleFound{.number = 2, .best = {{{"0412"}}, {{"0413"}}}, .all = 2});
    type(terminal, U"\r");
    CHECK(last<LookUpPerson>(terminal).who == AttendeeId{"0412"});
}

TEST_CASE("Who was found by name is checked in for want of a code; whose badge was held up, at the desk") {
    Terminal searched = with_person(with_party());
    searched.touch(DeskTap{What::check_in});
    CHECK(last<CheckByHand>(searched) == CheckByHand{{{"0412"}}, Direction::in, at("10:52"), ByHandWhy::no_code});
    Terminal scanned = with_person(with_party(), By::scanned);
    scanned.touch(DeskTap{What::check_in});
    CHECK(last<CheckByHand>(scanned).why == ByHandWhy::at_desk);
}

TEST_CASE("A second tap while an act is on its way to the disk does nothing") {
    Terminal terminal = with_person(with_party());
    terminal.touch(DeskTap{What::check_in}).touch(DeskTap{What::check_in});
    CHECK(asked(terminal).size() == 1);
}

TEST_CASE("What has just come under a finger is not what the finger meant: a second tap does not undo the first") {
    Terminal terminal = with_person(with_party());
    terminal.touch(DeskTap{What::check_in});
    terminal.tell(DeskActed{.request = asked(terminal).back(), .recorded = {{{"0412"}, {}}}});
    Dossier here = with_party();
    here.inside = true;
    terminal.tell(PersonLookedUp{By::changed, here, Reason::welcome});
    terminal.touch(DeskTap{What::check_out});
    CHECK(asked(terminal).size() == 1);
    terminal.wait(1);
    terminal.touch(DeskTap{What::check_out});
    CHECK(asked(terminal).size() == 2);
}

TEST_CASE("A tap on somebody who is not open any more does nothing to whoever is") {
    Terminal terminal = with_person(with_party());
    terminal.touch(DeskTap{What::check_in, {"0999"}});
    CHECK(asked(terminal).empty());
    terminal.touch(DeskTap{What::check_in, {"0412"}});
    CHECK(asked(terminal).size() == 1);
}

TEST_CASE("A badge held up while another guest is served is offered; after a pause it opens at once") {
    Terminal terminal = with_person(with_party());
    terminal.touch(DeskTap{What::next_members});
    const Dossier next{file_of("0500", "李明"), {}, false, {}};
    terminal.tell(PersonLookedUp{By::scanned, next, Reason::welcome});
    CHECK(terminal.see<DeskView>().person->name.text == "沐晴川");
    CHECK(terminal.see<DeskView>().told->words.text == "A badge was held up: 李明");
    terminal.wait(21);
    CHECK_FALSE(terminal.see<DeskView>().told); // an offer that nobody took
    terminal.tell(PersonLookedUp{By::scanned, next, Reason::welcome});
    CHECK(terminal.see<DeskView>().person->name.text == "李明");
}

TEST_CASE("A dead badge opens its owner and says that it is good no more, and does not count as shown") {
    Terminal terminal = a_desk();
    terminal.tell(PersonLookedUp{By::scanned, with_party(), Reason::revoked});
    CHECK(terminal.see<DeskView>().person);
    REQUIRE(terminal.see<DeskView>().told);
    CHECK(terminal.see<DeskView>().told->words.text == "This badge was revoked. Check who is wearing it.");
    terminal.wait(1);
    terminal.touch(DeskTap{What::check_in});
    CHECK(last<CheckByHand>(terminal).why == ByHandWhy::no_code);
}

TEST_CASE("What is written into a form outlives everything that happens beside it") {
    Terminal terminal = a_desk();
    terminal.touch(DeskTap{What::walk_in});
    type(terminal, U"Ada");
    terminal.tell(DeskActed{.request = AnswerCall{"c1", Call::State::taken}});
    terminal.tell(DeskActed{.request = ItemIsBack{"RX-0017", {"0412"}}});
    terminal.touch(DeskTap{What::walk_in});
    terminal.tell(PersonLookedUp{By::asked, with_party(), Reason::welcome});
    REQUIRE(terminal.see<DeskView>().form);
    CHECK(terminal.see<DeskView>().form->fields.front().text == "Ada");
}

TEST_CASE("Who is absent stays absent when another of the delegation is opened") {
    Terminal terminal = with_person(with_party());
    terminal.touch(ToggleAbsent{{"0413"}});
    Dossier other = with_party();
    other.file.attendee.id = {"0414"};
    terminal.tell(PersonLookedUp{By::asked, other, Reason::welcome});
    CHECK(terminal.see<DeskView>().party->button.text == "Check in 1\u00a0person");
}

TEST_CASE("Staff see that somebody is held back by the roster, and why") {
    Dossier held = with_party();
    held.file.attendee.hold = Hold::unpaid;
    Terminal terminal = with_person(held);
    const auto person = terminal.see<DeskView>().person.value();
    CHECK(person.tone == DeskView::Someone::Tone::attention);
    CHECK(person.lines.front().value.text == "The roster says unpaid or incomplete.");
}

TEST_CASE("A delegation is checked in by one tap, but for who is absent or has come already") {
    Terminal terminal = with_person(with_party());
    REQUIRE(terminal.see<DeskView>().party);
    CHECK(terminal.see<DeskView>().party->button.text == "Check in 2 together");
    terminal.touch(ToggleAbsent{{"0413"}});
    CHECK(terminal.see<DeskView>().party->button.text == "Check in 1\u00a0person");
    terminal.touch(DeskTap{What::together});
    CHECK(last<CheckByHand>(terminal) == CheckByHand{{{"0412"}}, Direction::in, at("10:52"), ByHandWhy::delegation});
}

TEST_CASE("What comes from a list on paper is recorded at the time when it happened") {
    Terminal terminal = with_person(with_party());
    using std::chrono::minutes;
    terminal.touch(DeskTap{What::from_paper}).touch(StepBack{minutes{60}}).touch(StepBack{-minutes{10}});
    CHECK(terminal.see<DeskView>().form->time == "10:02");
    terminal.touch(StepBack{-minutes{600}});
    CHECK(terminal.see<DeskView>().form->time == "10:52"); // the future has not happened yet
    terminal.wait(2);
    terminal.touch(StepBack{minutes{10}}).touch(ChooseDirection{Direction::out}).touch(DeskTap{What::confirm});
    CHECK(last<CheckByHand>(terminal) == CheckByHand{{{"0412"}}, Direction::out, at("10:42"), ByHandWhy::from_paper});
}

TEST_CASE("What was done last can be taken back for a while, and a failure is said with its reason") {
    Terminal terminal = with_person(with_party());
    const FactId fact{{}, 7};
    terminal.touch(DeskTap{What::check_in});
    DeskActed acted{.request = asked(terminal).back(), .recorded = {{{"0412"}, fact}}};
    terminal.tell(acted);
    CHECK(terminal.see<DeskView>().told->words.text == "1\u00a0person checked in\u00a0· 沐晴川");
    terminal.tell(PersonLookedUp{By::scanned, Dossier{file_of("0500", "李明"), {}, false, {}}, Reason::welcome});
    CHECK(terminal.see<DeskView>().person->name.text == "李明"); // the next one, and still it says who it was
    CHECK(terminal.see<DeskView>().told->words.text == "1\u00a0person checked in\u00a0· 沐晴川");
    terminal.wait(1);
    terminal.touch(DeskTap{What::undo});
    CHECK(last<TakeBack>(terminal).facts == std::vector{std::pair{AttendeeId{"0412"}, fact}});
    acted.fault = Fault{FaultKind::disk, "the disk is full"};
    terminal.tell(acted);
    CHECK(terminal.see<DeskView>().told->attention);
    CHECK(terminal.see<DeskView>().told->words.text == "Not recorded: the disk is full");
    terminal.wait(25);
    CHECK_FALSE(terminal.see<DeskView>().told);
}

TEST_CASE("A guest who was not expected begins with the name that was searched for, and needs one") {
    Terminal terminal = a_desk();
    type(terminal, U"Sigrún");
    terminal.tell(PeopleFound{.number = 6});
    terminal.touch(DeskTap{What::walk_in});
    REQUIRE(terminal.see<DeskView>().form);
    CHECK(terminal.see<DeskView>().form->fields.front().text == "Sigrún");
    CHECK(terminal.see<DeskView>().keys);
    terminal.wait(1);
    type(terminal, U"\tSigrun\tHekla");
    terminal.touch(ChooseCategory{Category::press}).touch(DeskTap{What::confirm});
    CHECK(last<AddGuest>(terminal) == AddGuest{"Sigrún", "Sigrun", "Hekla", Category::press});
    Terminal nameless = a_desk();
    nameless.touch(DeskTap{What::walk_in}).wait(1).touch(DeskTap{What::confirm});
    CHECK(asked(nameless).empty());
}

TEST_CASE("A form that could not be recorded keeps what was typed") {
    Terminal terminal = a_desk();
    terminal.touch(DeskTap{What::walk_in});
    type(terminal, U"Ada\r\r\r");
    REQUIRE(last<AddGuest>(terminal).name == "Ada");
    terminal.tell(DeskActed{.request = asked(terminal).back(), .fault = Fault{FaultKind::disk, "full"}});
    REQUIRE(terminal.see<DeskView>().form);
    CHECK(terminal.see<DeskView>().form->fields.front().text == "Ada");
    terminal.wait(1);
    terminal.touch(DeskTap{What::confirm}).tell(DeskActed{.request = asked(terminal).back()});
    CHECK_FALSE(terminal.see<DeskView>().form);
}

TEST_CASE("A badge held up while somebody writes is offered, and taken only by a touch") {
    Terminal terminal = a_desk();
    terminal.touch(DeskTap{What::walk_in});
    type(terminal, U"Ada");
    terminal.tell(PersonLookedUp{By::scanned, with_party(), Reason::welcome});
    REQUIRE(terminal.see<DeskView>().form);
    CHECK(terminal.see<DeskView>().form->fields.front().text == "Ada");
    CHECK(terminal.see<DeskView>().told->words.text == "A badge was held up: 沐晴川");
    terminal.touch(DeskTap{What::open_offered});
    CHECK_FALSE(terminal.see<DeskView>().form);
    CHECK(terminal.see<DeskView>().person->name.text == "沐晴川");
}

TEST_CASE("A code that is nobody's here is explained to staff, in full words") {
    Terminal terminal = a_desk();
    terminal.tell(PersonLookedUp{By::scanned, std::nullopt, Reason::forged});
    CHECK(terminal.see<DeskView>().told->words.text == "Looks like one of our codes, but was never issued.");
}

TEST_CASE("News of the person who is open are shown; of somebody else they are not") {
    Terminal terminal = with_person(with_party());
    Dossier other{file_of("0999", "别人"), {}, false};
    terminal.tell(PersonLookedUp{By::changed, other, Reason::welcome});
    CHECK(terminal.see<DeskView>().person->name.text == "沐晴川");
    Dossier here = with_party();
    here.inside = true;
    terminal.tell(PersonLookedUp{By::changed, here, Reason::welcome});
    CHECK(terminal.see<DeskView>().person->state.text == "Checked in");
}

TEST_CASE("A desk is offered what it may decide of the conflict inbox") {
    Terminal terminal = a_desk();
    Card card;
    card.id = "0123456789abcdef";
    card.kind = CardKind::fork;
    card.choices = {CardChoice::noted, CardChoice::revoke};
    terminal.tell(CardsChanged{{{card, std::nullopt}}});
    CHECK(terminal.see<DeskView>().inbox->title.text == "Inbox: 1");
    terminal.touch(DeskTap{What::open_inbox});
    REQUIRE(terminal.see<DeskView>().inbox->cards.size() == 1);
    CHECK(terminal.see<DeskView>().inbox->cards.front().decisions.size() == 1);
    terminal.touch(DecideCard{card.id, CardChoice::noted});
    CHECK(last<ResolveCard>(terminal) == ResolveCard{card.id, CardChoice::noted});
}

} // namespace
} // namespace foyer::tests
