// What a terminal says of its cameras and hand scanners, to guests and to staff.
#include "kiosk/app/sources.h"

#include <algorithm>

#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

using State = SourceState::State;

SourceState eye(State state, const std::string& detail = "") { return {SourceState::Kind::camera, state, detail}; }
SourceState hand(State state, const std::string& detail = "") {
    return {SourceState::Kind::hand_scanner, state, detail};
}

WaitingView waiting(const std::vector<SourceState>& sources) {
    return Terminal().tell(SourcesChanged{sources}).see<WaitingView>();
}

constexpr auto in_front = "Hold your QR\u00a0code in\u00a0front of the camera",
               to_scanner = "Hold your QR\u00a0code in\u00a0front of the scanner",
               to_staff = "Our staff will gladly check you in.";

TEST_CASE("A guest is asked to where a code can be read: a camera, else a hand scanner, else staff") {
    CHECK(waiting({eye(State::ok)}).subtitle.text == in_front);
    CHECK(waiting({eye(State::ok), hand(State::missing)}).subtitle.text == in_front);
    CHECK(waiting({eye(State::missing), eye(State::ok)}).subtitle.text == in_front);
    CHECK(waiting({eye(State::starting), hand(State::ok)}).subtitle.text == in_front);
    CHECK(waiting({eye(State::missing), hand(State::ok)}).subtitle.text == to_scanner);
    CHECK(waiting({hand(State::ok)}).subtitle.text == to_scanner);
    CHECK(waiting({hand(State::missing), hand(State::ok)}).subtitle.text == to_scanner);
    CHECK(waiting({hand(State::missing)}).subtitle.text == to_staff);
    CHECK(waiting({eye(State::missing)}).subtitle.text == to_staff);
    CHECK(waiting({eye(State::missing), hand(State::missing)}).subtitle.text == to_staff);
}

TEST_CASE("There is a picture while any camera works, and without one it is said why") {
    CHECK(waiting({eye(State::missing), eye(State::ok)}).preview);
    CHECK_FALSE(waiting({eye(State::missing), eye(State::starting)}).preview);
    CHECK(waiting({eye(State::missing), eye(State::starting)}).camera_state.text == "Starting the camera…");
    CHECK(waiting({hand(State::ok)}).camera_state.text == "The hand scanner is ready");
    CHECK(waiting({hand(State::missing)}).camera_state.text == "The hand scanner is taking a break");
}

TEST_CASE("The strip names the first source that is missing, though another works, and a scanner that sends no text") {
    const std::string gone = "Hand scanner /dev/ttyACM0: has gone. Check its cable; it is tried again.";
    CHECK(waiting({eye(State::ok), hand(State::missing, gone)}).status.trouble.text == gone);
    CHECK(waiting({eye(State::ok), hand(State::ok, "no text")}).status.trouble.text == "no text");
    CHECK(waiting({eye(State::ok), eye(State::missing, "/dev/video2 is not there")}).status.trouble.text ==
          "No camera: /dev/video2 is not there");
    CHECK(waiting({eye(State::ok, "guests.avi has ended"), hand(State::ok)}).status.trouble.text.empty());
}

// --- The staff's look at a camera ---

Terminal unlocked(const std::vector<SourceState>& sources) {
    Terminal terminal;
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.tell(SourcesChanged{sources});
    for (const char32_t key : std::u32string_view{U"\x1b"
                                                  U"123456\r"})
        terminal.tell(KeyPressed{key});
    terminal.tell(UnlockChecked{UnlockChecked::Answer::right});
    terminal.effects.clear();
    return terminal;
}

std::string rows(const StaffView& view) {
    std::string all;
    for (const auto& row : view.rows) all += row.name.text + ": " + row.value.text + "\n";
    return all;
}

TEST_CASE("The panel tells of each kind of source, and of several how many work and why one does not") {
    const auto camera_alone = rows(unlocked({eye(State::ok)}).see<StaffView>());
    CHECK_THAT(camera_alone, ContainsSubstring("Camera: working\n"));
    CHECK(camera_alone.find("Hand scanner") == std::string::npos);
    const auto many =
        rows(unlocked({eye(State::ok), eye(State::missing, "no cable"), hand(State::ok)}).see<StaffView>());
    CHECK_THAT(many, ContainsSubstring("Camera: 1 of 2 working\u00a0· no cable\n"));
    CHECK_THAT(many, ContainsSubstring("Hand scanner: working\n"));
    const auto ended =
        rows(unlocked({eye(State::ok, "film has ended"), eye(State::missing, "no cable")}).see<StaffView>());
    CHECK_THAT(ended, ContainsSubstring("Camera: 0 of 2 working\u00a0· no cable\n")); // what can be mended goes first
    CHECK_THAT(rows(unlocked({hand(State::missing, "has gone")}).see<StaffView>()),
               ContainsSubstring("Hand scanner: has gone\n"));
    CHECK(unlocked({hand(State::ok)}).see<StaffView>().camera_button.text.empty());
    CHECK(unlocked({eye(State::missing)}).see<StaffView>().camera_button.text == "Check the camera");
}

