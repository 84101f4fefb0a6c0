// The eye at work on sources that a test plays: frames through the same pipe as a camera's, a serial line, keys.
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <future>
#include <mutex>
#include <thread>

#include <unistd.h>

#include "kiosk/terminal/eye.h"
#include "scanner/hand/serial.h"
#include "scanner/watch.h"
#include "tests/catch.h"
#include "tests/hand/terminal_pair.h"
#include "tests/scanner/scene.h"

using namespace foyer;
using namespace std::chrono_literals;

namespace {

constexpr auto camera = SourceState::Kind::camera, hand_scanner = SourceState::Kind::hand_scanner;
using State = SourceState::State;
const std::string anna = "X22222222222222N", boris = "K23456789ABCDEFW";

using Opened = Result<std::unique_ptr<CodeSource>>;

// A camera that shows `text` in `frames` frames and then ends.
OpenSource film(const std::string& name, const std::string& text, int frames = 100'000) {
    const auto picture =
        std::make_shared<Frame>(test::photograph({.text = text, .width = 320, .height = 240, .module = 5}));
    return [name, picture, frames]() -> Opened {
        const auto left = std::make_shared<std::atomic<int>>(frames);
        auto opened =
            Camera::open(GeneratedSource{[=]() -> std::optional<RawPicture> {
                                             if (left->fetch_sub(1) <= 0) return std::nullopt;
                                             return RawPicture{PixelFormat::grey, picture->width, picture->height,
                                                               picture->stride, picture->pixels};
                                         },
                                         30, name});
        if (!opened) return std::unexpected(opened.error());
        return std::make_unique<CameraWatch>(std::move(*opened));
    };
}

OpenSource line(const std::string& device) {
    return [device]() -> Opened {
        auto opened = SerialScanner::open({device});
        if (!opened) return std::unexpected(opened.error());
        return std::move(*opened);
    };
}

// What the eye told, for a test to wait for.
struct Told {
    std::mutex mutex;
    std::condition_variable came;
    std::vector<std::string> sightings;
    std::vector<std::vector<SourceState>> states;
    std::vector<CameraCheck> checks;

    Eye::Callbacks callbacks() {
        return {[this](const Sighting& sighting) { note([&] { sightings.push_back(sighting.code.text); }); },
                [](const Preview&) {},
                [this](const std::vector<SourceState>& now) { note([&] { states.push_back(now); }); },
                [](const PreviewOutline&) {},
                [this](const CameraMeasured& measured) { note([&] { checks.push_back(measured.check); }); }};
    }
    template <class Note>
    void note(Note what) {
        {
            const std::lock_guard lock(mutex);
            what();
        }
        came.notify_all();
    }
    template <class Is>
    bool wait(Is is, std::chrono::milliseconds patience = 10s) {
        std::unique_lock lock(mutex);
        return came.wait_for(lock, patience, is);
    }
    // The states of the sources as they were told last, all at once.
    [[nodiscard]] bool are(const std::vector<State>& wanted) const {
        return !states.empty() && std::ranges::equal(states.back(), wanted, {}, &SourceState::state);
    }
};

SummitClock now() { return SummitClock{Milliseconds{0}}; }

} // namespace

TEST_CASE("a recording that has ended is said to have, once, and is not played again") {
    Told told;
    std::atomic<int> opened = 0;
    const auto once = film("short film", "", 5);
    const Eye eye({{camera, [&] { return ++opened, once(); }}}, now(), told.callbacks());
    REQUIRE(told.wait(
        [&] { return !told.states.empty() && told.states.back()[0].detail.find("has ended") != std::string::npos; }));
    CHECK(told.states.back()[0].detail.find("short film") != std::string::npos);
    CHECK(told.are({State::ok}));
    const auto said = told.states.size();
    CHECK_FALSE(
        told.wait([&] { return told.states.size() > said; }, 1500ms)); // longer than a missing camera is waited for
    CHECK(opened == 1);
    CHECK(eye.counts().frames == 5);
}

TEST_CASE("an eye that is not to look opens no camera, opens it when it is, and closes it again") {
    Told told;
    std::atomic<int> opened = 0;
    const auto camera_of_it = film("the camera", anna);
    Eye eye({{camera, [&] { return ++opened, camera_of_it(); }}}, now(), told.callbacks(), Eye::Looks::no);
    eye.take_typed(boris); // a scanner that types is heard
    REQUIRE(told.wait([&] { return told.sightings == std::vector{boris}; }));
    CHECK(opened == 0);
    CHECK(told.states.empty());
    eye.look(Eye::Looks::yes);
    REQUIRE(told.wait([&] { return told.sightings.size() == 2; }));
    CHECK(opened == 1);
    eye.look(Eye::Looks::no);
    REQUIRE(told.wait([&] { return told.states.back().empty(); }));
    const auto frames = eye.counts().frames;
    std::this_thread::sleep_for(300ms);
    CHECK(eye.counts().frames == frames);
}

TEST_CASE("an eye that is not to look any more waits for no camera that hangs as it is opened, nor opens it twice") {
    Told told;
    std::atomic<int> asked = 0;
    std::atomic<bool> hangs = true;
    const auto hang = [&]() -> Result<std::unique_ptr<CodeSource>> {
        ++asked;
        while (hangs) std::this_thread::sleep_for(10ms);
        return std::unexpected(Fault{FaultKind::device, "it hung"});
    };
    Eye eye({{camera, hang}}, now(), told.callbacks());
    CHECK(told.wait([&] { return asked == 1; }));
    for (const auto looks : {Eye::Looks::no, Eye::Looks::yes, Eye::Looks::no, Eye::Looks::yes}) {
        eye.look(looks);
        std::this_thread::sleep_for(50ms);
    }
    eye.take_typed(boris);
    CHECK(told.wait([&] { return told.sightings == std::vector{boris}; }));
    CHECK(asked == 1);
    hangs = false;
    CHECK(told.wait([&] { return asked == 2; }));
}

