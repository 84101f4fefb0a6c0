// Gates, signs, and the day of a guest who comes back.
#include "tests/app/guests.h"

namespace foyer::tests {
namespace {

Terminal gate() {
    Terminal terminal{open_day(), "materials-gate"};
    terminal.set_clock(at("10:52"));
    return terminal;
}

Programme as(Mode mode, std::string place) {
    Programme programme = open_day();
    programme.checkpoints.front().mode = mode;
    programme.checkpoints.front().place = PlaceId{std::move(place)};
    return programme;
}

Outcome back_again(const Attendee& who, const Person& name) {
    Outcome outcome = welcome(who, name);
    outcome.verdict.reason = Reason::welcome_back;
    return outcome;
}

TEST_CASE("A gate says who may pass in one large word, in the guest's language, and keeps its own for the steward") {
    Terminal terminal = gate();
    const auto waiting = terminal.see<GateView>();
    CHECK_FALSE(waiting.told);
    CHECK(waiting.title.language == "en");
    terminal.scan(welcome(anna, anna_name));
    const auto seen = terminal.see<GateView>();
    REQUIRE(seen.told);
    CHECK(seen.told->word == Label{"Willkommen", "de"});
    CHECK(seen.told->name.text == "Dr.\u00a0Anna Mösner");
    CHECK(seen.fill.inside == Label{"Inside", "en"});
    CHECK(seen.title.language == "en");
}

TEST_CASE("A gate is free again after six seconds, after twelve where the guest had to read") {
    Terminal terminal = gate();
    terminal.scan(welcome(anna, anna_name)).wait(5);
    CHECK(terminal.see<GateView>().told);
    CHECK_FALSE(terminal.wait(1).see<GateView>().told);
    terminal.scan(outcome(VerdictKind::ask_a_person, Reason::forged)).wait(11);
    CHECK(terminal.see<GateView>().told);
    CHECK_FALSE(terminal.wait(1).see<GateView>().told);
}

TEST_CASE("A gate lists the last five, the newest first, and names nobody whom it sent to a person") {
    Terminal terminal = gate();
    Outcome asked = outcome(VerdictKind::ask_a_person, Reason::revoked);
    asked.person = anna_name;
    asked.case_number = "A-31";
    for (int i = 0; i < 3; ++i) terminal.scan(welcome(anna, anna_name));
    Outcome unknown = outcome(VerdictKind::ask_a_person, Reason::not_ours);
    unknown.case_number.clear();
    terminal.scan(asked).scan(unknown).scan(welcome(ming, ming_name));
    const auto passed = terminal.see<GateView>().passed;
    REQUIRE(passed.size() == 5);
    CHECK(passed[0].who.text == "Li Ming");
    CHECK(passed[1].who.text == "note\u00a015");
    CHECK(passed[2].who.text == "A\u201131");
    CHECK(passed[3].who.text == "Anna Mösner");
}

TEST_CASE("Who passed a gate is forgotten there after ten minutes") {
    Terminal terminal = gate();
    Outcome passed = welcome(anna, anna_name);
    passed.read_at = at("10:52");
    terminal.scan(passed).set_clock(at("11:01"));
    CHECK(terminal.see<GateView>().passed.size() == 1);
    CHECK(terminal.set_clock(at("11:03")).see<GateView>().passed.empty());
}

TEST_CASE("A gate shows how full its room is, and as the room's gate whose session it is") {
    Terminal terminal = gate();
    CHECK(terminal.see<GateView>().session.text.empty());
    terminal.model.settings.stand.mode = Mode::room;
    terminal.tell(OccupancyChanged{{{PlaceId{"2.04"}, {12, 3}}}});
    const auto seen = terminal.see<GateView>();
    CHECK(seen.fill.count == "12");
    const auto capacity = terminal.model.programme.place(PlaceId{"2.04"})->capacity;
    REQUIRE(capacity);
    CHECK(seen.fill.of == "/\u00a0" + std::to_string(*capacity));
    CHECK(seen.fill.fraction == Approx(12.0 / *capacity));
    CHECK(seen.session.text.starts_with("Until 11:10: "));
    CHECK(terminal.set_clock(at("10:40")).see<GateView>().session.text.starts_with("From 10:50: "));
}

TEST_CASE("A wrong room at a gate is answered with the right one, large, and the way to it") {
    Terminal terminal = gate();
    Outcome elsewhere = outcome(VerdictKind::go_elsewhere, Reason::wrong_room);
    elsewhere.attendee = ming;
    elsewhere.person = ming_name;
    elsewhere.verdict.go_to = PlaceId{"2.01"};
    const auto told = terminal.scan(elsewhere).see<GateView>().told;
    REQUIRE(told);
    CHECK(told->big_code == "2.01");
    CHECK(told->name.text == "李明先生");
    CHECK(told->word.language == "zh");
}

TEST_CASE("Staff come to their panel at a gate, and go back to it") {
    Terminal terminal = gate();
    for (int i = 0; i < 10; ++i)
        terminal.touch(HoldStaffCorner{}).tell(Tick{at("10:52"), Milliseconds{60'000 + i * 450}});
    CHECK(terminal.shows<StaffView>());
    CHECK(terminal.touch(LeaveStaff{}).shows<GateView>());
}

TEST_CASE("What a terminal was started as wins over what its checkpoint says") {
    Terminal terminal = gate();
    terminal.model.settings.stand.mode = Mode::self;
    CHECK(terminal.shows<WaitingView>());
    terminal.model.settings.stand.mode = Mode::sign;
    CHECK(terminal.shows<SignView>());
}

TEST_CASE("Who comes back sees the own day at once: that is how guests ask the way") {
    Terminal terminal;
    terminal.set_clock(at("10:52")).scan(back_again(anna, anna_name));
    const auto day = terminal.see<OwnDayView>();
    CHECK(day.name.text == "Dr.\u00a0Anna Mösner");
    CHECK(day.day.text == "Ihr Tag\u00a0· Montag, 29.\u00a0Mai");
    REQUIRE(day.rows.size() >= 3);
    CHECK(day.rows.front().past);
    CHECK(std::ranges::count_if(day.rows, [](const auto& row) { return row.meant; }) == 1);
    for (const auto& row : day.rows) CHECK(row.room_code != "2.01"); // not hers
    CHECK(terminal.wait(29).shows<OwnDayView>());
    CHECK(terminal.wait(1).shows<WaitingView>());
}

TEST_CASE("A first welcome offers the own day by a button, and from there the whole programme") {
    Terminal terminal;
    terminal.set_clock(at("10:52")).scan(welcome(anna, anna_name));
    CHECK(terminal.see<VerdictView>().own_day_button.text == "Mein Programm");
    CHECK(terminal.touch(OpenOwnDay{}).shows<OwnDayView>());
    CHECK(terminal.touch(OpenProgramme{}).shows<ProgrammeView>());
}

TEST_CASE("Nobody's day is shown who was not let in") {
    Terminal terminal;
    Outcome asked = outcome(VerdictKind::ask_a_person, Reason::revoked);
    asked.attendee = anna;
    terminal.scan(asked);
    CHECK(terminal.see<VerdictView>().own_day_button.text.empty());
    CHECK(terminal.touch(OpenOwnDay{}).shows<VerdictView>());
}

TEST_CASE("A day with nothing left says so, and shows no card") {
    Terminal terminal;
    terminal.set_clock(at("12:29")).scan(back_again(anna, anna_name));
    const auto day = terminal.see<OwnDayView>();
    CHECK_FALSE(day.card);
    CHECK(std::ranges::all_of(day.rows, [](const auto& row) { return row.past; }));
}

TEST_CASE("Who hears a session interpreted is told the channel of the own language; a sign tells all") {
    Programme programme = open_day();
    for (Session& session : programme.sessions) {
        session.languages = {"zh", "en"};
        session.channels.by_language = {{"de", "2"}, {"en", "1"}};
    }
    Terminal terminal{programme};
    terminal.set_clock(at("10:52")).scan(welcome(anna, anna_name));
    CHECK(terminal.see<VerdictView>().card->languages.text == "Deutsch auf Kanal\u00a02");
    terminal.scan(welcome(ming, ming_name));
    CHECK(terminal.see<VerdictView>().card->languages.text == "中文、英语"); // nobody interprets for who understands
    programme.checkpoints.front().mode = Mode::sign;
    Terminal hall{programme, "entrance"};
    hall.set_clock(at("10:52"));
    CHECK(hall.see<SignView>().rows[0].languages.text == "2\u00a0German\u00a0· 1\u00a0English\u00a0· Chinese");
}

TEST_CASE("A hall's sign shows each forum's now and next; a door's sign its own room") {
    Terminal hall{as(Mode::sign, "centre"), "entrance"};
    hall.set_clock(at("10:52"));
    const auto all = hall.see<SignView>();
    REQUIRE(all.rows.size() == 2);
    CHECK(all.rows[1].forum.text == "Materials");
    REQUIRE(all.rows[1].now);
    CHECK(all.rows[1].now->starts == "10:50");
    CHECK(all.rows[1].now->left.text == "18\u00a0min left");
    REQUIRE(all.rows[1].next);
    CHECK(all.rows[1].next->starts == "11:10");

    Terminal door{as(Mode::sign, "2.04"), "entrance"};
    door.set_clock(at("10:52"));
    const auto one = door.see<SignView>();
    REQUIRE(one.rows.size() == 1);
    CHECK(one.rows[0].room_code == "2.04");
}

TEST_CASE("Larger text is the choice of one guest, and at a gate nobody's") {
    Terminal terminal;
    terminal.touch(ToggleLargeText{});
    CHECK(terminal.see<WaitingView>().header.zoom == Approx(large_text));
    terminal.scan(welcome(anna, anna_name));
    CHECK(terminal.see<VerdictView>().header.zoom == Approx(large_text));
    terminal.scan(welcome(ming, ming_name));
    CHECK(terminal.see<VerdictView>().header.zoom == Approx(1));
    terminal.touch(ToggleLargeText{}).wait(15);
    CHECK(terminal.see<WaitingView>().header.zoom == Approx(1));
    CHECK(gate().touch(ToggleLargeText{}).see<GateView>().header.zoom == Approx(1));
}

TEST_CASE("A terminal that stands far away shows everything larger, as far as it fits") {
    Terminal terminal;
    terminal.model.settings.stand.zoom = 110;
    CHECK(terminal.see<WaitingView>().header.zoom == Approx(1.1));
    CHECK(terminal.touch(ToggleLargeText{}).see<WaitingView>().header.zoom == Approx(large_text));
    terminal.model.settings.stand.zoom = 300;
    CHECK(terminal.touch(ToggleLargeText{}).see<WaitingView>().header.zoom == Approx(large_text));
}

TEST_CASE("A verdict is heard: go on, or please read; at a sign nothing is") {
    const Effects go_on{Sound{Sound::Kind::go_on}}, please_read{Sound{Sound::Kind::please_read}};
    CHECK(gate().scan(welcome(anna, anna_name)).effects == go_on);
    CHECK(Terminal().scan(outcome(VerdictKind::full, Reason::room_full)).effects == please_read);
    Outcome unrecorded = welcome(anna, anna_name);
    unrecorded.recorded.clear();
    CHECK(Terminal().scan(unrecorded).effects == please_read);
    CHECK(Terminal{as(Mode::sign, "centre"), "entrance"}.scan(welcome(anna, anna_name)).effects.empty());
}

TEST_CASE("A sign shows nothing of anybody, whatever is decided behind it") {
    Terminal hall{as(Mode::sign, "centre"), "entrance"};
    hall.scan(welcome(anna, anna_name));
    CHECK(hall.shows<SignView>());
}

TEST_CASE("A hall's sign welcomes the delegation that came last, for ten minutes; a door's sign tells of its room") {
    Programme programme = as(Mode::sign, "centre");
    programme.delegations = {{{"lindmark"}, {{{"en", "Lindmark Institute"}}}}};
    Terminal hall{programme, "entrance"};
    hall.set_clock(at("10:52"));
    CHECK(hall.see<SignView>().welcome.text.empty());
    hall.tell(DelegationArrived{{"lindmark"}, at("10:51")});
    CHECK(hall.see<SignView>().welcome.text == "Welcome: Lindmark Institute");
    hall.set_clock(at("11:02"));
    CHECK(hall.see<SignView>().welcome.text.empty());
}

TEST_CASE("Without one guest on its list a terminal does not ask for badges, and begins when the list has come") {
    LinkState empty;
    empty.roster = LinkState::Roster::not_yet;
    Terminal terminal;
    terminal.tell(empty);
    CHECK(terminal.see<TroubleView>().advice.text ==
          "It will start by itself as soon as the list of guests has arrived.");
    CHECK(terminal.tell(LinkState{}).shows<WaitingView>());
    Terminal desk = Terminal{as(Mode::desk, "centre"), "entrance"};
    CHECK(desk.tell(empty).shows<DeskView>()); // where guests may be added
}

} // namespace
} // namespace foyer::tests