TEST_CASE("Only who unlocked the terminal looks at its camera; leaving it is told to the eye, however it is left") {
    Terminal locked;
    CHECK(locked.touch(CheckCamera{}).effects.empty());
    Terminal terminal = unlocked({eye(State::ok)});
    CHECK(terminal.touch(CheckCamera{}).effects == Effects{WatchCamera{0}});
    CHECK(terminal.shows<CameraCheckView>());
    CHECK(terminal.touch(LeaveCamera{}).effects == Effects{WatchCamera{0}, WatchCamera{}});
    CHECK(terminal.shows<StaffView>());
    terminal.touch(CheckCamera{}).tell(KeyPressed{KeyPressed::escape});
    CHECK(terminal.shows<StaffView>());
    CHECK(terminal.effects.back() == Effect{WatchCamera{}});
    terminal.touch(CheckCamera{}).wait(179);
    CHECK(terminal.shows<CameraCheckView>());
    terminal.wait(2); // nobody touched it for three minutes
    CHECK(terminal.shows<WaitingView>());
    CHECK(terminal.effects.back() == Effect{WatchCamera{}});
}

TEST_CASE("The next camera is looked at in turn, from nothing measured") {
    Terminal terminal = unlocked({eye(State::ok), hand(State::ok), eye(State::ok)});
    terminal.touch(CheckCamera{}).tell(CameraMeasured{{.mean = 120, .sharpness = 0.5, .pixels_per_module = 6}});
    CHECK(terminal.see<CameraCheckView>().title.text == "Camera 1 of 2");
    CHECK(terminal.see<CameraCheckView>().rows.size() == 5);
    CHECK(terminal.touch(NextCamera{}).effects.back() == Effect{WatchCamera{1}});
    CHECK(terminal.see<CameraCheckView>().title.text == "Camera 2 of 2");
    CHECK(terminal.see<CameraCheckView>().rows.empty());
    CHECK(terminal.touch(NextCamera{}).effects.back() == Effect{WatchCamera{0}});
    Terminal one = unlocked({eye(State::ok)});
    one.touch(CheckCamera{});
    CHECK(one.see<CameraCheckView>().next_button.text.empty());
    CHECK(one.touch(NextCamera{}).effects == Effects{WatchCamera{0}});
}

TEST_CASE("What was measured is one sentence to act on, and numbers of which those it is about stand out") {
    using Mark = CameraCheckView::Mark;
    Terminal terminal = unlocked({eye(State::ok)});
    terminal.touch(CheckCamera{});
    CHECK(terminal.see<CameraCheckView>().advice.text == "Hold a badge in front of the camera.");
    struct Case {
        CameraCheck check;
        const char* begins;
        Mark mark;
        const char* attention;
    };
    const Case cases[] = {
        {{120, 0.02, 0, 0.5, 6.04}, "Good", Mark::good, ""},
        {{120, 0.02, 0, 0.5, std::nullopt}, "Light and focus are good", Mark::waiting, ""},
        {{120, 0.02, 0, 0.5, 3.2}, "Move closer", Mark::attention, "Pixels per module, 4 or more"},
        {{120, 0.02, 0, 0.1, 6}, "Dirty lens or out of focus", Mark::attention, "Sharpness"},
        {{20, 0.2, 0, 0.5, 6}, "Too dark", Mark::attention, "Brightness, 0 to 255"},
        {{180, 0, 0.4, 0.5, 6}, "Too bright", Mark::attention, "Overexposed"},
    };
    for (const Case& one : cases) {
        const auto seen = terminal.tell(CameraMeasured{one.check}).see<CameraCheckView>();
        CAPTURE(one.begins, seen.advice.text);
        CHECK(seen.advice.text.starts_with(one.begins));
        CHECK(seen.mark == one.mark);
        const bool stands_out = std::ranges::any_of(
            seen.rows, [&](const auto& row) { return row.attention && row.name.text == one.attention; });
        CHECK(stands_out == (one.mark == Mark::attention));
    }
    CHECK(terminal.see<CameraCheckView>().rows.back().value.text == "6.0");
    terminal.tell(SourcesChanged{{eye(State::missing, "no cable")}});
    CHECK_FALSE(terminal.see<CameraCheckView>().preview);
    CHECK(terminal.see<CameraCheckView>().advice.text.empty());
}

TEST_CASE("What is measured while nobody looks is nothing to the screen") {
    Terminal terminal;
    terminal.tell(CameraMeasured{{.mean = 3}});
    CHECK(terminal.shows<WaitingView>());
    CHECK(terminal.effects.empty());
}

} // namespace
} // namespace foyer::tests
