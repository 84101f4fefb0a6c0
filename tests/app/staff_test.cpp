// Staff at a terminal in a foyer: how they come to the panel, what it takes, and how they leave.
#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

constexpr auto right = UnlockChecked::Answer::right, wrong = UnlockChecked::Answer::wrong;

Terminal locked(Settings::Run run = Settings::Run::terminal) {
    Terminal terminal(open_day(), "entrance", run);
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    return terminal;
}

Terminal& type(Terminal& terminal, std::u32string_view keys) {
    for (const char32_t key : keys) terminal.tell(KeyPressed{key});
    return terminal;
}

Terminal& try_number(Terminal& terminal, UnlockChecked::Answer answer) {
    return type(terminal, U"123456\r").tell(UnlockChecked{answer});
}

Terminal unlocked() {
    Terminal terminal = locked();
    try_number(type(terminal, U"\x1b"), right);
    return terminal;
}

std::string line(const Terminal& terminal) { return terminal.see<StaffView>().line.text; }

TEST_CASE("Esc opens the staff's panel on a terminal in a foyer, and closes it again") {
    Terminal terminal = locked();
    type(terminal, U"\x1b");
    const auto seen = terminal.see<StaffView>();
    CHECK(seen.title.text == "Staff");
    CHECK(seen.line.text == "Enter the unlock number of this terminal.");
    REQUIRE(seen.pad);
    CHECK(seen.pad->takes_digits);
    CHECK(seen.close_button.text.empty());
    CHECK(seen.rows.empty());
    CHECK(type(terminal, U"\x1b").shows<WaitingView>());
    CHECK(terminal.effects.empty());
}

TEST_CASE("A finger that rests three seconds on the corner opens the panel; one that is lifted between does not") {
    Terminal terminal = locked();
    const auto hold = [&](int tenths) {
        for (int i = 0; i < tenths; ++i)
            terminal.touch(HoldStaffCorner{})
                .tell(Tick{terminal.model.now, terminal.model.monotonic + Milliseconds{100}});
    };
    hold(25);
    terminal.wait(1);
    hold(29);
    CHECK(terminal.shows<WaitingView>());
    hold(2);
    CHECK(terminal.shows<StaffView>());
}

TEST_CASE("Digits become dots, by touch and by keys; backspace takes one away, and a seventh is not taken") {
    Terminal terminal = locked();
    const auto typed = [&] { return terminal.see<StaffView>().pad->typed; };
    type(terminal, U"\x1b"
                   U"12");
    terminal.touch(TypeDigit{0});
    CHECK(typed() == 3);
    terminal.touch(EraseDigit{});
    CHECK(typed() == 2);
    CHECK((type(terminal, U"\b"), typed()) == 1);
    CHECK((type(terminal, U"x-é"), typed()) == 1);
    CHECK((type(terminal, U"23456789"), typed()) == 6);
    CHECK(type(terminal, U"\r").effects == Effects{CheckUnlock{"123456"}});
}

TEST_CASE("Enter asks nothing before all digits are there, nor while an answer is on its way") {
    Terminal terminal = locked();
    CHECK(type(terminal, U"\x1b"
                         U"12345\r")
              .effects.empty());
    CHECK(type(terminal, U"6\r").effects.size() == 1);
    CHECK(line(terminal) == "Checking the number…");
    CHECK_FALSE(terminal.see<StaffView>().pad->takes_digits);
    CHECK(type(terminal, U"\x1b\x1b"
                         U"654321\r")
              .effects.size() == 1); // nor by coming in again
}

