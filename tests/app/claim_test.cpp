// A guest without a code says who they are: what is asked, what is never shown, and how often it may be tried.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

Programme asks_for(SecondFactor factor) {
    Programme programme = open_day();
    programme.summit.second_factor = factor;
    return programme;
}

Terminal without_a_code(SecondFactor factor = SecondFactor::phone_end) {
    Terminal terminal(asks_for(factor));
    terminal.set_clock(at("10:52"));
    return terminal.touch(OpenClaim{});
}

void tell_who(Terminal& terminal, std::u32string_view name, std::u32string_view proof) {
    for (const char32_t c : name) terminal.touch(TypeCharacter{c});
    terminal.touch(FocusField{1});
    for (const char32_t c : proof) terminal.touch(TypeCharacter{c});
    terminal.touch(SendClaim{});
}

TEST_CASE("\"I have no code\" is offered where guests serve themselves and the summit asks for a second thing") {
    CHECK(Terminal(asks_for(SecondFactor::email)).see<WaitingView>().claim_button.text == "I have no code");
    CHECK(Terminal(asks_for(SecondFactor::none)).see<WaitingView>().claim_button.text.empty());
    Terminal gate(asks_for(SecondFactor::email), "materials-gate");
    gate.model.settings.stand.mode = Mode::gate;
    CHECK(gate.touch(OpenClaim{}).shows<GateView>());
    Terminal nothing_asked(asks_for(SecondFactor::none));
    CHECK(nothing_asked.touch(OpenClaim{}).shows<WaitingView>());
}

TEST_CASE("A name and what stands beside it are asked about together, once, and not before both are there") {
    Terminal terminal = without_a_code();
    terminal.touch(SendClaim{});
    CHECK(asked(terminal).empty());
    CHECK_FALSE(terminal.see<ClaimView>().can_send);
    tell_who(terminal, U"Li Ming", U"4711");
    CHECK(asked(terminal) == std::vector<DeskRequest>{ClaimToBe{"Li Ming", "4711"}});
    terminal.touch(SendClaim{});
    CHECK(asked(terminal).size() == 1);
}

TEST_CASE("Digits are at hand for the end of a telephone number, letters for an address") {
    Terminal terminal = without_a_code();
    terminal.touch(FocusField{1});
    CHECK(terminal.see<ClaimView>().keys->page == TouchKeyboard::Page::signs);
    Terminal by_mail = without_a_code(SecondFactor::email);
    by_mail.touch(FocusField{1});
    CHECK(by_mail.see<ClaimView>().keys->page == TouchKeyboard::Page::latin);
    CHECK_FALSE(by_mail.see<ClaimView>().keys->hides); // there is no other way to type
}

TEST_CASE("A hardware keyboard types into the same fields") {
    Terminal terminal = without_a_code();
    type(terminal, U"Li Minh");
    terminal.tell(KeyPressed{KeyPressed::backspace});
    type(terminal, U"g");
    terminal.tell(KeyPressed{KeyPressed::enter});
    type(terminal, U"4711");
    terminal.tell(KeyPressed{KeyPressed::enter});
    CHECK(last<ClaimToBe>(terminal) == ClaimToBe{"Li Ming", "4711"});
}

TEST_CASE("Who is found gets the verdict that their badge would have got") {
    Terminal terminal = without_a_code();
    tell_who(terminal, U"Li Ming", U"4711");
    terminal.scan(welcome(attendee("0001", "zh", {}), person("李明", "zh", "Li Ming", "先生")));
    CHECK(terminal.see<VerdictView>().kind == VerdictKind::admitted);
}

TEST_CASE("What does not agree can be mended, three times, and then there are only staff") {
    Terminal terminal = without_a_code();
    tell_who(terminal, U"Li Ming", U"4711");
    for (int wrong = 1; wrong < claim_tries; ++wrong) {
        terminal.tell(ClaimRefused{});
        CHECK(terminal.see<ClaimView>().line_attention);
        CHECK(terminal.see<ClaimView>().fields.front().text == "Li Ming");
        terminal.touch(SendClaim{});
    }
    terminal.tell(ClaimRefused{});
    CHECK(terminal.see<ClaimView>().fields.empty());
    CHECK(terminal.see<ClaimView>().send_button.text.empty());
    CHECK(terminal.see<ClaimView>().call_button.text == "Call staff");
    terminal.touch(GoBack{}).touch(OpenClaim{});
    CHECK(terminal.see<ClaimView>().fields.empty()); // the same visit
}

TEST_CASE("A new visit has tries of its own, but not after a dozen wrong ones in a row") {
    Terminal terminal = without_a_code();
    for (int wrong = 0; wrong < claim_tries_before_bar; ++wrong) {
        if (terminal.see<ClaimView>().fields.empty()) {
            terminal.wait(61).touch(OpenClaim{});
            CHECK_FALSE(terminal.see<ClaimView>().fields.empty());
        }
        tell_who(terminal, U"a", U"1");
        terminal.tell(ClaimRefused{});
    }
    terminal.wait(61).touch(OpenClaim{});
    CHECK(terminal.see<ClaimView>().fields.empty());
    terminal.touch(GoBack{}).wait(15 * 60).touch(OpenClaim{});
    CHECK_FALSE(terminal.see<ClaimView>().fields.empty());
}

TEST_CASE("A code that is held up in between gives no fresh tries to the terminal") {
    Terminal terminal = without_a_code();
    tell_who(terminal, U"a", U"1");
    terminal.tell(ClaimRefused{});
    Outcome poster;
    poster.verdict = {VerdictKind::ask_a_person, Reason::not_ours};
    terminal.tell(Decided{poster});
    CHECK(terminal.model.claims.wrong == 1);
    terminal.wait(16 * 60).touch(OpenClaim{});
    tell_who(terminal, U"a", U"1");
    terminal.tell(ClaimRefused{});
    CHECK(terminal.model.claims.wrong == 1); // the first one is long ago
}

TEST_CASE("What somebody typed is gone with them") {
    Terminal terminal = without_a_code();
    type(terminal, U"Li Ming");
    terminal.wait(61);
    CHECK(terminal.shows<WaitingView>());
    CHECK(terminal.touch(OpenClaim{}).see<ClaimView>().fields.front().text.empty());
}

TEST_CASE("Staff come to their panel from there, and its keys are the panel's then") {
    Terminal terminal = without_a_code();
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.tell(KeyPressed{KeyPressed::escape});
    type(terminal, U"12");
    CHECK(terminal.see<StaffView>().pad->typed == 2);
    CHECK(std::get<Claiming>(terminal.model.screen).name.empty());
}

} // namespace
} // namespace foyer::tests
