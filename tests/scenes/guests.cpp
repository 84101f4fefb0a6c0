// What guests see who serve themselves: waiting, reading, asking for help.
#include "tests/scenes/people.h"
#include "tests/scenes/scenes.h"

namespace foyer::tests {
namespace {

Terminal waiting(const Language& language) { return on_the_morning(language); }

// Where a code lies in the camera's picture of the tests.
const PreviewOutline code_in_view{{{{0.397f, 0.292f}}, {{0.594f, 0.292f}}, {{0.594f, 0.642f}}, {{0.397f, 0.642f}}}};
const Presented badge{Presented::Form::foyer, "FOYERBADGE000001"};

// Some seconds of the time that a screen stays are gone.
CurrentView a_little_later(Terminal terminal) { return terminal.wait(8).view(); }

std::vector<Scene> waiting_scenes() {
    using State = SourceState::State;
    return {
        {"waiting", [](const Language& l) { return waiting(l).view(); }},
        {"waiting-code-in-view", [](const Language& l) { return waiting(l).tell(code_in_view).view(); }},
        {"waiting-no-code",
         [](const Language& l) {
             Terminal terminal = waiting(l);
             terminal.model.programme.summit.second_factor = SecondFactor::phone_end;
             return terminal.view();
         }},
        {"waiting-starting", [](const Language& l) { return waiting(l).tell(camera(State::starting)).view(); }},
        {"waiting-no-camera",
         [](const Language& l) {
             return waiting(l).tell(camera(State::missing, "/dev/video0 has no picture")).view();
         }},
        {"waiting-hand-scanner",
         [](const Language& l) {
             Terminal terminal = waiting(l);
             terminal.model.settings.stand.scanner_at = Arrow::right;
             return terminal.tell(SourcesChanged{{{SourceState::Kind::hand_scanner, State::ok, ""}}}).view();
         }},
        {"waiting-cut",
         [](const Language& l) { return waiting(l).tell(LinkState{false, 5, at("10:40"), 1, 3}).view(); }},
        {"waiting-demo",
         [](const Language& l) {
             Terminal terminal = waiting(l);
             terminal.model.settings.run = Settings::Run::demo;
             terminal.model.settings.pictures = Settings::Pictures::generated;
             return terminal.view();
         }},
        {"waiting-emergency",
         [](const Language& l) {
             Terminal terminal = waiting(l);
             terminal.model.programme.emergency.state = Emergency::State::on;
             return terminal.view();
         }},
        {"waiting-large", [](const Language& l) { return waiting(l).touch(ToggleLargeText{}).view(); }},
        {"waiting-left", [](const Language& l) { return waiting(l).touch(ChooseReach{Reach::left}).view(); }},
    };
}

std::vector<Scene> reading_scenes() {
    return {
        {"languages",
         [](const Language& l) {
             Terminal terminal = waiting(l);
             for (const char* more : {"ru", "ko", "ar", "ja"})
                 if (l != more) terminal.model.programme.summit.languages.emplace_back(more);
             return terminal.touch(OpenLanguages{}).view();
         }},
        {"privacy", [](const Language& l) { return a_little_later(waiting(l).touch(OpenPrivacy{})); }},
    };
}

Terminal without_a_code(const Language& language) {
    Terminal terminal = waiting(language);
    terminal.model.programme.summit.second_factor = SecondFactor::phone_end;
    return terminal.touch(OpenClaim{});
}

Terminal with_name(const Language& language) {
    Terminal terminal = without_a_code(language);
    for (const char32_t letter : std::u32string_view{U"anna m"}) terminal.touch(TypeCharacter{letter});
    return terminal;
}

Terminal with_both(const Language& language) {
    Terminal terminal = with_name(language);
    terminal.touch(FocusField{1});
    for (const char32_t digit : std::u32string_view{U"4711"}) terminal.touch(TypeCharacter{digit});
    return terminal;
}

OpenCall own(Call::State state, const char* by) {
    return {"c1", Call{{"entrance"}, at("10:51"), state, by}, OpenCall::Whose::ours};
}

std::vector<Scene> helped_scenes() {
    return {
        {"call",
         [](const Language& l) {
             return waiting(l).touch(CallStaff{}).tell(CallsChanged{{own(Call::State::open, "")}}).view();
         }},
        {"call-taken",
         [](const Language& l) {
             const auto desk = wording({"Help desk", "服务台", "مكتب المساعدة"});
             const OpenCall taken = own(Call::State::taken, desk.in(l).c_str());
             return a_little_later(waiting(l).touch(CallStaff{}).tell(CallsChanged{{taken}}));
         }},
        {"claim", [](const Language& l) { return with_name(l).view(); }},
        {"claim-wrong", [](const Language& l) { return with_both(l).touch(SendClaim{}).tell(ClaimRefused{}).view(); }},
        {"claim-spent",
         [](const Language& l) {
             Terminal terminal = with_both(l);
             for (int i = 0; i < claim_tries; ++i) terminal.touch(SendClaim{}).tell(ClaimRefused{});
             return terminal.view();
         }},
        {"claim-offer", [](const Language& l) { return with_name(l).tell(BadgeOffered{badge}).view(); }},
        {"trouble",
         [](const Language& l) {
             const Fault full{FaultKind::disk, "/var/lib/foyer/ledger.sqlite: no space left on device"};
             return waiting(l).tell(LedgerTrouble{full}).view();
         }},
        {"trouble-clock",
         [](const Language& l) {
             Terminal terminal = waiting(l);
             terminal.set_clock(at("10:52", -900)); // a battery that is empty
             return terminal.view();
         }},
        {"trouble-no-guests",
         [](const Language& l) {
             LinkState empty{true, 0, at("10:52"), 0, 3};
             empty.roster = LinkState::Roster::not_yet;
             return waiting(l).tell(empty).view();
         }},
        {"trouble-getting-ready",
         [](const Language& l) {
             Programme nothing_yet;
             nothing_yet.summit.languages = {l};
             Terminal terminal{nothing_yet, "entrance"};
             return terminal.view();
         }},
    };
}

} // namespace

std::vector<Scene> guests_scenes() {
    std::vector<Scene> all = waiting_scenes();
    for (const auto& part : {reading_scenes(), helped_scenes()}) all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace foyer::tests
