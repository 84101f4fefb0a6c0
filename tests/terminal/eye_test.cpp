// The eye at work on frames that a program draws, through the same pipe as a camera's.
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "kiosk/terminal/eye.h"
#include "tests/catch.h"

using namespace foyer;

static Result<Camera> open_film_of(int frames) {
    const auto left = std::make_shared<std::atomic<int>>(frames);
    return Camera::open(GeneratedSource{[left]() -> std::optional<RawPicture> {
                                            if (left->fetch_sub(1) <= 0) return std::nullopt;
                                            return RawPicture{PixelFormat::grey, 64, 48, 64, Bytes(64 * 48, 128)};
                                        },
                                        30, "short film"});
}

TEST_CASE("a recording that has ended is said to have, once, and is not played again") {
    std::mutex mutex;
    std::condition_variable came;
    std::vector<std::string> details;
    int opened = 0;
    const Eye eye(
        [&] {
            ++opened;
            return open_film_of(5);
        },
        SummitClock{Milliseconds{0}},
        {[](const Sighting&) {}, [](const Preview&) {},
         [&](const CameraState& state) {
             const std::lock_guard lock(mutex);
             details.push_back(state.detail);
             came.notify_all();
         },
         [](const PreviewOutline&) {}});
    std::unique_lock lock(mutex);
    const auto has_ended = [&] {
        return std::ranges::any_of(details, [](const std::string& d) { return d.find("has ended") != d.npos; });
    };
    REQUIRE(came.wait_for(lock, std::chrono::seconds{10}, has_ended));
    REQUIRE(details.back().find("short film") != std::string::npos);
    came.wait_for(lock, std::chrono::milliseconds{1500}); // longer than a missing camera is waited for
    REQUIRE(opened == 1);
    REQUIRE(eye.counts().frames == 5);
}
