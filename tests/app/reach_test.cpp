// At which side of the glass what is touched is gathered, and the list of languages that it makes room by.
#include "tests/app/guests.h"

namespace foyer::tests {

namespace {

Reach reach_of(const Terminal& terminal) {
    return std::visit([](const auto& view) { return view.header.reach; }, terminal.view());
}

} // namespace

TEST_CASE("The side that is reached is the choice of one guest, and ends with the visit") {
    Terminal terminal;
    CHECK(reach_of(terminal) == Reach::both);
    terminal.touch(ChooseReach{Reach::left});
    CHECK(reach_of(terminal) == Reach::left);
    terminal.scan(welcome(anna, anna_name));
    CHECK(reach_of(terminal) == Reach::left);
    terminal.scan(welcome(ming, ming_name));
    CHECK(reach_of(terminal) == Reach::both);
    terminal.touch(ChooseReach{Reach::right}).wait(15);
    REQUIRE(terminal.shows<WaitingView>());
    CHECK(reach_of(terminal) == Reach::both);
    terminal.touch(ChooseReach{Reach::right}).wait(60);
    CHECK(reach_of(terminal) == Reach::both);
}

TEST_CASE("A terminal beside a wall has a side of its own, and each guest may choose another") {
    Terminal terminal;
    terminal.model.settings.stand.reach = Reach::right;
    CHECK(reach_of(terminal) == Reach::right);
    terminal.touch(ChooseReach{Reach::both});
    CHECK(reach_of(terminal) == Reach::both);
    terminal.wait(60);
    CHECK(reach_of(terminal) == Reach::right);
}

TEST_CASE("Nobody touches a gate, so its screen has no side") {
    Terminal gate{open_day(), "materials-gate"};
    gate.model.settings.stand.reach = Reach::right;
    REQUIRE(gate.shows<GateView>());
    CHECK(reach_of(gate) == Reach::both);
}

TEST_CASE("Gathered at a side, larger text leaves the buttons their room; so does the programme always") {
    Terminal terminal;
    terminal.touch(ToggleLargeText{}).touch(ChooseReach{Reach::left});
    CHECK(terminal.see<WaitingView>().header.zoom == Approx(large_text_gathered));
    terminal.touch(OpenProgramme{});
    CHECK(terminal.see<ProgrammeView>().header.zoom == Approx(1));
    terminal.touch(ChooseReach{Reach::both});
    CHECK(terminal.see<ProgrammeView>().header.zoom == Approx(large_text_gathered));
    terminal.touch(GoBack{});
    CHECK(terminal.see<WaitingView>().header.zoom == Approx(large_text));
}

TEST_CASE("The list of languages opens over any screen of a guest and leads back to it") {
    Terminal verdict;
    verdict.scan(welcome(anna, anna_name)).touch(OpenLanguages{});
    REQUIRE(verdict.shows<LanguageView>());
    CHECK(verdict.touch(ChooseLanguage{"zh"}).see<VerdictView>().keep_open_button.language == "zh");
    Terminal day;
    day.scan(welcome(anna, anna_name)).touch(OpenOwnDay{}).touch(OpenLanguages{}).touch(GoBack{});
    CHECK(day.shows<OwnDayView>());
    Terminal privacy;
    privacy.touch(OpenPrivacy{}).touch(OpenLanguages{}).touch(GoBack{});
    CHECK(privacy.shows<PrivacyView>());
    Terminal calling;
    calling.touch(CallStaff{}).touch(OpenLanguages{}).touch(GoBack{});
    CHECK(calling.shows<CallView>());
}

TEST_CASE("What a guest has typed is still there when a language was chosen meanwhile") {
    Programme programme = open_day();
    programme.summit.second_factor = SecondFactor::phone_end;
    Terminal terminal{programme};
    terminal.touch(OpenClaim{}).touch(TypeCharacter{U'A'}).touch(OpenLanguages{}).touch(ChooseLanguage{"zh"});
    CHECK(terminal.see<ClaimView>().fields.at(0).text == "A");
    std::get<Claiming>(terminal.model.screen).state = Claiming::State::asked;
    CHECK_FALSE(terminal.touch(OpenLanguages{}).shows<LanguageView>()); // the answer must find it
}

TEST_CASE("Staff who were there while a language was chosen are waited for no longer") {
    Terminal terminal;
    const OpenCall ours{"c1", Call{{"entrance"}, at("10:40"), Call::State::taken, ""}, OpenCall::Whose::ours};
    terminal.touch(CallStaff{}).tell(CallsChanged{{ours}}).touch(OpenLanguages{}).tell(CallsChanged{});
    CHECK(terminal.touch(GoBack{}).shows<WaitingView>());
}

} // namespace foyer::tests