TEST_CASE("a badge that two cameras see and two hand scanners read is one sighting") {
    Told told;
    const test::TerminalPair scanner;
    Eye eye({{camera, film("left", anna)}, {camera, film("right", anna)}, {hand_scanner, line(scanner.device())}},
            now(), told.callbacks());
    REQUIRE(told.wait([&] { return told.are({State::ok, State::ok, State::ok}); }));
    scanner.say("x22222222222222n\r"); // another hand, other letters
    eye.take_typed("x22222222222222N");
    std::this_thread::sleep_for(700ms);
    CHECK(eye.counts().readings > 20);
    CHECK(told.sightings == std::vector{anna});
    scanner.say(boris + "\r");
    REQUIRE(told.wait([&] { return told.sightings.size() == 2; }));
    CHECK(told.sightings.back() == boris);
}

TEST_CASE("codes typed and codes of a line are sightings without any camera") {
    Told told;
    const test::TerminalPair scanner;
    Eye eye({{hand_scanner, line(scanner.device())}}, now(), told.callbacks());
    REQUIRE(told.wait([&] { return told.are({State::ok}); }));
    eye.take_typed(anna);
    REQUIRE(told.wait([&] { return told.sightings == std::vector{anna}; }));
    scanner.say(boris + "\r\n");
    REQUIRE(told.wait([&] { return told.sightings == std::vector{anna, boris}; }));
}

TEST_CASE("a source that hangs or fails does not stop the others, nor the way out longer than its own opening") {
    Told told;
    const OpenSource hangs = []() -> Opened {
        std::this_thread::sleep_for(1500ms); // a camera that accepts everything and gives nothing
        return fault(FaultKind::device, "Camera stuck: gives no picture.");
    };
    const OpenSource gone = []() -> Opened {
        return fault(FaultKind::device, "Camera gone: there is no such device.");
    };
    const auto begun = std::chrono::steady_clock::now();
    {
        const Eye eye({{camera, hangs}, {camera, gone}, {camera, film("well", anna)}}, now(), told.callbacks());
        REQUIRE(told.wait([&] { return !told.sightings.empty(); }));
        CHECK(std::chrono::steady_clock::now() - begun < 1200ms);
        CHECK(told.wait([&] { return told.are({State::missing, State::missing, State::ok}); }));
        CHECK(told.states.back()[1].detail == "Camera gone: there is no such device.");
        const auto frames = eye.counts().frames;
        std::this_thread::sleep_for(500ms);
        CHECK(eye.counts().frames > frames + 5);
    }
    CHECK(std::chrono::steady_clock::now() - begun < 6s);
}

TEST_CASE("a hand scanner that is unplugged is missing by name, and works again once it is back, without a restart") {
    Told told;
    const auto link = std::filesystem::temp_directory_path() / ("foyer-scanner-" + std::to_string(::getpid()));
    auto plugged = std::make_unique<test::TerminalPair>();
    std::filesystem::create_symlink(plugged->device(), link);
    const Eye eye({{hand_scanner, line(link.string())}}, now(), told.callbacks());
    REQUIRE(told.wait([&] { return told.are({State::ok}); }));
    plugged->say("X2222"); // half a code
    plugged.reset();
    std::filesystem::remove(link);
    REQUIRE(told.wait([&] { return told.are({State::missing}); }));
    CHECK(told.states.back()[0].detail.find(link.string()) != std::string::npos);
    plugged = std::make_unique<test::TerminalPair>();
    std::filesystem::create_symlink(plugged->device(), link);
    REQUIRE(told.wait([&] { return told.are({State::ok}); }));
    plugged->say(anna + "\r");
    REQUIRE(told.wait([&] { return !told.sightings.empty(); }));
    CHECK(told.sightings == std::vector{anna});
    std::filesystem::remove(link);
}

TEST_CASE("a camera that staff look at is measured and checks nobody in; the other one does, and both do afterwards") {
    Told told;
    std::promise<void> watched;
    const OpenSource left = [open = film("left", anna), begun = watched.get_future().share()] {
        begun.wait();
        return open();
    };
    Eye eye({{camera, left}, {camera, film("right", boris)}}, now(), told.callbacks());
    eye.watch(0);
    watched.set_value();
    REQUIRE(told.wait([&] {
        return std::ranges::any_of(told.checks, [](const CameraCheck& c) { return c.pixels_per_module.has_value(); });
    }));
    REQUIRE(told.wait([&] { return !told.sightings.empty(); }));
    std::this_thread::sleep_for(300ms);
    CHECK(told.sightings == std::vector{boris});
    CHECK(told.checks.back().pixels_per_module.value_or(0) == Approx(5).margin(0.3));
    CHECK(advise(told.checks.back()) == CameraAdvice::good);
    eye.watch(std::nullopt);
    std::this_thread::sleep_for(300ms);
    const auto measured = told.checks.size();
    std::this_thread::sleep_for(600ms);
    CHECK(told.checks.size() == measured);
    CHECK(told.sightings == std::vector{boris}); // the badge that is still held up is not new
}
