// A day at the summit, as events.
#include "tests/app/guests.h"

namespace foyer::tests {
namespace {

Outcome refusal(Reason reason) { return outcome(VerdictKind::ask_a_person, reason); }

TEST_CASE("A guest is welcomed in her own language, and the screen goes back to the summit's when she has gone") {
    Terminal terminal;
    CHECK(terminal.see<WaitingView>().title.language == "en");
    terminal.scan(welcome(anna, anna_name));
    const auto seen = terminal.see<VerdictView>();
    CHECK(seen.kind == VerdictKind::admitted);
    CHECK(seen.greeting.text == "Guten Morgen und willkommen,");
    CHECK(seen.name.text == "Dr.\u00a0Anna Mösner");
    terminal.wait(14);
    CHECK(terminal.shows<VerdictView>());
    terminal.wait(1);
    CHECK(terminal.see<WaitingView>().title.language == "en");
}

TEST_CASE("A refusal stays twice as long as a welcome") {
    Terminal terminal;
    terminal.scan(refusal(Reason::forged)).wait(29);
    CHECK(terminal.shows<VerdictView>());
    terminal.wait(1);
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("The next scan interrupts a verdict at once, with its whole time ahead") {
    Terminal terminal;
    terminal.scan(welcome(anna, anna_name)).wait(10).scan(welcome(ming, ming_name));
    const auto seen = terminal.see<VerdictView>();
    CHECK(seen.name.text == "李明先生");
    CHECK(seen.greeting.language == "zh");
    CHECK(seen.timeout.fraction_left == Approx(1.0));
    CHECK(seen.seconds_shown == Approx(0.0));
    terminal.wait(14);
    CHECK(terminal.shows<VerdictView>());
}

TEST_CASE("A scan is answered even while somebody reads the programme") {
    Terminal terminal;
    terminal.touch(OpenProgramme{}).wait(5).scan(welcome(anna, anna_name));
    CHECK(terminal.shows<VerdictView>());
}

TEST_CASE("Keep open, or a touch anywhere, starts the time again") {
    Terminal terminal;
    terminal.scan(welcome(anna, anna_name)).wait(14).touch(KeepOpen{}).wait(14);
    CHECK(terminal.see<VerdictView>().timeout.words.text == "noch\u00a01\u00a0s");
    terminal.tell(Touched{}).wait(14);
    CHECK(terminal.see<VerdictView>().seconds_shown == Approx(42.0)); // what moves on the screen does not start again
    terminal.wait(1);
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("A language touched before the scan wins over the guest's own") {
    Terminal terminal;
    terminal.touch(ChooseLanguage{"fr"}).wait(20).scan(welcome(anna, anna_name));
    CHECK(terminal.see<VerdictView>().greeting.text == "Bonjour et bienvenue,");
}

TEST_CASE("A language touched on a verdict translates it where it stands") {
    Terminal terminal;
    terminal.scan(welcome(anna, anna_name)).wait(5).touch(ChooseLanguage{"en"});
    CHECK(terminal.see<VerdictView>().greeting.text == "Good morning and welcome,");
    CHECK(terminal.see<VerdictView>().seconds_shown == Approx(5.0));
}

TEST_CASE("The next guest does not inherit the language that the last one touched") {
    Terminal terminal;
    terminal.scan(welcome(anna, anna_name)).touch(ChooseLanguage{"fr"}).wait(2).scan(welcome(ming, ming_name));
    CHECK(terminal.see<VerdictView>().greeting.language == "zh");
}

TEST_CASE("The same guest scanning again keeps the language touched") {
    Terminal terminal;
    terminal.scan(welcome(anna, anna_name)).touch(ChooseLanguage{"fr"}).wait(2).scan(welcome(anna, anna_name));
    CHECK(terminal.see<VerdictView>().greeting.language == "fr");
}

TEST_CASE("A guest whose language has no words here is greeted in the summit's") {
    Terminal terminal;
    terminal.scan(welcome(attendee("0003", "ar", {}), person("ليلى", "ar", "Layla", "")));
    CHECK(terminal.see<VerdictView>().greeting.language == "en");
    terminal.scan(welcome(attendee("0004", "zh-Hant", {}), ming_name));
    CHECK(terminal.see<VerdictView>().greeting.language == "zh");
}

TEST_CASE("A language touched while nobody scans is forgotten after a minute") {
    Terminal terminal;
    terminal.touch(ChooseLanguage{"de"}).wait(59);
    CHECK(terminal.see<WaitingView>().title.language == "de");
    terminal.wait(1);
    CHECK(terminal.see<WaitingView>().title.language == "en");
}

TEST_CASE("Languages opened from the programme lead back to it") {
    Terminal terminal;
    terminal.touch(OpenProgramme{}).touch(ChooseForum{ForumId{"materials"}}).touch(OpenLanguages{});
    CHECK(terminal.see<LanguageView>().languages.size() == 4);
    terminal.touch(ChooseLanguage{"zh"});
    const auto seen = terminal.see<ProgrammeView>();
    CHECK(seen.title.text == "材料");
    CHECK(seen.language_button.text == "中文");
    terminal.touch(OpenLanguages{}).touch(GoBack{});
    CHECK(terminal.shows<ProgrammeView>());
    terminal.touch(GoBack{});
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE(
    "What is kept of guests is one touch away, in their language, with the organisers' own words, and goes away") {
    Terminal terminal;
    terminal.model.programme.summit.privacy = {{{"en", "Ask Ms Example."}, {"de", "Fragen Sie Frau Beispiel."}}};
    CHECK(terminal.see<WaitingView>().privacy == WaitingView::Privacy::offered);
    terminal.touch(OpenPrivacy{}).touch(ChooseLanguage{"de"});
    const auto notice = terminal.see<PrivacyView>();
    CHECK(notice.title.language == "de");
    REQUIRE(notice.paragraphs.size() == 5);
    CHECK(notice.paragraphs.back().text == "Fragen Sie Frau Beispiel.");
    terminal.touch(GoBack{});
    CHECK(terminal.shows<WaitingView>());
    terminal.touch(OpenPrivacy{}).wait(60);
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("A session is opened over the list, and going back closes it first") {
    Terminal terminal;
    terminal.touch(OpenProgramme{}).touch(OpenSession{SessionId{"coatings"}});
    CHECK(terminal.see<ProgrammeView>().detail.has_value());
    terminal.touch(GoBack{});
    CHECK_FALSE(terminal.see<ProgrammeView>().detail.has_value());
    terminal.touch(OpenSession{SessionId{"coatings"}}).touch(CloseSession{}).touch(OpenSession{SessionId{"no-such"}});
    CHECK_FALSE(terminal.see<ProgrammeView>().detail.has_value());
    terminal.wait(60);
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("A touch meant for a screen that has gone does nothing") {
    Terminal terminal;
    terminal.touch(OpenSession{SessionId{"coatings"}}).touch(ChooseForum{ForumId{"materials"}}).touch(CloseSession{});
    CHECK(terminal.shows<WaitingView>());
    terminal.touch(ChooseLanguage{"tlh"});
    CHECK(terminal.see<WaitingView>().title.language == "en");
}

TEST_CASE("A programme that changed under the finger forgets what is gone") {
    Terminal terminal;
    terminal.touch(OpenProgramme{}).touch(ChooseForum{ForumId{"materials"}}).touch(OpenSession{SessionId{"labs"}});
    Programme changed = open_day();
    changed.forums.pop_back();
    std::erase_if(changed.sessions, [](const Session& s) { return s.forum == ForumId{"materials"}; });
    terminal.tell(ProgrammeChanged{changed});
    const auto seen = terminal.see<ProgrammeView>();
    CHECK_FALSE(seen.detail.has_value());
    CHECK(seen.pills.front().chosen);
}

TEST_CASE("A camera that is missing is said, and comes back by itself") {
    Terminal terminal;
    terminal.tell(camera(SourceState::State::missing, "/dev/video0 is not there"));
    auto seen = terminal.see<WaitingView>();
    CHECK_FALSE(seen.preview);
    CHECK(seen.camera_state.text == "The camera is taking a break");
    CHECK(seen.status.trouble.text == "No camera: /dev/video0 is not there");
    terminal.tell(camera(SourceState::State::starting));
    CHECK(terminal.see<WaitingView>().camera_state.text == "Starting the camera…");
    terminal.tell(camera(SourceState::State::ok));
    seen = terminal.see<WaitingView>();
    CHECK(seen.preview);
    CHECK(seen.camera_state.text.empty());
    CHECK(seen.status.trouble.text.empty());
}

TEST_CASE("The outline of a code goes when the code does") {
    Terminal terminal;
    terminal.tell(PreviewOutline{{{0.1F, 0.1F}, {0.2F, 0.1F}, {0.2F, 0.2F}, {0.1F, 0.2F}}});
    CHECK(terminal.see<WaitingView>().code_outline.size() == 4);
    terminal.wait(1);
    CHECK(terminal.see<WaitingView>().code_outline.empty());
}

TEST_CASE("A cut network shows what is not sent, and the drain when it is back") {
    Terminal terminal{open_day(), "entrance", Settings::Run::demo};
    const auto status = [&] { return terminal.see<WaitingView>().status; };
    terminal.tell(LinkState{true, 0, at("09:00")});
    CHECK(status().network.text == "All sent\u00a0· in contact");
    CHECK_FALSE(status().network_attention);
    terminal.tell(KeyPressed{U'n'});
    CHECK(terminal.effects == Effects{ToggleNetwork{}});
    terminal.tell(NetworkSwitched{NetworkSwitched::Wire::cut}).wait(40).tell(LinkState{false, 12, at("09:00"), 7, 9});
    CHECK(
        status().network.text ==
        "Network cut\u00a0· 12\u00a0records not sent\u00a0· last contact 40\u00a0s\u00a0ago\u00a0· 7 of 9\u00a0doors");
    CHECK(status().network_attention);
    terminal.tell(NetworkSwitched{}).tell(LinkState{true, 1, terminal.model.now, 9, 9});
    CHECK(status().network.text == "1\u00a0record not sent\u00a0· in contact\u00a0· 9 of 9\u00a0doors");
    terminal.tell(LinkState{true, 0, at("09:00")});
    CHECK(status().network.text == "All sent\u00a0· last contact 40\u00a0s\u00a0ago");
}

TEST_CASE("A terminal that never reached its hub says so") {
    Terminal terminal;
    terminal.tell(LinkState{false, 0, std::nullopt});
    CHECK(terminal.see<WaitingView>().status.network.text == "No connection\u00a0· All sent\u00a0· no contact yet");
}

TEST_CASE("A ledger that cannot write is never green, and the terminal takes a break until it can") {
    Terminal terminal;
    Outcome unrecorded = welcome(anna, anna_name);
    unrecorded.recorded.clear();
    terminal.tell(LedgerTrouble{Fault{FaultKind::disk, "The disk is full."}});
    CHECK(terminal.see<TroubleView>().title.text == "This terminal is taking a short break");
    CHECK(terminal.see<TroubleView>().detail.text == "The disk is full.");
    terminal.scan(unrecorded);
    const auto seen = terminal.see<VerdictView>();
    CHECK(seen.kind == VerdictKind::ask_a_person);
    CHECK(seen.title.text == "Einen Moment, bitte");
    CHECK(seen.status.trouble.text.find("The disk is full.") != std::string::npos);
    terminal.wait(30);
    CHECK(terminal.shows<TroubleView>());
    terminal.tell(LedgerTrouble{});
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("Whatever is not on disk is not green, though nobody reported trouble") {
    for (const Reason reason : {Reason::welcome, Reason::welcome_back, Reason::left, Reason::admitted_flagged}) {
        Outcome unrecorded = outcome(VerdictKind::admitted, reason);
        unrecorded.recorded.clear();
        Terminal terminal;
        terminal.scan(unrecorded);
        CHECK(terminal.see<VerdictView>().kind == VerdictKind::ask_a_person);
    }
}

TEST_CASE("A welcome that is on the screen stays when the ledger fails after it") {
    Terminal terminal;
    terminal.scan(welcome(anna, anna_name)).tell(LedgerTrouble{Fault{FaultKind::disk, "The disk is full."}});
    CHECK(terminal.see<VerdictView>().kind == VerdictKind::admitted);
    terminal.wait(15);
    CHECK(terminal.shows<TroubleView>());
}

TEST_CASE("A terminal without a programme gets ready, and starts when it arrives") {
    Terminal terminal{Programme{}};
    CHECK(terminal.see<TroubleView>().title.text == "This terminal is getting ready");
    CHECK(terminal.see<TroubleView>().header.clock.empty()); // whose zone would it be?
    terminal.touch(OpenProgramme{}).touch(OpenLanguages{}).touch(GoBack{});
    CHECK(terminal.shows<TroubleView>());
    terminal.tell(ProgrammeChanged{open_day()});
    CHECK(terminal.see<WaitingView>().header.clock == "09:00");
}

TEST_CASE("A demo says its time and where its pictures come from, and has a short word for a narrow strip") {
    Terminal terminal{open_day(), "entrance", Settings::Run::demo};
    const auto status = [&] { return terminal.see<WaitingView>().status; };
    CHECK(status().demo.text.find("2023") != std::string::npos);
    CHECK(status().demo_shortly.text == "09:00");
    terminal.model.settings.pictures = Settings::Pictures::generated;
    CHECK(status().demo.text.find("Demo camera") == 0);
    CHECK(status().demo.text.find("09:00") != std::string::npos);
    CHECK(status().demo_shortly.text == "Demo camera");
}

TEST_CASE("Keys end a demo or a trial in a window, never a terminal in a foyer") {
    using Run = Settings::Run;
    for (const char32_t key : {U'q', KeyPressed::escape}) {
        CHECK(Terminal(open_day(), "entrance", Run::demo).tell(KeyPressed{key}).effects == Effects{Quit{}});
        CHECK(Terminal(open_day(), "entrance", Run::windowed).tell(KeyPressed{key}).effects == Effects{Quit{}});
        CHECK(Terminal(open_day(), "entrance", Run::terminal).tell(KeyPressed{key}).effects.empty());
    }
    CHECK(Terminal(open_day(), "entrance", Run::windowed).tell(KeyPressed{U'n'}).effects.empty());
    CHECK(Terminal(open_day(), "entrance", Run::terminal).tell(KeyPressed{U'n'}).effects.empty());
}

TEST_CASE("A monotonic clock that is told backwards ends nothing") {
    Terminal terminal;
    terminal.wait(100).scan(welcome(anna, anna_name));
    terminal.tell(Tick{at("09:00"), Milliseconds{0}});
    CHECK(terminal.see<VerdictView>().timeout.fraction_left == Approx(1.0));
}

TEST_CASE("The summit's clock may jump without ending a screen") {
    Terminal terminal;
    terminal.scan(welcome(anna, anna_name)).set_clock(at("11:00"));
    CHECK(terminal.shows<VerdictView>());
    CHECK(terminal.see<VerdictView>().header.clock == "11:00");
}

} // namespace
} // namespace foyer::tests
