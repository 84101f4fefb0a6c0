// V4L2 cameras as GStreamer's v4l2src finds them, by a driver that the test answers for.
#include <linux/videodev2.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "scanner/camera.h"
#include "scanner/reader.h"
#include "scanner/watch.h"
#include "tests/catch.h"
#include "tests/devices/fake_camera.h"
#include "tests/scanner/files.h"
#include "tests/scanner/scene.h"

namespace foyer {
namespace {

using namespace std::chrono_literals;
using test::FakeCamera;
using test::FakeFormat;
using test::FakeModel;

const std::string anna = "X22222222222222N";

const Frame& badge() {
    static const Frame frame = test::photograph({.text = anna, .width = 1280, .height = 720});
    return frame;
}

FakeModel model(std::vector<FakeFormat> formats) {
    return {.formats = std::move(formats), .grey = {badge().pixels.begin(), badge().pixels.end()}};
}

std::vector<test::FakeControl> controls() {
    return {{V4L2_CID_EXPOSURE_AUTO, "Auto Exposure", 0, 3, 3, {"", "Manual Mode", "", "Aperture Priority Mode"}},
            {V4L2_CID_EXPOSURE_ABSOLUTE, "Exposure Time, Absolute", 3, 2047, 250, {}, V4L2_CID_EXPOSURE_AUTO},
            {V4L2_CID_FOCUS_ABSOLUTE, "Focus, Absolute", 0, 250, 0}};
}

struct Place {
    test::Folder folder;
    std::string path = (folder / "video0").string();
};

// What is read within 3 s.
std::string read(Camera& camera) {
    Reader reader;
    const auto until = std::chrono::steady_clock::now() + 3s;
    while (std::chrono::steady_clock::now() < until) {
        const auto frame = camera.next(200ms);
        if (!frame) return frame.error().detail;
        if (!*frame) continue;
        if (const auto reading = reader.read(**frame)) return reading->text;
    }
    return "";
}

TEST_CASE("A camera's formats are taken in the order of what they cost: grey or YUV, then MJPEG, RGB last of all") {
    struct Case {
        std::vector<FakeFormat> formats;
        std::uint32_t taken;
    };
    const Place place;
    test::write_jpeg(place.folder / "badge.jpg", badge());
    std::ifstream file(place.folder / "badge.jpg", std::ios::binary);
    const std::vector<std::uint8_t> jpeg{std::istreambuf_iterator<char>(file), {}};
    const Case cases[] = {
        {{{V4L2_PIX_FMT_MJPEG}, {V4L2_PIX_FMT_YUYV}}, V4L2_PIX_FMT_YUYV},
        {{{V4L2_PIX_FMT_RGB24}, {V4L2_PIX_FMT_MJPEG}, {V4L2_PIX_FMT_NV12}}, V4L2_PIX_FMT_NV12},
        {{{V4L2_PIX_FMT_RGB24}, {V4L2_PIX_FMT_GREY}}, V4L2_PIX_FMT_GREY},
        {{{V4L2_PIX_FMT_YUYV, 5}, {V4L2_PIX_FMT_MJPEG}}, V4L2_PIX_FMT_MJPEG}, // USB 2 carries no more of it
        {{{V4L2_PIX_FMT_RGB24}, {V4L2_PIX_FMT_MJPEG}}, V4L2_PIX_FMT_MJPEG},
        {{{V4L2_PIX_FMT_RGB24}}, V4L2_PIX_FMT_RGB24},
    };
    for (const Case& one : cases) {
        auto made = model(one.formats);
        made.jpeg = jpeg;
        const FakeCamera device(place.path, std::move(made));
        CAPTURE(one.formats.front().fourcc, one.taken);
        auto camera = Camera::open(*camera_source(place.path, Repeat::once));
        INFO((camera ? "" : camera.error().detail));
        REQUIRE(camera);
        CHECK(device.streaming_as() == one.taken);
        CHECK(read(*camera) == anna);
    }
}

TEST_CASE("A camera that accepts a format and gives nothing in it is asked for the next one") {
    const Place place;
    const FakeCamera device(place.path,
                            model({{V4L2_PIX_FMT_YUYV, 30, FakeFormat::Gives::nothing}, {V4L2_PIX_FMT_RGB24, 30}}));
    auto camera = Camera::open(DeviceSource{place.path});
    INFO((camera ? "" : camera.error().detail));
    REQUIRE(camera);
    CHECK(device.streaming_as() == V4L2_PIX_FMT_RGB24);
    CHECK(read(*camera) == anna);
}

TEST_CASE("A camera that gives nothing at all is a fault that names it, within the time that is allowed") {
    const Place place;
    const FakeCamera device(place.path, model({{V4L2_PIX_FMT_YUYV, 30, FakeFormat::Gives::nothing}}));
    const auto begun = std::chrono::steady_clock::now();
    const auto camera = Camera::open(DeviceSource{place.path});
    REQUIRE_FALSE(camera);
    CHECK(camera.error().detail.find(place.path) != std::string::npos);
    CHECK(std::chrono::steady_clock::now() - begun < 10s);
}

TEST_CASE("A plug that is pulled is a fault within a second; plugged in again, the camera is opened again") {
    const Place place;
    FakeCamera device(place.path, model({{V4L2_PIX_FMT_YUYV}}));
    auto camera = Camera::open(DeviceSource{place.path});
    REQUIRE(camera);
    CHECK(read(*camera) == anna);
    device.unplug();
    const auto pulled = std::chrono::steady_clock::now();
    auto frame = camera->next(200ms);
    while (frame && std::chrono::steady_clock::now() - pulled < 5s) frame = camera->next(200ms);
    REQUIRE_FALSE(frame);
    CHECK(std::chrono::steady_clock::now() - pulled < 1s);
    CHECK(frame.error().detail.find(place.path) != std::string::npos);
    CHECK_FALSE(camera->reopen());
    CHECK(camera->reopen().error().detail.find("plugged in") != std::string::npos);
    device.plug();
    REQUIRE(camera->reopen());
    CHECK(read(*camera) == anna);
}

TEST_CASE("A camera that freezes is a fault after three seconds") {
    const Place place;
    FakeCamera device(place.path, model({{V4L2_PIX_FMT_GREY}}));
    auto camera = Camera::open(DeviceSource{place.path});
    REQUIRE(camera);
    CHECK(read(*camera) == anna);
    device.freeze();
    const auto frozen = std::chrono::steady_clock::now();
    auto frame = camera->next(200ms);
    while (frame && std::chrono::steady_clock::now() - frozen < 6s) frame = camera->next(200ms);
    REQUIRE_FALSE(frame);
    CHECK(frame.error().detail.find("no picture for 3 s") != std::string::npos);
}

TEST_CASE(
    "What can be set on a camera is listed by the names that v4l2-ctl has, and set in the order it is asked for") {
    const Place place;
    auto made = model({{V4L2_PIX_FMT_YUYV}});
    made.controls = controls();
    const FakeCamera device(place.path, std::move(made));
    CHECK(model_of(place.path) == "Fake Camera");
    const auto listed = controls_of(place.path);
    REQUIRE(listed);
    REQUIRE(listed->size() == 3);
    CHECK((*listed)[0].name == "auto_exposure");
    CHECK((*listed)[0].choices == std::vector<std::string>{"", "Manual Mode", "", "Aperture Priority Mode"});
    CHECK((*listed)[1].name == "exposure_time_absolute");
    CHECK((*listed)[1].state == CameraControl::State::held);
    CHECK((*listed)[1].most == 2047);
    CHECK((*listed)[2].name == "focus_absolute");

    const auto why = [&](const std::vector<CameraSetting>& settings) {
        const auto camera = Camera::open(DeviceSource{place.path, settings});
        return camera ? "" : camera.error().detail;
    };
    CHECK(why({{"exposure_time_absolute", 50}}).find("An automatic may hold it") != std::string::npos);
    CHECK(why({{"zoom", 3}}).find("auto_exposure, exposure_time_absolute, focus_absolute") != std::string::npos);
    CHECK(why({{"focus_absolute", 251}}).find("from 0 to 250") != std::string::npos);
    CHECK(why({{"auto_exposure", 1}, {"exposure_time_absolute", 50}}).empty());
    CHECK(device.control(V4L2_CID_EXPOSURE_ABSOLUTE) == 50);
    CHECK(camera_setting("exposure_time_absolute=50").value().value == 50);
    CHECK(camera_setting("pan=-3600").value().value == -3600);
    for (const auto* wrong : {"", "x", "x=", "=5", "x=5y", "x=5 "})
        CHECK(camera_setting(wrong).error().detail.find("NAME=NUMBER") != std::string::npos);
}

} // namespace
} // namespace foyer
