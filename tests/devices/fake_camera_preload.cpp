// A fake camera for a program that knows nothing of it: see fake_camera.h.
#include <linux/videodev2.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <thread>
#include <utility>

#include "tests/devices/fake_camera.h"

using foyer::test::FakeCamera;
using foyer::test::FakeModel;

namespace {

// For a program that knows nothing of it.
class ByEnvironment {
public:
    ByEnvironment() {
        const char* paths = std::getenv("FOYER_FAKE_CAMERA");
        std::stringstream all(paths ? paths : "");
        for (std::string path; std::getline(all, path, ':');) {
            FakeModel model{.formats = {{V4L2_PIX_FMT_YUYV}}};
            cameras_.emplace_back(path, std::make_unique<FakeCamera>(path, std::move(model)));
        }
        if (cameras_.empty()) return;
        watcher_ = std::jthread([this](const std::stop_token& stop) {
            while (!stop.stop_requested()) look();
        });
    }

private:
    void look() {
        for (const auto& [path, camera] : cameras_) {
            std::error_code error;
            std::filesystem::exists(path + ".unplugged", error) ? camera->unplug() : camera->plug();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }

    std::vector<std::pair<std::string, std::unique_ptr<FakeCamera>>> cameras_;
    std::jthread watcher_;
};
const ByEnvironment by_environment;

} // namespace
