#include "kiosk/terminal/source_choice.h"

#include "scanner/feed/feed.h"
#include "scanner/hand/serial.h"
#include "scanner/watch.h"

namespace foyer {

static constexpr int feed_frames_per_second = 15; // a software renderer and its camera share two cores
static constexpr std::string_view feed_prefix = "feed:", no_camera = "none";

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

using Opened = Result<std::unique_ptr<CodeSource>>;

static Opened watched(Result<Camera> camera, const Formats& others) {
    if (!camera) return std::unexpected(camera.error());
    return std::make_unique<CameraWatch>(std::move(*camera), Reader::Settings{.others = others});
}

// V4L2's first, unless libcamera has to drive it: its raw sensor is then a device that gives no picture.
static Result<Camera> open_first(const std::vector<CameraSetting>& settings) {
    const auto device = default_camera();
    auto camera = device ? Camera::open(DeviceSource{*device, settings})
                         : fault(FaultKind::device, "No camera found: plug one in, or name a recording or a folder of "
                                                    "pictures with --camera");
    if (camera || !has_element("libcamerasrc")) return camera;
    auto other = Camera::open(LibcameraSource{});
    return other ? std::move(other) : std::move(camera);
}

static Result<Camera> open_named(const std::string& what, const std::vector<CameraSetting>& settings) {
    auto source = camera_source(what, Repeat::once);
    if (!source) return std::unexpected(source.error());
    if (auto* device = std::get_if<DeviceSource>(&*source)) device->settings = settings;
    return Camera::open(std::move(*source));
}

static Result<Camera> open_camera(const std::string& what, const std::vector<CameraSetting>& settings) {
    if (what.empty()) return open_first(settings);
    if (what.starts_with(feed_prefix)) return open_feed(what.substr(feed_prefix.size()));
    return open_named(what, settings);
}

static Settings::Pictures pictures_of(const std::string& camera) {
    if (camera.starts_with(feed_prefix)) return Settings::Pictures::generated;
    const bool device = camera.empty() || camera == no_camera || is_camera_name(camera);
    return device ? Settings::Pictures::camera : Settings::Pictures::recording;
}

Result<SourceChoice> choose_sources(const SourceOptions& options) {
    SourceChoice choice;
    const std::vector<std::string> cameras = options.cameras.empty() ? std::vector{std::string{}} : options.cameras;
    for (const std::string& camera : cameras) {
        if (pictures_of(camera) != Settings::Pictures::camera) choice.pictures = pictures_of(camera);
        if (camera == no_camera) continue;
        choice.sources.push_back(
            {SourceState::Kind::camera, [camera, settings = options.camera_settings, others = options.others] {
                 return watched(open_camera(camera, settings), others);
             }});
    }
    for (const std::string& scanner : options.scanners) {
        const auto settings = serial_settings(scanner);
        if (!settings) return std::unexpected(settings.error());
        choice.sources.push_back({SourceState::Kind::hand_scanner, [settings = *settings]() -> Opened {
                                      auto opened = SerialScanner::open(settings);
                                      if (!opened) return std::unexpected(opened.error());
                                      return std::move(*opened);
                                  }});
    }
    return choice;
}

} // namespace foyer
