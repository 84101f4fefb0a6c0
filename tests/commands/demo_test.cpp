// What a demo is asked that cannot be: told at once, before anything is started.
#include <csignal>

#include "kiosk/demo/newcomer.h"
#include "kiosk/demo/virtual_display.h"
#include "tests/commands/program.h"

using namespace foyer;
using namespace foyer::test;

TEST_CASE("a camera, a window or a folder that cannot be used ends the demo at once") {
    const Scratch scratch;
    scratch.write("no.mp4", "this is no recording");
    scratch.write("file", "");
    const std::pair<std::string, std::string> wishes[] = {
        {"--camera /no/such/camera", "--camera: /no/such/camera: there is no such camera"},
        {"--camera " + scratch / "no.mp4", "--camera: "},
        {"--camera /dev/null", "--camera: "},
        {"--pictures " + scratch / "file/pictures", "no picture can be saved there"}};
    for (const auto& [arguments, sentence] : wishes) {
        const Ended ended = run("demo --seconds 1 " + arguments);
        CAPTURE(arguments, ended.output);
        CHECK(ended.code == 1);
        CHECK(ended.says(sentence));
        CHECK_FALSE(ended.says("Foyer hub"));
    }
}

TEST_CASE("a size that is none is a mistake in the command line") {
    for (const char* size : {"10", "1080x1920x", "5x5", "abc"}) {
        const Ended ended = run(std::string{"demo --seconds 1 --windowed "} + size);
        CAPTURE(ended.output);
        CHECK(ended.code == 2);
        CHECK(ended.says(std::string{size} + ": write it as 1080x1920"));
    }
}

TEST_CASE("a name that no badge can show is refused with a sentence") {
    CHECK(read_own_name("  周明轩\u3000") == "周明轩");
    for (const auto& [typed, sentence] : {std::pair{"", "is empty"},
                                          {" \u3000 ", "is empty"},
                                          {"\u200b", "has no visible sign"},
                                          {" \u2060\ufeff\u00ad ", "has no visible sign"},
                                          {"Ma\xeblle", "is not UTF-8"},
                                          {"A\x1b[31m", "contains a control character"},
                                          {"A\u202eB", "turns the writing direction"},
                                          {"A\nB", "has a line end or tab inside"}}) {
        const auto name = read_own_name(typed);
        CAPTURE(sentence);
        REQUIRE_FALSE(name);
        CHECK(name.error().detail.find(sentence) != std::string::npos);
    }
    CHECK(run("demo --seconds 1 --me ''").says("--me: the name is empty"));
}

TEST_CASE("an empty display, or one where nobody answers, is none") {
    CHECK_FALSE(display_is_there(nullptr, nullptr, nullptr));
    CHECK_FALSE(display_is_there("", "", "/tmp"));
    CHECK_FALSE(display_is_there(":31999", nullptr, nullptr));
    CHECK_FALSE(display_is_there("rubbish", "wayland-31999", "/tmp"));
    const auto display = start_virtual_display("320x320");
    REQUIRE(display);
    CHECK(display_is_there(display->name.c_str(), nullptr, nullptr));
    CHECK(display_is_there((display->name + ".0").c_str(), nullptr, nullptr));
}

TEST_CASE("a demo whose terminal window is closed, or whose reader is gone, leaves nothing behind") {
    const Scratch scratch;
    const std::string environment = "env TMPDIR=" + scratch.path.string() + " ";
    const int signal = GENERATE(SIGHUP, SIGINT, SIGPIPE);
    const std::string command = environment + FOYER_PROGRAMS +
                                "/foyer demo >/dev/null 2>&1 & pid=$!; sleep 0.5; kill -" + std::to_string(signal) +
                                " $pid; wait $pid";
    CHECK(std::system(("sh -c '" + command + "'").c_str()) >= 0);
    CAPTURE(signal);
    CHECK(std::filesystem::is_empty(scratch.path));
}