TEST_CASE("The right number shows how the terminal is, and offers to close it") {
    Terminal terminal = locked();
    terminal.tell(
        LinkState{.connected = false, .unsent = 12, .last_contact = at("08:59"), .doors_seen = 2, .doors_enrolled = 3});
    try_number(type(terminal, U"\x1b"), right);
    const auto seen = terminal.see<StaffView>();
    CHECK_FALSE(seen.pad);
    std::string rows;
    for (const auto& row : seen.rows) rows += row.name.text + ": " + row.value.text + "\n";
    CHECK(rows == "Checkpoint: entrance\nHub: last contact 1\u00a0min\u00a0ago\nRecords: 12\u00a0records not sent\n"
                  "Other terminals: 2 of 3\u00a0doors\nCamera: working\n");
    CHECK(seen.close_button.text == "Close Foyer");
    CHECK(terminal.touch(CloseTerminal{}).effects == Effects{CheckUnlock{"123456"}, Quit{}});
}

TEST_CASE("Once a recording has ended, the panel does not say that the camera works") {
    Terminal terminal = unlocked();
    CHECK(terminal.see<StaffView>().rows.back().value.text == "working");
    terminal.tell(camera(SourceState::State::ok, "guests.avi has ended: no more pictures come from it."));
    CHECK(terminal.see<StaffView>().rows.back().value.text == "the recording has ended");
}

TEST_CASE("Back to guests leaves the terminal as it was, and locked") {
    Terminal terminal = unlocked();
    CHECK(terminal.touch(LeaveStaff{}).shows<WaitingView>());
    type(terminal, U"\x1b");
    CHECK(terminal.see<StaffView>().pad);
}

TEST_CASE("Nothing closes a terminal that is locked") {
    Terminal terminal = locked();
    CHECK(terminal.touch(CloseTerminal{}).effects.empty());
    CHECK(type(terminal, U"\x1b").touch(CloseTerminal{}).effects.empty());
    CHECK(terminal.tell(UnlockChecked{right}).touch(CloseTerminal{}).effects.empty()); // nobody asked for a check
    try_number(terminal, wrong);
    CHECK(terminal.touch(CloseTerminal{}).effects == Effects{CheckUnlock{"123456"}});
    CHECK(line(terminal) == "That is not the number of this terminal.");
    type(terminal, U"1");
    CHECK(line(terminal) == "Enter the unlock number of this terminal.");
}

TEST_CASE("After the fifth wrong number the panel takes none for 30 s, and twice as long after each further one") {
    Terminal terminal = locked();
    type(terminal, U"\x1b");
    for (int i = 0; i < 4; ++i) try_number(terminal, wrong);
    CHECK(terminal.see<StaffView>().pad->takes_digits);
    try_number(terminal, wrong);
    CHECK(line(terminal) == "Several wrong numbers: please wait 30\u00a0s.");
    const auto asked = terminal.effects.size();
    CHECK(type(terminal, U"123456\r").effects.size() == asked);
    terminal.wait(20);
    type(terminal, U"\x1b\x1b"); // coming in again changes nothing
    CHECK(line(terminal) == "Several wrong numbers: please wait 10\u00a0s.");
    terminal.wait(10);
    CHECK(terminal.see<StaffView>().pad->takes_digits);
    try_number(terminal, wrong);
    CHECK(line(terminal) == "Several wrong numbers: please wait 1\u00a0min.");
    terminal.wait(60);
    try_number(terminal, right);
    CHECK(terminal.see<StaffView>().close_button.text == "Close Foyer");
    try_number(type(terminal, U"\x1b\x1b"), wrong); // a right one starts the counting again
    CHECK(terminal.see<StaffView>().pad->takes_digits);
}

TEST_CASE("Who waits for the pause to end finds the panel still there, and as long as ever to type") {
    Terminal terminal = locked();
    type(terminal, U"\x1b");
    for (int i = 0; i < 5; ++i) try_number(terminal, wrong);
    terminal.wait(30);
    CHECK(terminal.see<StaffView>().pad->takes_digits);
    CHECK(terminal.see<StaffView>().timeout.words.text.starts_with("30"));
    CHECK(terminal.wait(29).shows<StaffView>());
    CHECK(terminal.wait(1).shows<WaitingView>());
}

