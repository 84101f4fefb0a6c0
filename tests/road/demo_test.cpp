// The main job on real input, from the light to the organisers' page: generated frames through the real camera pipe,
// reader, admission, ledger, screen, websocket, hub and page events. What `./run demo` shows, asserted.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/catch.h"

namespace {

struct Ended {
    int code = -1;
    std::string output;
};

Ended run(const std::string& command) {
    Ended ended;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe);
    char chunk[4096];
    while (const std::size_t got = std::fread(chunk, 1, sizeof chunk, pipe)) ended.output.append(chunk, got);
    const int status = ::pclose(pipe);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ended;
}

std::string programs() { return FOYER_PROGRAMS; }

bool has_line(const std::string& output, const std::string& text) { return output.find(text) != std::string::npos; }

} // namespace

TEST_CASE("guests hold up badges, and what the terminal recorded is at the hub and on the page") {
    const auto pictures = std::filesystem::temp_directory_path() / ("foyer-road-" + std::to_string(::getpid()));
    const Ended demo = run("env -u DISPLAY -u WAYLAND_DISPLAY " + programs() +
                           "/foyer demo --seconds 40 --me 'Ada Example' --pictures " + pictures.string());
    CAPTURE(demo.output);
    REQUIRE(demo.code == 0); // terminal = hub = page, or it says 1
    REQUIRE(has_line(demo.output, "No display here"));
    for (const char* reason :
         {"welcome", "again", "wrong_room", "room_full", "outdated_badge", "forged", "not_ours", "not_yet_open"}) {
        CAPTURE(reason);
        CHECK(has_line(demo.output, reason));
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
    const Ended summit = run(programs() + "/foyer demo --summit nowhere");
    REQUIRE(summit.code == 1);
    REQUIRE(has_line(summit.output, "no summit \"nowhere\""));
    const Ended checkpoint = run(programs() + "/foyer demo --checkpoint moon");
    REQUIRE(checkpoint.code == 1);
    REQUIRE(has_line(checkpoint.output, "no checkpoint \"moon\""));
    const Ended arguments = run(programs() + "/foyer demo --seconds soon");
    REQUIRE(arguments.code == 2);
}
