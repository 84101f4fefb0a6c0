#include "kiosk/terminal/camera_choice.h"

#include "scanner/feed/feed.h"

namespace foyer {

static constexpr int feed_frames_per_second = 15; // a software renderer and its camera share two cores
static constexpr std::string_view feed_prefix = "feed:";

static Result<Camera> open_feed(const std::filesystem::path& folder) {
    auto script = read_feed(folder);
    if (!script) return std::unexpected(script.error());
    script->frames_per_second = feed_frames_per_second;
    const auto feed = std::make_shared<Feed>(std::move(*script));
    const auto next = [feed]() -> std::optional<RawPicture> {
        RawFrame frame = feed->next();
        return RawPicture{PixelFormat::grey, frame.width, frame.height, frame.width, std::move(frame.pixels)};
    };
    return Camera::open(GeneratedSource{next, feed_frames_per_second, "demo camera"});
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
