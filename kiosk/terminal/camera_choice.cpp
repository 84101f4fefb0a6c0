#include "kiosk/terminal/camera_choice.h"

#include "scanner/feed/feed.h"

namespace foyer {

static constexpr int feed_frames_per_second = 15; // a software renderer and its camera share two cores
static constexpr std::string_view feed_prefix = "feed:";

// Keeps the script in step with real time: on a busy machine there are fewer frames, not slower guests.
class PacedFeed {
public:
    explicit PacedFeed(FeedScript script) : feed_(std::move(script)) {}

    RawPicture next() {
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - started_;
        for (const auto due = static_cast<std::uint64_t>(elapsed.count() * feed_frames_per_second); given_ < due;
             ++given_)
            feed_.skip();
        ++given_;
        RawFrame frame = feed_.next();
        return {PixelFormat::grey, frame.width, frame.height, frame.width, std::move(frame.pixels)};
    }

private:
    Feed feed_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::uint64_t given_ = 0;
};

static Result<Camera> open_feed(const std::filesystem::path& folder) {
    auto script = read_feed(folder);
    if (!script) return std::unexpected(script.error());
    script->frames_per_second = feed_frames_per_second;
    const auto feed = std::make_shared<PacedFeed>(std::move(*script)); // the pipe copies the generator
    return Camera::open(GeneratedSource{[feed] { return feed->next(); }, feed_frames_per_second, "demo camera"});
}

static Result<Camera> open_first() {
    const auto device = default_camera();
    if (!device)
        return fault(FaultKind::device,
                     "No camera found: plug one in, or name a recording or a folder of pictures with --camera");
    return Camera::open(DeviceSource{*device});
}

static Result<Camera> open_named(const std::string& what) {
    auto source = camera_source(what, Repeat::once);
    if (!source) return std::unexpected(source.error());
    return Camera::open(std::move(*source));
}

CameraChoice choose_camera(const std::string& what) {
    if (what.empty()) return {Settings::Pictures::camera, open_first};
    if (what.starts_with(feed_prefix))
        return {Settings::Pictures::generated,
                [folder = what.substr(feed_prefix.size())] { return open_feed(folder); }};
    const bool device = what.starts_with("/dev/");
    return {device ? Settings::Pictures::camera : Settings::Pictures::recording, [what] { return open_named(what); }};
}

} // namespace foyer
