// The main job on real input, from the light to the organisers' page: generated frames through the real camera pipe,
// reader, admission, ledger, screen, websocket, hub and page events. What `./run demo` shows, asserted.
#include "tests/shell.h"

using foyer::test::Ended;
using foyer::test::run_shell;

namespace {

std::string programs() { return FOYER_PROGRAMS; }

} // namespace

TEST_CASE("guests hold up badges, and what the terminal recorded is at the hub and on the page") {
    const auto pictures = std::filesystem::temp_directory_path() / ("foyer-road-" + std::to_string(::getpid()));
    const Ended demo = run_shell("env -u DISPLAY -u WAYLAND_DISPLAY " + programs() +
                                 "/foyer demo --seconds 40 --me 'Ada Example' --pictures " + pictures.string());
    CAPTURE(demo.output);
    REQUIRE(demo.code == 0); // terminal = hub = page, or it says 1
    REQUIRE(demo.says("No display here"));
    for (const char* reason : {"welcome", "again", "wrong_room", "room_full", "outdated_badge", "forged", "not_ours",
                               "other_ticket", "not_yet_open"}) {
        CAPTURE(reason);
        CHECK(demo.says(reason));
        CHECK(std::filesystem::exists(pictures / (std::string{"verdict-"} + reason + ".png")));
    }
    for (const char* screen : {"programme", "programme-session", "languages"})
        CHECK(std::filesystem::exists(pictures / (std::string{screen} + ".png")));
    // On a slow machine there is always a guest in front of the camera.
    CHECK(
        (std::filesystem::exists(pictures / "waiting.png") || std::filesystem::exists(pictures / "waiting-code.png")));
    std::filesystem::remove_all(pictures);
    std::filesystem::remove("my-badge.png");
    std::filesystem::remove("my-badge.pdf");
}

TEST_CASE("a summit, a checkpoint or a camera that is not there is named") {
    const Ended summit = run_shell(programs() + "/foyer demo --summit nowhere");
    REQUIRE(summit.code == 1);
    REQUIRE(summit.says("no summit \"nowhere\""));
    const Ended checkpoint = run_shell(programs() + "/foyer demo --checkpoint moon");
    REQUIRE(checkpoint.code == 1);
    REQUIRE(checkpoint.says("no checkpoint \"moon\""));
    const Ended arguments = run_shell(programs() + "/foyer demo --seconds soon");
    REQUIRE(arguments.code == 2);
}
