// What any terminal does for people besides answering codes: calls for staff, things lent, emergencies, sessions that
// overrun.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

OpenCall a_call(Call::State state, OpenCall::Whose whose) {
    return {"c1", Call{{"entrance"}, at("10:50"), state, state == Call::State::taken ? "Desk 2" : ""}, whose};
}

TEST_CASE("A guest who calls staff is told that they know, who comes, and is let go when it is done") {
    using enum Call::State;
    Terminal terminal;
    terminal.set_clock(at("10:52"));
    CHECK(terminal.see<WaitingView>().call_button.text == "Call staff");
    terminal.touch(CallStaff{});
    CHECK(asked(terminal) == std::vector<DeskRequest>{CallStaffHere{}});
    CHECK(terminal.see<CallView>().title.text == "Our staff have been called");
    terminal.touch(CallStaff{});
    CHECK(asked(terminal).size() == 1); // once is enough
    terminal.tell(CallsChanged{{a_call(open, OpenCall::Whose::ours)}});
    terminal.tell(CallsChanged{{a_call(taken, OpenCall::Whose::ours)}});
    CHECK(terminal.see<CallView>().coming);
    CHECK(terminal.see<CallView>().line.text == "Desk 2");
    terminal.tell(CallsChanged{{}});
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("A guest who needs no help any more takes the call back, and another terminal's call is not theirs") {
    Terminal terminal;
    terminal.tell(CallsChanged{{a_call(Call::State::open, OpenCall::Whose::of_others)}});
    CHECK(terminal.shows<WaitingView>());
    terminal.touch(CallStaff{});
    terminal.tell(CallsChanged{{a_call(Call::State::open, OpenCall::Whose::ours)}});
    terminal.touch(CancelCall{});
    CHECK(terminal.shows<CallView>()); // the second tap of a finger in a hurry
    terminal.wait(1);
    terminal.touch(CancelCall{});
    CHECK(last<AnswerCall>(terminal) == AnswerCall{"c1", Call::State::done});
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("A desk hears a call at once, and again each minute until somebody takes it") {
    using enum Call::State;
    Terminal terminal = a_desk();
    const auto rung = [&] { return std::ranges::count(terminal.effects, Effect{Sound{Sound::Kind::please_read}}); };
    terminal.wait(5);
    CHECK(rung() == 0);
    terminal.tell(CallsChanged{{a_call(open, OpenCall::Whose::of_others)}});
    CHECK(rung() == 1);
    REQUIRE(terminal.see<DeskView>().calls.size() == 1);
    CHECK(terminal.see<DeskView>().calls.front().button.text == "I take it");
    terminal.wait(59);
    CHECK(rung() == 1);
    terminal.wait(2);
    CHECK(rung() == 2);
    terminal.touch(TakeCall{"c1", taken});
    CHECK(last<AnswerCall>(terminal) == AnswerCall{"c1", taken});
    terminal.tell(CallsChanged{{a_call(taken, OpenCall::Whose::of_others)}});
    terminal.wait(130);
    CHECK(rung() == 2);
    CHECK(terminal.see<DeskView>().calls.front().asks.state == done);
}

TEST_CASE("A desk that looks after discreet guests hears once that one has come, below whoever has called") {
    using enum Call::State;
    OpenCall arrival{"a1", Call{{"entrance"}, at("10:40"), open, {}, std::nullopt, AttendeeId{"0412"}}};
    arrival.guest = MeetingSeen::Someone{{"0412"}, {"沐晴川", "zh", "Mu Qingchuan"}, {{{"", "Huaxing"}}}, {}};
    arrival.seat = "A-01";
    Programme programme = open_day();
    const auto told = [&](Terminal& terminal) {
        terminal.tell(CallsChanged{{arrival, a_call(open, OpenCall::Whose::of_others)}});
        std::vector<std::string> words;
        for (const auto& call : terminal.see<DeskView>().calls) words.push_back(call.words.text);
        return words;
    };
    Terminal terminal = a_desk();
    const auto rung = [&] { return std::ranges::count(terminal.effects, Effect{Sound{Sound::Kind::please_read}}); };
    terminal.tell(CallsChanged{{arrival}});
    CHECK(rung() == 1);
    terminal.wait(130);
    CHECK(rung() == 1);
    const auto words = told(terminal);
    REQUIRE(words.size() == 2);
    CHECK(words[0].starts_with("Staff are wanted"));
    CHECK(words[1].starts_with("Arrived: Mu Qingchuan, "));
    CHECK(words[1].contains("A-01"));
    terminal.touch(TakeCall{"a1", taken});
    CHECK(last<LookUpPerson>(terminal) == LookUpPerson{{"0412"}});

    Checkpoint other{{"protocol"}, {}, {"centre"}}; // one desk is named for it now, and it is another
    other.protocol = true;
    programme.checkpoints.push_back(other);
    terminal.tell(ProgrammeChanged{programme});
    CHECK(told(terminal).size() == 1);
}

TEST_CASE("Who is open may be lent what is scanned then") {
    Terminal terminal = with_person(with_party());
    terminal.tell(PersonLookedUp{.by = By::scanned, .reason = Reason::not_ours, .item = "RX-0017"});
    CHECK(terminal.see<DeskView>().told->words.text == "Lend RX-0017 to 沐晴川?");
    terminal.wait(1);
    terminal.touch(DeskTap{What::lend});
    CHECK(last<LendItem>(terminal) == LendItem{{"0412"}, "RX-0017"});
}

TEST_CASE("An emergency is asked for twice, by staff alone, and every screen says that all doors are open") {
    Terminal terminal(open_day(), "materials-gate");
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.set_clock(at("10:52"));
    terminal.touch(TurnEmergency{});
    CHECK(asked(terminal).empty());
    type(terminal, U"\x1b"
                   U"123456\r")
        .tell(UnlockChecked{UnlockChecked::Answer::right});
    CHECK(terminal.see<StaffView>().emergency_button.text == "Emergency: open all doors");
    terminal.touch(TurnEmergency{});
    CHECK(asked(terminal).empty());
    CHECK(terminal.see<StaffView>().emergency_asked);
    terminal.touch(TurnEmergency{});
    CHECK(last<SetEmergency>(terminal) == SetEmergency{Emergency::State::on});
    Programme programme = open_day();
    programme.emergency.state = Emergency::State::on;
    Terminal guests(programme);
    CHECK(guests.see<WaitingView>().subtitle.text == "All doors are open.");
}

TEST_CASE("At a room's door unlocked staff say that its session is longer, has ended, or that the door opens now") {
    Terminal terminal(open_day(), "materials-gate");
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.set_clock(at("10:52"));
    type(terminal, U"\x1b"
                   U"123456\r")
        .tell(UnlockChecked{UnlockChecked::Answer::right});
    const auto changes = terminal.see<StaffView>().changes;
    REQUIRE(changes.size() == 3);
    terminal.touch(changes[1].asks);
    const auto change = last<ChangeSession>(terminal);
    CHECK(change.how == ChangeSession::How::longer);
    CHECK(change.by == std::chrono::minutes{10});
    terminal.touch(changes[2].asks);
    CHECK(last<ChangeSession>(terminal).how == ChangeSession::How::longer); // that it is over is asked for twice
    CHECK(terminal.see<StaffView>().changes[2].label.text == "Yes, it is over");
    terminal.touch(changes[2].asks);
    CHECK(last<ChangeSession>(terminal).how == ChangeSession::How::ended);
    CHECK(last<ChangeSession>(terminal).session == change.session);
}

} // namespace
} // namespace foyer::tests
