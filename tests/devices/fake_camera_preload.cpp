// A fake camera for a program that knows nothing of it: see fake_camera.h.
#include <linux/videodev2.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "tests/devices/fake_camera.h"

namespace {

// For a program that knows nothing of it.
struct ByEnvironment {
    ByEnvironment() {
        const char* path = std::getenv("FOYER_FAKE_CAMERA");
        if (!path) return;
        using namespace foyer::test;
        camera = std::make_unique<FakeCamera>(path, FakeModel{.formats = {{V4L2_PIX_FMT_YUYV}}});
        watcher = std::jthread([this, mark = std::string(path) + ".unplugged"](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                std::error_code error;
                std::filesystem::exists(mark, error) ? camera->unplug() : camera->plug();
                std::this_thread::sleep_for(std::chrono::milliseconds{50});
            }
        });
    }
    std::unique_ptr<foyer::test::FakeCamera> camera;
    std::jthread watcher;
};
const ByEnvironment by_environment;

} // namespace
