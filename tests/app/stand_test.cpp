// How a terminal stands is set at it, by an admin alone.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

Terminal unlocked_by(StaffRole role) {
    Terminal terminal;
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.tell(camera(SourceState::State::ok));
    terminal.tell(KeyPressed{KeyPressed::escape});
    terminal.model.staff.panel->member = StaffMember{{"s1"}, {}, role};
    terminal.model.staff.panel->stage = StaffPanel::Stage::open;
    return terminal;
}

const StandView::Choice& choice(const StandView& view, const std::string& row, const std::string& label) {
    for (const auto& one : view.rows)
        if (one.name.text == row)
            for (const auto& offered : one.choices)
                if (offered.label.text == label) return offered;
    FAIL("no choice " << label << " in " << row);
    return view.rows.front().choices.front();
}

TEST_CASE("What an admin sets takes effect at once and is kept") {
    Terminal terminal = unlocked_by(StaffRole::admin);
    CHECK(terminal.see<StaffView>().stand_button.text == "Settings");
    terminal.touch(OpenStand{});
    const auto before = terminal.see<StandView>();
    CHECK(choice(before, "Size", "100%").chosen);
    CHECK_FALSE(choice(before, "Size", "112%").chosen);
    terminal.touch(choice(before, "Size", "112%").asks);
    CHECK(choice(terminal.see<StandView>(), "Size", "112%").chosen);
    const Stand stand = terminal.model.settings.stand;
    CHECK(std::ranges::count(terminal.effects, Effect{ApplyStand{stand}}) == 1);
    CHECK(last<KeepStand>(terminal).stand == stand);
    terminal.touch(LeaveStand{});
    CHECK(terminal.shows<StaffView>());
    CHECK(terminal.touch(LeaveStaff{}).see<WaitingView>().header.zoom == Approx(1.12));
}

TEST_CASE("Another purpose is another screen, and nobody's visit goes on in it") {
    Terminal terminal = unlocked_by(StaffRole::admin);
    terminal.touch(OpenStand{});
    terminal.touch(choice(terminal.see<StandView>(), "What it is for", "Gate").asks).touch(LeaveStaff{});
    CHECK(terminal.shows<GateView>());
    Terminal desk = unlocked_by(StaffRole::admin);
    desk.touch(OpenStand{});
    desk.touch(choice(desk.see<StandView>(), "What it is for", "Staff desk").asks).touch(LeaveStaff{});
    CHECK(desk.see<DeskView>().locked); // who set it has not unlocked the desk
}

TEST_CASE("A supervisor is offered no settings and gets none, and a locked terminal takes none") {
    Terminal terminal = unlocked_by(StaffRole::supervisor);
    CHECK(terminal.see<StaffView>().stand_button.text.empty());
    const Stand larger{.zoom = 125};
    terminal.touch(OpenStand{}).touch(SetStand{larger});
    CHECK(terminal.shows<StaffView>());
    CHECK(terminal.model.settings.stand == Stand{});
    Terminal locked;
    locked.touch(OpenStand{}).touch(SetStand{larger});
    CHECK(locked.model.settings.stand == Stand{});
}

TEST_CASE("Settings that cannot be kept go back to what is in force, and say why") {
    Terminal terminal = unlocked_by(StaffRole::admin);
    terminal.model.settings.stand.volume = 30;
    terminal.touch(OpenStand{}).touch(SetStand{Stand{.volume = 30, .zoom = 125}});
    terminal.tell(DeskActed{.request = last<KeepStand>(terminal), .fault = Fault{FaultKind::disk, "the disk is full"}});
    CHECK(terminal.see<StandView>().line_attention);
    CHECK(terminal.see<StandView>().line.text.find("the disk is full") != std::string::npos);
    const Stand in_force{.volume = 30};
    CHECK(terminal.model.settings.stand == in_force);
    CHECK(terminal.effects.back() == Effect{ApplyStand{in_force}});
    CHECK(choice(terminal.see<StandView>(), "Size", "100%").chosen);
}

