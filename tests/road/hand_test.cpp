// Hand scanners at a real terminal without a camera: one that types, by xdotool, and one on a serial line, by a pseudo
// terminal.
#include "tests/hand/terminal_pair.h"
#include "tests/road/door.h"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

// A line of the log that tells of a decision.
constexpr auto decision = " ms";

} // namespace

TEST_CASE(
    "a badge scanned by keyboard or by a serial line is decided and recorded; the same code typed by hand is not") {
    Door door;
    door.enrol();
    REQUIRE(door.seen_soon("waiting")); // the summit and its guests have arrived

    door.scan(door.codes[0]);
    CHECK_FALSE(door.heard(decision).empty());
    door.enter(door.codes[1], 150);
    CHECK(door.heard(decision, 1s).empty());
    door.scan(door.codes[1]);
    CHECK_FALSE(door.heard(decision).empty());

    // Staff type the unlock number; a guest scans in the middle of it. Both get what is theirs.
    door.press("Escape");
    REQUIRE(door.seen_soon("staff"));
    door.type(door.unlock.substr(0, 3), 150);
    door.scan(door.codes[2]);
    CHECK_FALSE(door.heard(decision).empty());
    door.enter(door.unlock.substr(3), 150);
    CHECK(door.seen_soon("staff-unlocked"));

    // A scanner is plugged in, is pulled, and is plugged in again.
    for (const std::size_t guest : {3U, 4U}) {
        const test::TerminalPair line;
        fs::create_symlink(line.device(), door.plug);
        std::this_thread::sleep_for(2500ms); // it is tried each second
        line.say("]Q1" + door.codes[guest] + "\r\n");
        CHECK_FALSE(door.heard(decision).empty());
        fs::remove(door.plug);
    }

    door.kiosk->ask_to_end();
    CHECK(door.kiosk->wait(20s) == 0);
    const auto ledger = Ledger::open(door.data(), wall());
    REQUIRE(ledger);
    CHECK((*ledger)->own_seq() == 5 + 1); // with its certificate
}