TEST_CASE("A pause of many minutes does not keep the panel before the guests") {
    Terminal terminal = locked();
    type(terminal, U"\x1b");
    for (int i = 0; i < 40; ++i) {
        terminal.model.staff.barred_until = terminal.model.monotonic;
        try_number(terminal, wrong);
    }
    CHECK(terminal.wait(29).shows<StaffView>());
    CHECK(terminal.wait(1).shows<WaitingView>());
}

TEST_CASE("The pause never grows beyond 16 minutes") {
    Terminal terminal = locked();
    for (int i = 0; i < 40; ++i) {
        try_number(type(terminal, U"\x1b"), wrong);
        if (terminal.model.staff.panel) type(terminal, U"\x1b");
        terminal.tell(Tick{terminal.model.now, terminal.model.monotonic + std::chrono::minutes{16}});
        type(terminal, U"\x1b");
        CHECK(terminal.see<StaffView>().pad->takes_digits);
        type(terminal, U"\x1b");
    }
    CHECK(terminal.model.staff.wrong == 40);
}

TEST_CASE("A wrong number counts even when the panel was left before the answer") {
    Terminal terminal = locked();
    for (int i = 0; i < 5; ++i)
        type(terminal, U"\x1b"
                       U"123456\r\x1b")
            .tell(UnlockChecked{wrong});
    type(terminal, U"\x1b");
    CHECK_FALSE(terminal.see<StaffView>().pad->takes_digits);
}

TEST_CASE("The panel goes by itself after 30 s without a touch, locked or not") {
    for (Terminal terminal : {unlocked(), locked()}) {
        if (!terminal.model.staff.panel) type(terminal, U"\x1b");
        terminal.wait(29).tell(Touched{}).wait(29);
        CHECK(terminal.shows<StaffView>());
        type(terminal, U"1").wait(29);
        CHECK(terminal.shows<StaffView>());
        CHECK(terminal.wait(1).shows<WaitingView>());
    }
}

TEST_CASE("A scan goes on behind the panel, is said above it, and is over in its own time") {
    Terminal terminal = locked();
    type(terminal, U"\x1b"
                   U"12");
    terminal.scan(welcome(attendee("0001", "de", {ForumId{"materials"}}), person("Anna Mösner", "de", "", "")));
    const auto seen = terminal.see<StaffView>();
    REQUIRE(seen.behind);
    CHECK(seen.behind->kind == VerdictKind::admitted);
    CHECK(seen.behind->words == Label{"Welcome", "en"}); // staff are not spoken to in the guest's language
    CHECK(seen.pad->typed == 2);
    terminal.wait(10).tell(Touched{}).wait(5); // a touch of the panel is none of the screen behind
    CHECK_FALSE(terminal.see<StaffView>().behind);
}

TEST_CASE("A terminal from before there were numbers says so, and takes none") {
    Terminal terminal;
    type(terminal, U"\x1b");
    const auto seen = terminal.see<StaffView>();
    CHECK(seen.title.text == "This terminal has no unlock number");
    CHECK(seen.line.text.find("SIGTERM") != std::string::npos);
    CHECK_FALSE(seen.pad);
    CHECK(type(terminal, U"123456\r").effects.empty());
    CHECK(terminal.touch(LeaveStaff{}).shows<WaitingView>());
}

TEST_CASE("In the demo and in a window Esc ends at once, panel or not") {
    for (const auto run : {Settings::Run::demo, Settings::Run::windowed}) {
        Terminal terminal = locked(run);
        for (int i = 0; i < 31; ++i)
            terminal.touch(HoldStaffCorner{})
                .tell(Tick{terminal.model.now, terminal.model.monotonic + Milliseconds{100}});
        CHECK(terminal.shows<StaffView>());
        CHECK(type(terminal, U"\x1b").effects == Effects{Quit{}});
    }
}

} // namespace
} // namespace foyer::tests