TEST_CASE("What was set meanwhile stays when what came before it cannot be kept") {
    Terminal terminal = unlocked_by(StaffRole::admin);
    terminal.touch(OpenStand{}).touch(SetStand{Stand{.zoom = 125}});
    const auto first = last<KeepStand>(terminal);
    terminal.touch(SetStand{Stand{.volume = 0, .zoom = 125}});
    terminal.tell(DeskActed{.request = first, .fault = Fault{FaultKind::disk, "the disk is full"}});
    CHECK(terminal.model.settings.stand == Stand{.volume = 0});
}

TEST_CASE("Of two changes of one setting that are both refused, what was in force before them is in force") {
    Terminal terminal = unlocked_by(StaffRole::admin);
    const Fault full{FaultKind::disk, "the disk is full"};
    terminal.touch(OpenStand{}).touch(SetStand{Stand{.volume = 0}});
    terminal.tell(DeskActed{.request = last<KeepStand>(terminal)}); // kept
    terminal.touch(SetStand{Stand{.volume = 30}});
    const auto first = last<KeepStand>(terminal);
    terminal.touch(SetStand{Stand{.volume = 90}});
    const auto second = last<KeepStand>(terminal);
    terminal.tell(DeskActed{.request = first, .fault = full}).tell(DeskActed{.request = second, .fault = full});
    CHECK(terminal.model.settings.stand == Stand{.volume = 0});
    CHECK(terminal.effects.back() == Effect{ApplyStand{Stand{.volume = 0}}});
}

TEST_CASE("A setting turned to and fro stands as it was kept, whichever change was refused") {
    for (const int refused : {0, 1, 2}) {
        CAPTURE(refused);
        Terminal terminal = unlocked_by(StaffRole::admin);
        terminal.touch(OpenStand{});
        std::vector<KeepStand> asked;
        for (const bool still : {true, false, true}) {
            terminal.touch(SetStand{Stand{.still = still}});
            asked.push_back(last<KeepStand>(terminal));
        }
        for (int i = 0; i < 3; ++i) {
            DeskActed acted{.request = asked[static_cast<std::size_t>(i)]};
            if (i == refused) acted.fault = Fault{FaultKind::disk, "the disk is full"};
            terminal.tell(acted);
        }
        CHECK(terminal.model.settings.stand.still == (refused != 2)); // on, off, on
    }
}

TEST_CASE("A purpose that is refused is the one before again, with its own screen") {
    Terminal terminal = unlocked_by(StaffRole::admin);
    terminal.touch(OpenStand{}).touch(SetStand{Stand{.mode = Mode::gate}});
    const auto asked_for = last<KeepStand>(terminal);
    terminal.touch(LeaveStand{}).touch(LeaveStaff{});
    REQUIRE(terminal.shows<GateView>());
    terminal.tell(DeskActed{.request = asked_for, .fault = Fault{FaultKind::not_allowed, "this takes an admin"}});
    CHECK(terminal.shows<WaitingView>());
}

TEST_CASE("Guests are shown to the hand scanner where no camera works, to the camera where one does") {
    Terminal terminal;
    terminal.model.settings.stand.camera_at = Arrow::up;
    terminal.model.settings.stand.scanner_at = Arrow::right;
    const auto way = [&](std::vector<SourceState> sources) {
        return terminal.tell(SourcesChanged{std::move(sources)}).see<WaitingView>().header.source_at;
    };
    using enum SourceState::State;
    const SourceState eye{SourceState::Kind::camera, ok, ""}, hand{SourceState::Kind::hand_scanner, ok, ""};
    const SourceState begins{SourceState::Kind::camera, starting, ""}, gone{SourceState::Kind::camera, missing, "gone"};
    CHECK(way({eye, hand}) == Arrow::up);
    CHECK(way({hand}) == Arrow::right);
    CHECK(way({gone, hand}) == Arrow::right);
    CHECK(way({begins, hand}) == Arrow::none);
    CHECK(way({gone}) == Arrow::none);
}

} // namespace
} // namespace foyer::tests
