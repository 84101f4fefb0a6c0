// Staff who unlock by their badge and their PIN, and what each may do.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

constexpr auto right = UnlockChecked::Answer::right, wrong = UnlockChecked::Answer::wrong;

Programme with_roles(WalkIns walk_ins = WalkIns::allowed) {
    Programme programme = open_day();
    programme.summit.unlock = StaffUnlock::by_badge;
    programme.summit.walk_ins = walk_ins;
    return programme;
}

StaffRecognised badge_of(StaffRole role) {
    Person person = tests::person("安娜", "zh", "Anna Dorn", "");
    person.pin = "$argon2id$of-anna";
    return {{"0007"}, person, role};
}

Terminal at_panel(Terminal terminal, StaffRole role) {
    terminal.tell(KeyPressed{KeyPressed::escape});
    terminal.tell(badge_of(role));
    return type(terminal, U"123456\r");
}

Terminal unlocked(StaffRole role, const std::string& checkpoint = "entrance") {
    return at_panel(Terminal(with_roles(), checkpoint), role).tell(UnlockChecked{right});
}

Terminal desk_of(StaffRole role, WalkIns walk_ins = WalkIns::allowed) {
    Terminal terminal(with_roles(walk_ins), "entrance");
    terminal.model.settings.stand.mode = Mode::desk;
    terminal.set_clock(at("10:52"));
    terminal.touch(DeskTap{What::unlock}).tell(badge_of(role));
    type(terminal, U"123456\r").tell(UnlockChecked{right});
    REQUIRE(terminal.shows<DeskView>());
    terminal.tell(PersonLookedUp{By::scanned, with_party(), Reason::welcome}).wait(1);
    return terminal;
}

std::set<What> offered(const Terminal& terminal) {
    std::set<What> all;
    for (const auto& action : terminal.see<DeskView>().actions) all.insert(action.asks.what);
    return all;
}

TEST_CASE("The panel asks for a badge, then for the PIN of whose it is, and checks that one") {
    Terminal terminal(with_roles());
    CHECK_FALSE(awaits_staff_badge(terminal.model));
    terminal.tell(KeyPressed{KeyPressed::escape});
    CHECK(awaits_staff_badge(terminal.model));
    CHECK(terminal.see<StaffView>().line.text == "Hold your staff badge in front of the camera.");
    CHECK_FALSE(terminal.see<StaffView>().pad);
    type(terminal, U"123456\r");
    CHECK(terminal.effects.empty()); // nobody's number
    terminal.tell(badge_of(StaffRole::steward));
    CHECK(terminal.see<StaffView>().line.text == "Anna Dorn: please enter your PIN.");
    CHECK(terminal.see<StaffView>().pad->typed == 0);
    type(terminal, U"123456\r");
    CHECK(terminal.effects == Effects{CheckUnlock{"123456", "$argon2id$of-anna"}});
    terminal.tell(UnlockChecked{wrong});
    CHECK(terminal.see<StaffView>().line.text == "That is not the PIN of this badge.");
}

TEST_CASE("An answer to one's PIN opens no panel that was opened meanwhile, and makes nobody else's tries good") {
    Terminal terminal = at_panel(Terminal(with_roles()), StaffRole::steward);
    terminal.tell(KeyPressed{KeyPressed::escape}).tell(KeyPressed{KeyPressed::escape}).tell(UnlockChecked{right});
    CHECK_FALSE(terminal.see<StaffView>().pad); // still asks for a badge
    StaffRecognised another = badge_of(StaffRole::admin);
    another.who = {"0008"};
    for (int tries = 0; tries < 4; ++tries) {
        terminal.tell(another);
        type(terminal, U"000000\r").tell(UnlockChecked{wrong});
    }
    terminal.tell(badge_of(StaffRole::steward));
    type(terminal, U"123456\r").tell(UnlockChecked{right});
    CHECK(terminal.model.staff.wrong == 4);
}

TEST_CASE("Where nothing reads badges now, the terminal's own number is the way in") {
    Terminal terminal(with_roles());
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.tell(SourcesChanged{{{SourceState::Kind::camera, SourceState::State::missing, "unplugged"}}});
    terminal.tell(KeyPressed{KeyPressed::escape});
    CHECK(terminal.see<StaffView>().pad);
    type(terminal, U"123456\r");
    CHECK(terminal.effects == Effects{CheckUnlock{"123456", ""}});
}

