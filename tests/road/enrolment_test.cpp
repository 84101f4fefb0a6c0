// A new terminal and its camera: the real programs, a real hub, a folder with the picture of a QR code as the light.
#include <chrono>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "kiosk/demo/process.h"
#include "kiosk/demo/virtual_display.h"
#include "tests/catch.h"

using namespace foyer;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const std::string programs = FOYER_PROGRAMS;

struct Scene {
    Scene() {
        fs::create_directories(folder / "light");
        run({"import", "--data", hub_data, std::string(FOYER_SOURCE_DIR) + "/assets/summits/open-day"});
        start_hub();
    }
    ~Scene() {
        hub.reset();
        fs::remove_all(folder);
    }
    void start_hub(const std::string& port = "0") {
        hub.emplace(
            Process::start({programs + "/foyer", "hub", "--data", hub_data, "--listen", "127.0.0.1:" + port}).value());
        const std::string line = hub->next_line(20s).value();
        url = line.substr(line.find("http"));
    }
    static void run(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), programs + "/foyer");
        CHECK(Process::start(arguments).value().wait(20s) == 0);
    }
    // What the camera will see.
    void hold_up(const std::string& name) {
        run({"enrol", "--data", hub_data, "--hub", url, "--new", name, "--checkpoint", "entrance", "--png",
             (folder / "light" / "code.png").string()});
    }
    Process kiosk(const std::string& data, const std::string& seconds) const {
        return Process::start({programs + "/foyer-kiosk", "--data", (folder / data).string(), "--camera",
                               (folder / "light").string(), "--windowed", "540x960", "--seconds", seconds},
                              {{"DISPLAY", display.name}})
            .value();
    }

    VirtualDisplay display = start_virtual_display("540x960").value();
    fs::path folder = fs::temp_directory_path() / ("foyer-enrolment-" + std::to_string(::getpid()));
    std::string hub_data = (folder / "hub").string(), url;
    std::optional<Process> hub;
};

// The first line that has `part`, within 20 s.
std::string line_with(Process& process, const std::string& part) {
    const auto give_up = std::chrono::steady_clock::now() + 20s;
    while (std::chrono::steady_clock::now() < give_up && !process.output_ended()) {
        const auto line = process.next_line(200ms);
        if (line && line->find(part) != std::string::npos) return *line;
    }
    return "";
}

} // namespace

TEST_CASE(
    "a terminal with an empty folder reads its enrolment from its camera, works, and starts by its folder alone") {
    Scene scene;
    scene.hold_up("East 1");
    {
        Process kiosk = scene.kiosk("terminal", "12");
        CHECK_FALSE(line_with(kiosk, "waiting for an enrolment code").empty());
        CHECK(line_with(kiosk, "enrolled as").find("\"East 1\" at https://127.0.0.1:") != std::string::npos);
        CHECK_FALSE(line_with(kiosk, "ready: ").empty());
        CHECK(kiosk.wait(20s) == 0);
    }
    Process again = scene.kiosk("terminal", "2");
    CHECK_FALSE(line_with(again, "ready: ").empty());
    CHECK(again.wait(20s) == 0);

    // The same code in front of another camera was used up.
    Process other = scene.kiosk("other", "4");
    CHECK(line_with(other, "enrolled as").empty());
    CHECK(other.wait(20s) == 0);
    CHECK_FALSE(fs::exists(scene.folder / "other"));
}
