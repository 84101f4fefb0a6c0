#include "scanner/feed/feed.h"

#include <algorithm>
#include <cmath>

#include "scanner/feed/light.h"
#include "scanner/feed/patch.h"
#include "scanner/feed/path.h"
#include "scanner/feed/scene.h"

namespace foyer {

using namespace feed;

namespace {

constexpr Camera camera{Feed::width, Feed::height, 1444};
constexpr std::size_t person_count = 5; // painted beforehand; guests take turns in them

void blend_row(std::uint8_t* under, const std::uint8_t* value, const std::uint8_t* alpha, int count) {
    for (int x = 0; x < count; ++x) {
        const std::uint32_t shown = under[x] * (255U - alpha[x]) * 257U >> 16U; // / 255, nearly
        under[x] = static_cast<std::uint8_t>(std::min(255U, shown + value[x]));
    }
}

// Blends a rectangle at (left, top), clipped to the frame; `value_row` and `alpha_row` give its rows.
template <class ValueRow, class AlphaRow>
void blend_box(RawFrame& frame, int left, int top, int width, int height, ValueRow value_row, AlphaRow alpha_row) {
    const int x0 = std::max(0, left), x1 = std::min(frame.width, left + width);
    if (x0 >= x1) return;
    for (int y = std::max(0, top); y < std::min(frame.height, top + height); ++y)
        blend_row(&frame.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width) +
                                static_cast<std::size_t>(x0)],
                  value_row(y - top) + (x0 - left), alpha_row(y - top) + (x0 - left), x1 - x0);
}

// The pause's light: what the camera shows with nobody there.
Moment calm() {
    Moment moment;
    moment.noise = 3.5F;
    return moment;
}

float soft(float t) { return t * t * (3 - 2 * t); }
Moment between(Moment a, const Moment& b, float t) { // light only
    a.gain += (b.gain - a.gain) * t;
    a.slope_x += (b.slope_x - a.slope_x) * t;
    a.slope_y += (b.slope_y - a.slope_y) * t;
    a.noise += (b.noise - a.noise) * t;
    return a;
}

} // namespace

struct Feed::Inside {
    Inside(FeedScript given, std::uint64_t seed)
        : script(std::move(given)), random(seed), foyer(paint_foyer(width, height, Prng{random.next()})),
          light(Prng{random.next()}), patch(camera) {
        for (std::size_t i = 0; i < person_count; ++i) people.push_back(paint_person(height, Prng{random.next()}));
        if (!script.guests.empty()) begin();
    }

    [[nodiscard]] bool playing() const { return path != nullptr; }

    void begin() {
        const Guest& guest = script.guests[current];
        path = std::make_unique<Path>(Prng{random.next()}, guest.hold_seconds, guest.difficulty);
        held = hold_up(guest, Prng{random.next()});
        person = random.below(static_cast<int>(person_count));
        second = 0;
    }

    // One frame further in the script.
    void step() {
        second += 1 / script.frames_per_second;
        if (second < path->seconds() + script.guests[current].pause_seconds) return;
        if (++current == script.guests.size()) {
            current = 0;
            if (script.at_end == AtEnd::stop) return path.reset();
        }
        begin();
    }

    void draw_person(RawFrame& frame, const Moment& moment) {
        const Sprite& sprite = people[static_cast<std::size_t>(person)];
        const int left = static_cast<int>(moment.person_x) - sprite.width() / 2;
        blend_box(
            frame, left, 0, sprite.width(), sprite.height(),
            [&](int y) { return &sprite.value.pixels[sprite.value.index(0, y)]; },
            [&](int y) { return &sprite.alpha.pixels[sprite.alpha.index(0, y)]; });
    }

    void draw_held(RawFrame& frame, const Moment& moment) {
        const Pose before = path->at(second - path->exposure()).pose;
        const auto at = [](const Pose& pose) { return project(camera, pose, 1).apply({0, 0}); };
        const Point now = at(moment.pose), then = at(before);
        patch.render(held, moment.pose, {now.x - then.x, now.y - then.y}, moment.defocus);
        patch.add_glare(held, moment.pose, moment.glare_at, moment.glare);
        blend_box(
            frame, patch.left(), patch.top(), patch.width(), patch.height(), [&](int y) { return patch.value(y); },
            [&](int y) { return patch.alpha(y); });
    }

    [[nodiscard]] Truth truth(const Moment& moment) const {
        Truth truth;
        const Homography seen = project(camera, moment.pose, held.mm_per_texel);
        int inside = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const Point p = seen.apply(held.code[i]);
            truth.code[i] = {p.x, p.y};
            if (p.x >= 0 && p.y >= 0 && p.x < width && p.y < height) ++inside;
        }
        if (inside > 0) truth.guest = current;
        truth.whole_code_in_view = inside == 4;
        return truth;
    }

    RawFrame next() {
        RawFrame frame{width, height, foyer.pixels, number++, {}};
        Moment moment = calm();
        if (playing()) {
            const Moment guest = path->at(std::min(second, path->seconds()));
            draw_person(frame, guest);
            draw_held(frame, guest);
            frame.truth = truth(guest);
            // The camera's exposure follows a guest in and out within the lead.
            const float in = soft(std::clamp(second / Path::lead, 0.0F, 1.0F));
            const float out = soft(std::clamp((path->seconds() - second) / Path::away, 0.0F, 1.0F));
            moment = between(moment, guest, std::min(in, out));
            step();
        }
        light.fall_on(frame.pixels.data(), width, height, moment, random);
        return frame;
    }

    FeedScript script;
    Prng random;
    GreyPicture foyer;
    Light light;
    Patch patch;
    std::vector<Sprite> people;
    std::unique_ptr<Path> path; // of the current guest; none: nobody comes any more
    Held held;
    std::size_t current = 0;
    int person = 0;
    float second = 0; // since the current guest's first step
    std::uint64_t number = 0;
};

Feed::Feed(FeedScript script, std::uint64_t seed) : inside_(std::make_unique<Inside>(std::move(script), seed)) {}
Feed::Feed(Feed&&) noexcept = default;
Feed::~Feed() = default;
RawFrame Feed::next() { return inside_->next(); }
void Feed::skip() {
    ++inside_->number;
    if (inside_->playing()) inside_->step();
}
bool Feed::ended() const { return !inside_->script.guests.empty() && !inside_->playing(); }
const FeedScript& Feed::script() const { return inside_->script; }

} // namespace foyer