TEST_CASE("A badge without a PIN unlocks nothing, and a badge before a closed panel is nothing to it") {
    Terminal terminal(with_roles());
    terminal.tell(badge_of(StaffRole::admin));
    CHECK(terminal.shows<WaitingView>());
    StaffRecognised bare = badge_of(StaffRole::admin);
    bare.person.pin.clear();
    terminal.tell(KeyPressed{KeyPressed::escape});
    terminal.tell(bare);
    CHECK_FALSE(terminal.see<StaffView>().pad);
    CHECK(terminal.see<StaffView>().line_attention);
    type(terminal, U"123456\r");
    CHECK(terminal.effects.empty());
}

TEST_CASE("Another badge takes the place of the one before, with nothing typed") {
    Terminal terminal(with_roles());
    terminal.tell(KeyPressed{KeyPressed::escape});
    terminal.tell(badge_of(StaffRole::admin));
    type(terminal, U"123");
    StaffRecognised other = badge_of(StaffRole::steward);
    other.person.pin = "$argon2id$of-ben";
    terminal.tell(other);
    CHECK(terminal.see<StaffView>().pad->typed == 0);
    type(terminal, U"123456\r");
    CHECK(terminal.effects == Effects{CheckUnlock{"123456", "$argon2id$of-ben"}});
}

