// What staff see of a terminal: its panel, its cameras, how it is; and one that belongs to no summit yet.
#include "kiosk/app/enrolment.h"
#include "tests/app/at_desk.h"
#include "tests/scenes/people.h"
#include "tests/scenes/scenes.h"

namespace foyer::tests {
namespace {

Terminal locked(const Language& language, const std::string& checkpoint = "entrance") {
    Terminal terminal = on_the_morning(language, checkpoint);
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.model.settings.reviewed = {"en"};
    return terminal.tell(KeyPressed{KeyPressed::escape});
}

Terminal open_panel(Terminal terminal) {
    type(terminal, U"123456\r").tell(UnlockChecked{UnlockChecked::Answer::right});
    return terminal;
}

Terminal unlocked(const Language& language, const std::string& checkpoint = "entrance") {
    return open_panel(locked(language, checkpoint));
}

void try_wrong(Terminal& terminal, int times) {
    for (int i = 0; i < times; ++i) type(terminal, U"654321\r").tell(UnlockChecked{UnlockChecked::Answer::wrong});
}

Terminal by_badge(const Language& language) {
    Terminal terminal = on_the_morning(language);
    terminal.model.programme.summit.unlock = StaffUnlock::by_badge;
    return terminal.tell(KeyPressed{KeyPressed::escape});
}

StaffRecognised supervisor() {
    StaffRecognised seen{{"0007"}, person("苏棠月", "zh-Hans", "Su Tangyue", ""), StaffRole::supervisor};
    seen.person.pin = "hash";
    return seen;
}

std::vector<Scene> locked_scenes() {
    return {
        {"staff-number",
         [](const Language& l) {
             Terminal terminal = locked(l);
             return type(terminal, U"12").wait(6).view();
         }},
        {"staff-wrong",
         [](const Language& l) {
             Terminal terminal = locked(l);
             try_wrong(terminal, 1);
             return terminal.view();
         }},
        {"staff-paused",
         [](const Language& l) {
             Terminal terminal = locked(l);
             try_wrong(terminal, tries_before_bar);
             return terminal.view();
         }},
        {"staff-keyless",
         [](const Language& l) { return on_the_morning(l).tell(KeyPressed{KeyPressed::escape}).view(); }},
        {"staff-badge", [](const Language& l) { return by_badge(l).view(); }},
        {"staff-pin", [](const Language& l) { return by_badge(l).tell(supervisor()).view(); }},
    };
}

std::vector<Scene> unlocked_scenes() {
    return {
        {"staff-unlocked", [](const Language& l) { return unlocked(l).view(); }},
        {"staff-unlocked-room",
         [](const Language& l) {
             Terminal terminal = on_the_morning(l, "materials");
             terminal.model.settings.unlocks = Settings::Unlocks::by_number;
             terminal.scan(answer(Reason::needs_person, l)).tell(KeyPressed{KeyPressed::escape});
             return open_panel(terminal).view();
         }},
        {"staff-emergency-asked", [](const Language& l) { return unlocked(l).touch(TurnEmergency{}).view(); }},
        {"camera-good",
         [](const Language& l) {
             const PreviewOutline code{
                 {{{0.397f, 0.292f}}, {{0.594f, 0.292f}}, {{0.594f, 0.642f}}, {{0.397f, 0.642f}}}};
             const CameraCheck good{118, 0.02, 0, 0.47, 6.1};
             return unlocked(l).touch(CheckCamera{}).tell(code).tell(CameraMeasured{good}).view();
         }},
        {"camera-blurred",
         [](const Language& l) {
             const SourceState works{SourceState::Kind::camera, SourceState::State::ok, ""};
             const CameraCheck blurred{118, 0.02, 0, 0.09, std::nullopt};
             Terminal terminal = unlocked(l).tell(SourcesChanged{{works, works}}).touch(CheckCamera{});
             return terminal.touch(NextCamera{}).tell(CameraMeasured{blurred}).view();
         }},
        {"camera-gone",
         [](const Language& l) {
             const auto gone = camera(SourceState::State::missing, "/dev/video0 has no picture");
             return unlocked(l).touch(CheckCamera{}).tell(gone).view();
         }},
    };
}

Health well() {
    Health health{.version = "0.1.0", .hub = "10.20.30.40:8080"};
    health.clock_offset = Milliseconds{12};
    health.ledger_format = 3;
    health.facts = 48211;
    health.origins = 7;
    health.libraries = {"ZXing 1.4.0",  "GStreamer 1.22.0", "SQLite 3.40.1",   "Pango 1.50.12",
                        "ImGui 1.89.2", "OpenSSL 3.0.17",   "libsodium 1.0.18"};
    using enum Health::Peer::Heard;
    health.peers = {{"East 1", yes}, {"East 2", yes}, {"West 1", yes}};
    health.papers = "/var/lib/foyer/badges";
    health.free_bytes = 41'700'000'000;
    health.log = {"02:51:22Z  admitted welcome_back", "02:51:40Z  wait not_yet_open",
                  "02:51:58Z  /dev/video0 has a picture again", "02:52:20Z  ask a person forged I-2",
                  "02:52:31Z  admitted welcome"};
    return health;
}

std::vector<Scene> health_scenes() {
    return {
        {"health", [](const Language& l) { return unlocked(l).touch(OpenHealth{}).tell(HealthTold{well()}).view(); }},
        {"health-hub-away",
         [](const Language& l) {
             Health away = well();
             away.hub_fault = "connection refused";
             away.peers.back().heard = Health::Peer::Heard::no;
             away.papers_are = Health::Papers::cannot_be_written;
             Terminal terminal = unlocked(l).tell(LinkState{false, 34, at("10:40"), 2, 3});
             return terminal.touch(OpenHealth{}).tell(HealthTold{away}).view();
         }},
    };
}

std::vector<Scene> stand_scenes() {
    return {
        {"staff-settings", [](const Language& l) { return unlocked(l).touch(OpenStand{}).view(); }},
        {"staff-settings-lost",
         [](const Language& l) {
             Terminal terminal = unlocked(l).touch(OpenStand{});
             const Fault full{FaultKind::disk, "/var/lib/foyer/ledger.sqlite: no space left on device"};
             return terminal.tell(DeskActed{.request = KeepStand{}, .fault = full}).view();
         }},
    };
}

EnrolmentModel new_here(const Language& language) {
    EnrolmentModel model{.offered = words().languages(), .language = language};
    model.sources = {{SourceState::Kind::camera, SourceState::State::ok, ""}};
    return model;
}

std::vector<Scene> enrolment_scenes() {
    return {
        {"enrolment", [](const Language& l) { return enrolment_view(new_here(l), words()); }},
        {"enrolment-asking",
         [](const Language& l) {
             EnrolmentModel model = new_here(l);
             model.asking = "10.20.30.40:8080";
             return enrolment_view(model, words());
         }},
        {"enrolment-other-hub",
         [](const Language& l) {
             EnrolmentModel model = new_here(l);
             model.problem = EnrolmentProblem::other_hub;
             model.detail = "https://10.20.30.40:8080 is not the hub that was asked for: its fingerprint is "
                            "FEDCBA9876543210FEDCBA9876543210 and not 0123456789ABCDEF0123456789ABCDEF.";
             return enrolment_view(model, words());
         }},
    };
}

} // namespace

std::vector<Scene> staff_scenes() {
    std::vector<Scene> all = locked_scenes();
    for (const auto& part : {unlocked_scenes(), health_scenes(), stand_scenes(), enrolment_scenes()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace foyer::tests
