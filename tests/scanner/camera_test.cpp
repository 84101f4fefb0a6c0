#include "scanner/camera.h"

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include <sys/stat.h>

#include "scanner/reader.h"
#include "tests/catch.h"
#include "tests/scanner/files.h"
#include "tests/scanner/scene.h"

namespace foyer {
namespace {

using namespace std::chrono_literals;
using test::Folder;
using test::write_jpeg;
using test::write_png;
using test::write_recording;

const std::string anna = "X22222222222222N", boris = "K23456789ABCDEFW";

Frame small(const std::string& text) {
    return test::photograph({.text = text, .width = 322, .height = 240, .module = 5});
}

Frame film(const std::string& text) {
    return test::photograph({.text = text, .width = 320, .height = 240, .module = 5});
}

// Whatever is read until the source ends, fails or has given `most` frames.
std::set<std::string> texts_of(Camera& camera, int most = 200) {
    Reader reader;
    std::set<std::string> texts;
    while (most > 0 && !camera.ended()) {
        const auto frame = camera.next(2s);
        if (!frame) break;
        if (!*frame) continue;
        --most;
        if (const auto reading = reader.read(**frame)) texts.insert(reading->text);
    }
    return texts;
}

// Shows pictures in the format asked for, `rounds` times each.
FrameGenerator shown(std::vector<Frame> frames, PixelFormat format, int rounds) {
    const int count = static_cast<int>(frames.size());
    return [frames = std::move(frames), format, count, left = rounds * count]() mutable -> std::optional<RawPicture> {
        if (left-- == 0) return std::nullopt;
        const auto& frame = frames[static_cast<std::size_t>(left % count)];
        const int bytes = format == PixelFormat::rgb ? 3 : format == PixelFormat::yuy2 ? 2 : 1;
        RawPicture picture{format, frame.width, frame.height, frame.width * bytes, {}};
        for (const auto grey : frame.pixels) {
            picture.pixels.push_back(grey);
            for (int i = 1; i < bytes; ++i) picture.pixels.push_back(format == PixelFormat::rgb ? grey : 128);
        }
        return picture;
    };
}

TEST_CASE("Generated frames come through the pipe as they were drawn, grey or in colour") {
    const auto format = GENERATE(PixelFormat::grey, PixelFormat::rgb, PixelFormat::yuy2);
    CAPTURE(static_cast<int>(format));
    auto camera = Camera::open(GeneratedSource{shown({small(anna), small(boris)}, format, 5), 100}, Pace::every_frame);
    REQUIRE(camera);
    CHECK(texts_of(*camera) == std::set{anna, boris});
    CHECK(camera->ended());
    CHECK_FALSE(camera->next(1ms).value());
}

TEST_CASE("Every frame is handed over once and in order when none may be lost") {
    auto camera = Camera::open(GeneratedSource{shown({small("")}, PixelFormat::grey, 25), 100}, Pace::every_frame);
    REQUIRE(camera);
    std::uint64_t last = 0;
    while (!camera->ended())
        if (const auto frame = camera->next(2s).value()) {
            CHECK(frame->sequence == ++last);
            CHECK(frame->width == 322);
            CHECK(frame->stride >= 322);
        }
    CHECK(last == 25);
}

TEST_CASE("Live, a slow consumer gets the newest frame and the others are gone") {
    std::atomic<int> drawn = 0;
    const auto generator = [&]() -> std::optional<RawPicture> {
        if (drawn == 60) return std::nullopt;
        return RawPicture{PixelFormat::grey, 64, 64, 64, Bytes(64 * 64, static_cast<std::uint8_t>(++drawn))};
    };
    auto camera = Camera::open(GeneratedSource{generator, 500});
    REQUIRE(camera);
    REQUIRE(camera->next(2s).value());
    while (drawn < 50) std::this_thread::yield();
    const auto frame = camera->next(2s).value();
    REQUIRE(frame);
    CHECK(frame->pixels[0] >= 40);
    CHECK(frame->captured <= std::chrono::steady_clock::now());
}

TEST_CASE("A generator whose pixels do not fill its frame is a fault, not a crash") {
    const auto generator = [] { return std::optional(RawPicture{PixelFormat::rgb, 640, 480, 640, Bytes(10)}); };
    auto camera = Camera::open(GeneratedSource{generator, 30, "broken feed"});
    REQUIRE(camera);
    auto frame = camera->next(2s);
    while (frame && !camera->ended()) frame = camera->next(2s);
    REQUIRE_FALSE(frame);
    CHECK(frame.error().detail.find("broken feed") != std::string::npos);
}

TEST_CASE("A camera can be closed while its generator waits to be called, and while it is called") {
    for (int i = 0; i < 5; ++i) {
        auto camera = Camera::open(GeneratedSource{shown({small(anna)}, PixelFormat::grey, 1000), 30});
        REQUIRE(camera);
        if (i % 2 == 0) CHECK(camera->next(2s).value());
    }
}

TEST_CASE("A recording is read to its end, and again when it repeats") {
    const Folder folder;
    write_recording(folder / "guests.avi", {film(anna), film(anna), film(boris), film(boris)});
    auto once = Camera::open(RecordingSource{folder / "guests.avi"}, Pace::every_frame);
    REQUIRE(once);
    CHECK(texts_of(*once) == std::set{anna, boris});
    CHECK(once->ended());
    auto forever = Camera::open(RecordingSource{folder / "guests.avi", Repeat::forever});
    REQUIRE(forever);
    CHECK(texts_of(*forever, 10) == std::set{anna, boris});
    CHECK_FALSE(forever->ended());
}

TEST_CASE("A recording that has ended can be opened again") {
    const Folder folder;
    write_recording(folder / "guests.avi", {film(anna), film(anna)});
    auto camera = Camera::open(RecordingSource{folder / "guests.avi"}, Pace::every_frame);
    REQUIRE(camera);
    CHECK(texts_of(*camera) == std::set{anna});
    REQUIRE(camera->reopen());
    CHECK(texts_of(*camera) == std::set{anna});
}

TEST_CASE("Of each picture that cannot be read it is told once that it is left out, though the others come again") {
    const Folder folder;
    test::write_text(folder / "1.png", "no picture");
    write_png(folder / "2.png", small(anna));
    test::write_text(folder / "3.jpg", "");
    std::vector<std::string> told;
    std::mutex mutex;
    PicturesSource source{
        .folder = folder.path(), .frames_per_second = 100, .frames_each = 2, .repeat = Repeat::forever};
    source.left_out = [&](const Fault& fault) {
        const std::lock_guard lock(mutex);
        told.push_back(fault.detail);
    };
    auto camera = Camera::open(source);
    REQUIRE(camera);
    CHECK(texts_of(*camera, 8) == std::set{anna});
    const std::lock_guard lock(mutex);
    REQUIRE(told.size() == 2);
    CHECK(told[0].find("1.png") != std::string::npos);
    CHECK(told[1].find("3.jpg") != std::string::npos);
}

TEST_CASE("A recording that is empty, no recording, cut off at its start or missing is a fault that names it") {
    const Folder folder;
    test::write_text(folder / "empty.avi", "");
    test::write_text(folder / "text.avi", "no film at all, only some words that say so");
    write_recording(folder / "cut.avi", {film(anna), film(anna)});
    test::cut(folder / "cut.avi", 0.02);
    for (const auto* name : {"empty.avi", "text.avi", "cut.avi", "missing.avi"}) {
        const auto camera = Camera::open(RecordingSource{folder / name, Repeat::forever});
        CAPTURE(name);
        REQUIRE_FALSE(camera);
        CHECK(camera.error().detail.find(name) != std::string::npos);
    }
}

TEST_CASE("A recording cut off in its middle gives what is left of it") {
    const Folder folder;
    write_recording(folder / "cut.avi", std::vector<Frame>(20, film(anna)));
    test::cut(folder / "cut.avi", 0.6);
    auto camera = Camera::open(RecordingSource{folder / "cut.avi"}, Pace::every_frame);
    REQUIRE(camera);
    CHECK(texts_of(*camera) == std::set{anna});
}

TEST_CASE("A folder of pictures is a stream of frames of their own sizes, bad ones left out") {
    const Folder folder;
    write_png(folder / "1.png", small(anna));
    test::write_text(folder / "2.png", "no picture");
    write_jpeg(folder / "3.jpg", test::photograph({.text = boris, .width = 501, .height = 377}));
    auto camera = Camera::open(PicturesSource{folder.path(), 100, 3}, Pace::every_frame);
    REQUIRE(camera);
    CHECK(texts_of(*camera) == std::set{anna, boris});
    auto again = Camera::open(PicturesSource{folder.path(), 100, 1, Repeat::forever});
    REQUIRE(again);
    CHECK(texts_of(*again, 12) == std::set{anna, boris});
    auto one = Camera::open(*camera_source((folder / "3.jpg").string(), Repeat::once));
    REQUIRE(one);
    CHECK(one->next(2s).value());
}

TEST_CASE("A folder without a readable picture is a fault") {
    const Folder folder;
    CHECK(Camera::open(PicturesSource{folder.path()}).error().detail.find("no PNG or JPEG") != std::string::npos);
    test::write_text(folder / "2.png", "no picture");
    CHECK(Camera::open(PicturesSource{folder.path()}).error().detail.find("2.png") != std::string::npos);
}

TEST_CASE("A camera that is not there is a fault that names it and says what to do, again and again") {
    const auto camera = Camera::open(DeviceSource{"/dev/video-missing"});
    REQUIRE_FALSE(camera);
    CHECK(camera.error().kind == FaultKind::device);
    CHECK(camera.error().detail.find("/dev/video-missing") != std::string::npos);
    CHECK(camera.error().detail.find("plugged in") != std::string::npos);
    CHECK(Camera::open(DeviceSource{"/dev/null"}).error().detail.find("no camera") != std::string::npos);
}

TEST_CASE("What a person wrote becomes the source it names") {
    const Folder folder;
    test::write_text(folder / "guests.avi", "x");
    const auto made = [&](const std::string& text) { return camera_source(text, Repeat::once).value(); };
    CHECK(std::get<DeviceSource>(made("/dev/video3")).device == "/dev/video3");
    CHECK(std::get<PicturesSource>(made(folder.path().string())).folder == folder.path());
    CHECK(std::get<RecordingSource>(made((folder / "guests.avi").string())).file == folder / "guests.avi");
    REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
    CHECK(camera_source((folder / "fifo").string(), Repeat::once).error().detail.find("neither a file nor a folder") !=
          std::string::npos);
    CHECK_FALSE(camera_source((folder / "missing").string(), Repeat::once));
}

TEST_CASE("A place that is there and cannot be looked at is not called missing") {
    const Folder folder;
    const auto complaint = [&](const std::string& text) {
        const auto source = camera_source(text, Repeat::once);
        return source ? "" : source.error().detail;
    };
    std::filesystem::create_symlink("round", folder / "round");
    CHECK_THAT(complaint((folder / "round").string()), ContainsSubstring("cannot be looked at: Too many levels"));
    CHECK_THAT(complaint(std::string(5000, 'a')), ContainsSubstring("cannot be looked at: File name too long"));
    CHECK_THAT(complaint(""), ContainsSubstring("name of a source is empty"));
}

TEST_CASE("The default camera is the first of the list") {
    const auto cameras = list_cameras();
    CHECK(default_camera() == (cameras.empty() ? std::nullopt : std::optional(cameras.front())));
}

} // namespace
} // namespace foyer
