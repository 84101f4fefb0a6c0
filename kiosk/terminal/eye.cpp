#include "kiosk/terminal/eye.h"

#include <poll.h>

#include <atomic>
#include <cstdlib>
#include <deque>
#include <thread>
#include <utility>

#include "kiosk/terminal/channel.h"
#include "kiosk/terminal/kept_source.h"
#include "scanner/code/parse.h"
#include "scanner/module_size.h"
#include "scanner/shrink.h"
#include "scanner/sightings.h"

namespace foyer {

static constexpr int look_round_ms = 100;     // that a source fell silent is noticed by asking
static constexpr std::size_t typed_most = 64; // codes by keyboard that wait: more than an hour of hands can make
static constexpr auto preview_pause = Milliseconds{100};    // ten pictures a second look alive on a software renderer
static constexpr auto preview_refresh = Milliseconds{1000}; // even when nothing moves
static constexpr auto measure_pause = Milliseconds{250};
static constexpr auto module_size_kept = Milliseconds{2000}; // of a code that was taken away
static constexpr int visible_change = 4;                     // mean grey levels between two sampled pictures

using Steady = std::chrono::steady_clock;

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

static PreviewOutline mirrored(const Reading& reading, const Frame& frame) {
    PreviewOutline outline;
    for (const auto& corner : reading.corners)
        outline.corners.push_back(
            {1.0F - corner.x / static_cast<float>(frame.width), corner.y / static_cast<float>(frame.height)});
    return outline;
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

struct Eye::Inside {
    Inside(std::vector<Source> what, SummitClock time, Callbacks to, Looks wanted)
        : clock(std::move(time)), tell(std::move(to)), choice(std::move(what)), looks(wanted) {
        open_or_close();
    }

    void open_or_close() {
        if (looks == Looks::no) return close_elsewhere();
        if (sources.empty() && closed) // a device is not opened while its former self has it
            for (const Source& source : choice) sources.emplace_back(source.kind, source.open, bell);
    }

    // A device may hang while it is opened or closed, and who types a code is not to wait for it.
    void close_elsewhere() {
        if (sources.empty()) return;
        closed = false;
        closing = std::jthread([this, old = std::exchange(sources, {})]() mutable {
            old.clear();
            closed = true;
            bell.ring();
        });
    }

    void run(const std::stop_token& stop) {
        give_way_to_the_desk();
        const std::stop_callback stopping(stop, [this] { bell.ring(); });
        while (!stop.stop_requested()) {
            bell.clear();
            ++rounds;
            open_or_close();
            bool something = false;
            std::size_t camera = 0;
            for (KeptSource& source : sources) {
                const auto glimpse = source.take();
                if (glimpse) take(*glimpse, camera);
                something = something || glimpse;
                if (source.state().kind == SourceState::Kind::camera) ++camera;
            }
            for (const std::string& code : typed.take()) sight(parse(code), Steady::now());
            say();
            if (!something) sleep();
        }
    }

    // Until a source has something, or a while has passed.
    void sleep() {
        std::vector<pollfd> waits{{bell.fd(), POLLIN, 0}};
        for (const KeptSource& source : sources) waits.push_back({source.ready(), POLLIN, 0});
        (void)::poll(waits.data(), waits.size(), look_round_ms);
    }

    void take(const Glimpse& glimpse, std::size_t camera) {
        const std::optional<std::size_t> looked_at = read_watched();
        const bool watched_one = glimpse.frame && camera == looked_at;
        if (glimpse.frame) ++frames;
        if (glimpse.reading) {
            ++readings;
            if (glimpse.frame && !looked_at) shown_camera = camera; // the guest is in front of that one
            const Presented code = parse(as_text(glimpse.reading->bytes));
            if (watched_one)
                (void)sightings.is_new(as_bytes(code.text), glimpse.reading->time); // staff try how it is read
            else
                sight(code, glimpse.reading->time);
        }
        if (!glimpse.frame || camera != shown_camera) return;
        if (glimpse.reading) tell.outline(mirrored(*glimpse.reading, *glimpse.frame));
        if (watched_one) measure(*glimpse.frame, glimpse.reading);
        show(*glimpse.frame);
    }

    // The same code in other letters is the same badge: what counts is what is looked up.
    void sight(const Presented& code, SteadyTime time) {
        if (!sightings.is_new(as_bytes(code.text), time)) return;
        ++seen;
        tell.sighting({code, clock.now(), Steady::now()});
    }

    // What staff look at now; what was known of another camera's codes is forgotten.
    std::optional<std::size_t> read_watched() {
        const int now = watched;
        const std::optional<std::size_t> looked_at =
            now < 0 ? std::nullopt : std::optional{static_cast<std::size_t>(now)};
        if (looked_at && shown_camera != *looked_at) {
            shown_camera = *looked_at;
            module_size.reset();
        }
        return looked_at;
    }

    void measure(const Frame& frame, const std::optional<Reading>& reading) {
        const auto now = Steady::now();
        if (reading)
            if (const auto size = pixels_per_module(frame.view(), reading->corners)) module_size = size, sized_at = now;
        if (now - sized_at > module_size_kept) module_size.reset();
        if (now - measured_at < measure_pause) return;
        measured_at = now;
        tell.measured({check_picture(frame.view(), module_size)});
    }

    void show(const Frame& frame) {
        const auto now = Steady::now();
        if (now - shown_at < preview_pause) return;
        auto points = sample(frame);
        if (!differ(points, shown) && now - shown_at < preview_refresh) return;
        shown = std::move(points);
        shown_at = now;
        tell.preview({halved(frame)});
    }

    void say() {
        std::vector<SourceState> states;
        for (const KeptSource& source : sources) states.push_back(source.state());
        turn_to_one_that_sees(states);
        if (states == said) return;
        said = std::move(states);
        tell.state(said);
    }

    // The first camera that works is shown until another one reads something.
    void turn_to_one_that_sees(const std::vector<SourceState>& states) {
        std::vector<bool> works;
        for (const SourceState& state : states)
            if (state.kind == SourceState::Kind::camera) works.push_back(state.state == SourceState::State::ok);
        if (watched >= 0 || shown_camera >= works.size() || works[shown_camera]) return;
        const auto first = std::ranges::find(works, true);
        if (first != works.end()) shown_camera = static_cast<std::size_t>(first - works.begin());
    }

    Bell bell; // first: what is opened rings it
    SummitClock clock;
    Callbacks tell;
    std::vector<Source> choice;
    std::atomic<Looks> looks;
    std::deque<KeptSource> sources;  // of that choice, while it looks
    std::atomic<bool> closed = true; // so are all former ones
    std::jthread closing;            // after what it uses
    Channel<std::string> typed{typed_most};
    std::atomic<int> watched = -1; // a camera
    Sightings sightings;
    std::vector<SourceState> said;
    std::size_t shown_camera = 0;
    std::vector<std::uint8_t> shown;
    Steady::time_point shown_at, measured_at, sized_at;
    std::optional<double> module_size;
    std::atomic<std::uint64_t> frames = 0, readings = 0, seen = 0, rounds = 0;
    std::jthread thread;
};

Eye::Eye(std::vector<Source> sources, SummitClock clock, Callbacks callbacks, Looks looks)
    : inside_(std::make_unique<Inside>(std::move(sources), std::move(clock), std::move(callbacks), looks)) {
    inside_->thread = std::jthread([in = inside_.get()](const std::stop_token& stop) { in->run(stop); });
}

Eye::~Eye() = default;

void Eye::take_typed(std::string code) {
    if (inside_->typed.push(std::move(code))) inside_->bell.ring(); // full: it is scanned again
}

void Eye::watch(std::optional<std::size_t> camera) { inside_->watched = camera ? static_cast<int>(*camera) : -1; }

void Eye::look(Looks looks) {
    if (inside_->looks.exchange(looks) != looks) inside_->bell.ring();
}

std::uint64_t Eye::rounds() const { return inside_->rounds; }

Eye::Counts Eye::counts() const { return {inside_->frames, inside_->readings, inside_->seen}; }

} // namespace foyer
