#include "kiosk/terminal/eye.h"

#include <condition_variable>
#include <mutex>

#include <sys/resource.h>

#include <atomic>
#include <cstdlib>

#include "scanner/code/parse.h"
#include "scanner/reader.h"
#include "scanner/shrink.h"
#include "scanner/sightings.h"

namespace foyer {

static constexpr int nice_of_eye = 5;
static constexpr auto retry_pause = std::chrono::milliseconds{1000};
static constexpr auto frame_wait = Milliseconds{200};
static constexpr auto preview_pause =
    std::chrono::milliseconds{100}; // ten pictures a second look alive on a software renderer
static constexpr auto preview_refresh = std::chrono::seconds{1}; // even when nothing moves
static constexpr int visible_change = 4;                         // mean grey levels between two sampled pictures

// A few hundred points of a picture: enough to say whether it changed visibly.
static std::vector<std::uint8_t> sample(const Frame& frame) {
    std::vector<std::uint8_t> points;
    for (int y = 8; y < frame.height; y += 24)
        for (int x = 8; x < frame.width; x += 24) points.push_back(frame.view().row(y)[x]);
    return points;
}

static bool differ(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    if (a.size() != b.size() || a.empty()) return true;
    long sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
    return sum > visible_change * static_cast<long>(a.size());
}

struct Eye::Inside {
    Inside(OpenCamera how, SummitClock time, Callbacks to)
        : open(std::move(how)), clock(std::move(time)), tell(std::move(to)) {}

    void run(const std::stop_token& stop) {
        (void)::setpriority(PRIO_PROCESS, 0, nice_of_eye); // Linux: of this thread only
        while (!stop.stop_requested()) {
            // A camera that is missing stays so on the screen while it is tried again: nothing to repaint each second.
            if (!said) say({CameraState::State::starting, {}});
            auto camera = open();
            const auto trouble = camera ? look(*camera, stop) : std::optional{camera.error()};
            if (trouble)
                say({CameraState::State::missing, trouble->detail});
            else if (!stop.stop_requested()) // its last picture stays
                say({CameraState::State::ok, camera->name() + " has ended: no more pictures come from it."});
            wait(stop, trouble ? std::optional{retry_pause} : std::nullopt);
        }
    }

    // Until the camera fails, the recording ends (no fault), or the terminal closes.
    std::optional<Fault> look(Camera& camera, const std::stop_token& stop) {
        while (!stop.stop_requested() && !camera.ended()) {
            auto frame = camera.next(frame_wait);
            if (!frame) return frame.error();
            if (!*frame) continue;
            say({CameraState::State::ok, {}});
            ++frames;
            take(**frame);
        }
        return std::nullopt;
    }

    void take(const Frame& frame) {
        if (auto reading = reader.read(frame)) {
            ++readings;
            tell.outline(mirrored(*reading, frame));
            if (sightings.is_new(*reading)) {
                ++seen;
                tell.sighting({parse(as_text(reading->bytes)), clock.now(), std::chrono::steady_clock::now()});
            }
        }
        show(frame);
    }

    static PreviewOutline mirrored(const Reading& reading, const Frame& frame) {
        PreviewOutline outline;
        for (const auto& corner : reading.corners)
            outline.corners.push_back(
                {1.0F - corner.x / static_cast<float>(frame.width), corner.y / static_cast<float>(frame.height)});
        return outline;
    }

    void show(const Frame& frame) {
        const auto now = std::chrono::steady_clock::now();
        if (now - shown_at < preview_pause) return;
        auto points = sample(frame);
        if (!differ(points, shown) && now - shown_at < preview_refresh) return;
        shown = std::move(points);
        shown_at = now;
        tell.preview({halved(frame)});
    }

    static Frame halved(const Frame& frame) {
        Frame picture;
        const GreyView view = half(frame.view(), picture.pixels);
        picture.width = view.width;
        picture.height = view.height;
        picture.stride = view.stride;
        picture.sequence = frame.sequence;
        return picture;
    }

    void say(const CameraState& state) {
        if (said && said->state == state.state && said->detail == state.detail) return;
        said = state;
        tell.state(state);
    }

    // `pause`, or for as long as the terminal runs.
    static void wait(const std::stop_token& stop, std::optional<std::chrono::milliseconds> pause) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any stopped;
        if (pause)
            stopped.wait_for(lock, stop, *pause, [] { return false; });
        else
            stopped.wait(lock, stop, [] { return false; });
    }

    OpenCamera open;
    SummitClock clock;
    Callbacks tell;
    Reader reader;
    Sightings sightings;
    std::optional<CameraState> said;
    std::vector<std::uint8_t> shown;
    std::chrono::steady_clock::time_point shown_at;
    std::atomic<std::uint64_t> frames = 0, readings = 0, seen = 0;
    std::jthread thread;
};

Eye::Eye(OpenCamera open, SummitClock clock, Callbacks callbacks)
    : inside_(std::make_unique<Inside>(std::move(open), std::move(clock), std::move(callbacks))) {
    inside_->thread = std::jthread([in = inside_.get()](const std::stop_token& stop) { in->run(stop); });
}

Eye::~Eye() = default;

Eye::Counts Eye::counts() const { return {inside_->frames, inside_->readings, inside_->seen}; }

} // namespace foyer