TEST_CASE("An admin closes a terminal, a supervisor changes its session, a steward sees how it is") {
    const auto closes = [](StaffRole role) { return !unlocked(role).see<StaffView>().close_button.text.empty(); };
    CHECK(closes(StaffRole::admin));
    CHECK_FALSE(closes(StaffRole::supervisor));
    const auto changes = [](StaffRole role) {
        Terminal terminal = unlocked(role, "materials-gate");
        terminal.touch(ChangeSessionHere{ChangeSession::How::longer, Milliseconds{300'000}});
        return !asked(terminal).empty();
    };
    CHECK(changes(StaffRole::supervisor));
    CHECK_FALSE(changes(StaffRole::steward));
    Terminal steward = unlocked(StaffRole::steward);
    CHECK(steward.see<StaffView>().rows.front().value.text == "Anna Dorn\u00a0· Steward");
    CHECK(steward.touch(CloseTerminal{}).effects.size() == 1); // the check of the PIN alone
    steward.touch(TurnEmergency{}).touch(TurnEmergency{});
    CHECK(last<SetEmergency>(steward).state == Emergency::State::on); // anybody may save people
}

TEST_CASE("A steward's desk serves whose badge is held up; it searches nobody and takes nothing back") {
    using enum DeskTap::What;
    Terminal steward = desk_of(StaffRole::steward);
    CHECK(offered(steward) == std::set<What>{check_in, give_reason, print});
    CHECK(steward.see<DeskView>().roll_button.text.empty());
    const auto before = asked(steward).size();
    type(steward, U"mu");
    steward.touch(FocusField{}).touch(TypeCharacter{U'm'});
    steward.touch(DeskTap{substitute}).touch(DeskTap{from_paper}).touch(DeskTap{open_roll});
    CHECK(asked(steward).size() == before);
    CHECK_FALSE(steward.see<DeskView>().form);
    CHECK(offered(desk_of(StaffRole::supervisor)).contains(substitute));
}

TEST_CASE("Who did it travels with what is asked, and goes when the desk is locked") {
    Terminal terminal = desk_of(StaffRole::supervisor);
    terminal.touch(DeskTap{What::check_in});
    const auto* asked = std::get_if<AskDesk>(&terminal.effects.back());
    REQUIRE(asked);
    CHECK(asked->by == AttendeeId{"0007"});
    terminal.wait(301);
    CHECK(terminal.see<DeskView>().locked->line.text == "Staff unlock it by their badge and their PIN.");
    CHECK(terminal.model.at_desk.who.text.empty());
}

TEST_CASE("Guests whom nobody expected are added by anybody, by a supervisor, or not at all") {
    const auto adds = [](StaffRole role, WalkIns walk_ins) {
        Terminal terminal = desk_of(role, walk_ins);
        const bool shown = !terminal.see<DeskView>().walk_in_button.text.empty();
        CHECK(terminal.touch(DeskTap{What::walk_in}).see<DeskView>().form.has_value() == shown);
        return shown;
    };
    CHECK(adds(StaffRole::steward, WalkIns::allowed));
    CHECK_FALSE(adds(StaffRole::steward, WalkIns::supervisor));
    CHECK(adds(StaffRole::supervisor, WalkIns::supervisor));
    CHECK_FALSE(adds(StaffRole::admin, WalkIns::refused));
}

TEST_CASE("A desk is locked at once when the role of who unlocked it is taken away, and says why") {
    Terminal terminal = desk_of(StaffRole::supervisor);
    terminal.tell(StaffChanged{{"0008"}, StaffRole::none}); // somebody else's
    CHECK_FALSE(terminal.see<DeskView>().locked);
    terminal.tell(StaffChanged{{"0007"}, StaffRole::steward});
    REQUIRE(terminal.see<DeskView>().locked);
    CHECK(terminal.see<DeskView>().locked->line.text == "What this badge may do has changed: please unlock again.");
    CHECK(terminal.model.at_desk.who.text.empty());
    terminal.touch(DeskTap{What::unlock}).tell(badge_of(StaffRole::steward));
    type(terminal, U"123456\r").tell(UnlockChecked{right});
    CHECK_FALSE(terminal.see<DeskView>().locked);
    CHECK(terminal.wait(301).see<DeskView>().locked->line.text == "Staff unlock it by their badge and their PIN.");
}

TEST_CASE("A panel that is open, or waits for the PIN, is locked again when the badge is good no more") {
    Terminal open = unlocked(StaffRole::admin);
    open.tell(StaffChanged{{"0007"}, StaffRole::none});
    CHECK(open.see<StaffView>().close_button.text.empty());
    CHECK(open.see<StaffView>().line.text == "What this badge may do has changed: please unlock again.");
    Terminal typing = at_panel(Terminal(with_roles()), StaffRole::supervisor);
    typing.tell(StaffChanged{{"0007"}, StaffRole::none}).tell(UnlockChecked{right});
    CHECK_FALSE(typing.see<StaffView>().pad);
}

TEST_CASE("A steward opens nobody by a row of a list") {
    Terminal steward = desk_of(StaffRole::steward);
    const auto before = asked(steward).size();
    steward.touch(ChoosePerson{{"0413"}});
    CHECK(asked(steward).size() == before);
    Terminal supervisor = desk_of(StaffRole::supervisor);
    CHECK(last<LookUpPerson>(supervisor.touch(ChoosePerson{{"0413"}})).who == AttendeeId{"0413"});
}

TEST_CASE("What a steward may not do says so, and what the door would say of the guest") {
    Terminal steward = desk_of(StaffRole::steward);
    steward.touch(DeskTap{What::check_in});
    DeskActed refused{.request = last<CheckByHand>(steward)};
    refused.fault = Fault{FaultKind::not_allowed, "this takes a supervisor"};
    refused.needs = DeskActed::Needs::supervisor;
    refused.refused = Reason::unpaid;
    steward.tell(refused);
    CHECK(steward.see<DeskView>().told->words.text == "A supervisor is needed: The roster says unpaid or incomplete.");
    CHECK(steward.see<DeskView>().told->attention);
    refused.refused.reset();
    steward.tell(refused);
    CHECK(steward.see<DeskView>().told->words.text == "This takes a supervisor.");
}

TEST_CASE("Without roles the terminal's number unlocks everything, as before") {
    Terminal terminal = a_desk(Settings::Run::terminal);
    terminal.touch(DeskTap{What::unlock});
    CHECK_FALSE(awaits_staff_badge(terminal.model));
    type(terminal, U"123456\r");
    CHECK(terminal.effects == Effects{CheckUnlock{"123456"}});
    terminal.tell(UnlockChecked{right});
    CHECK(terminal.model.at_desk.role == StaffRole::admin);
}

} // namespace
} // namespace foyer::tests
