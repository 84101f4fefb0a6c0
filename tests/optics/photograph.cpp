#include <cmath>
#include <numbers>

#include "tests/optics/held.h"
#include "tests/optics/lens.h"

namespace foyer::test {
namespace {

using feed::Point;
using feed::Prng;

void fill(Light& light, int left, int top, int right, int bottom, const auto& grey) {
    for (int y = std::max(top, 0); y < std::min(bottom, light.height); ++y)
        for (int x = std::max(left, 0); x < std::min(right, light.width); ++x) light.at(x, y) = grey(x, y);
}

// Rectangles, stripes and checks of all sizes, as in clothes, shelves and posters.
void draw_background(Light& light, Prng& random) {
    const float wall = random.between(60, 190);
    fill(light, 0, 0, light.width, light.height, [&](int, int) { return wall; });
    const int things = 12 + random.below(28);
    for (int i = 0; i < things; ++i) {
        const int left = random.below(light.width + 100) - 100, top = random.below(light.height + 100) - 100;
        const int right = left + 20 + random.below(light.width / 2), bottom = top + 20 + random.below(light.height / 2);
        const float one = random.between(15, 240), two = random.chance(0.6F) ? one : random.between(15, 240);
        const int step = 3 + random.below(30);
        const bool checked = random.chance(0.5F);
        fill(light, left, top, right, bottom,
             [&](int x, int y) { return ((x / step) + (checked ? y / step : 0)) % 2 == 0 ? one : two; });
    }
}

struct Box {
    int left, top, right, bottom;
};

Box box_of(const Seen& seen, const Outline& outline, int width, int height) {
    float left = 1e9F, top = 1e9F, right = -1e9F, bottom = -1e9F;
    for (int i = 0; i <= 8; ++i)
        for (int j = 0; j <= 8; ++j) {
            const auto part_x = static_cast<float>(i) / 8, part_y = static_cast<float>(j) / 8;
            const Point p = seen.pixel({outline.left + part_x * (outline.right - outline.left),
                                        outline.top + part_y * (outline.bottom - outline.top)});
            left = std::min(left, p.x), right = std::max(right, p.x);
            top = std::min(top, p.y), bottom = std::max(bottom, p.y);
        }
    const auto whole = [](float value, int most) { return std::clamp(static_cast<int>(value), 0, most); };
    return {whole(left - 4, width), whole(top - 4, height), whole(right + 5, width), whole(bottom + 5, height)};
}

// What a phone's screen adds: its own pixels beating with the sensor's, and its dimming with the shutter.
float screen_light(const Held& held, int x, int y) {
    constexpr float turn = 2 * std::numbers::pi_v<float>;
    const auto fx = static_cast<float>(x), fy = static_cast<float>(y);
    const float beat =
        std::sin(turn * (fx + 0.3F * fy) / held.moire_px) * std::sin(turn * (fy - 0.2F * fx) / held.moire_px);
    const float band = std::sin(turn * (fy / held.bands_px + held.bands_phase));
    return (1 + held.moire * beat) * (1 - held.bands * std::max(0.0F, band));
}

// The code itself is drawn with care, the rest as fast as can be.
int rays_at(const Held& held, Point at) {
    const bool in_code = std::max(std::abs(at.x), std::abs(at.y)) < 0.6F * held.code_mm;
    return in_code ? 3 : 1;
}

void draw_held(Light& light, const Held& held, const feed::Camera& camera) {
    const Seen seen(held, camera);
    const Outline outline = outline_of(held);
    const Box box = box_of(seen, outline, light.width, light.height);
    const bool screen = held.moire > 0 || held.bands > 0;
    for (int y = box.top; y < box.bottom; ++y)
        for (int x = box.left; x < box.right; ++x) {
            const Point middle = seen.plane({static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F});
            float grey = 0;
            const float under = light.at(x, y);
            const int rays = rays_at(held, middle); // a side, for each pixel
            const auto step = 1.0F / static_cast<float>(rays);
            for (int i = 0; i < rays * rays; ++i) {
                const Point at = seen.plane({static_cast<float>(x) + (static_cast<float>(i % rays) + 0.5F) * step,
                                             static_cast<float>(y) + (static_cast<float>(i / rays) + 0.5F) * step});
                const bool inside =
                    at.x > outline.left && at.x < outline.right && at.y > outline.top && at.y < outline.bottom;
                grey += inside ? grey_at(held, at) * seen.shade(at) : under;
            }
            light.at(x, y) = grey * step * step * (screen ? screen_light(held, x, y) : 1);
        }
}

// The fist that holds it, below its lower edge.
void draw_hand(Light& light, const Held& held, const feed::Camera& camera, Prng& random) {
    const Seen seen(held, camera);
    const Outline outline = outline_of(held);
    const float side = random.between(-15, 15), skin = random.between(90, 190);
    const Point wrist = seen.pixel({side, outline.bottom + 30}), thumb = seen.pixel({side + 12, outline.bottom - 4});
    const float reach = std::hypot(wrist.x - thumb.x, wrist.y - thumb.y) * 0.7F;
    const auto whole = [](float value) { return static_cast<int>(value); };
    fill(light, whole(wrist.x - reach), whole(wrist.y - reach), whole(wrist.x + reach), whole(wrist.y + reach),
         [&](int x, int y) {
             const float away = std::hypot(static_cast<float>(x) - wrist.x, static_cast<float>(y) - wrist.y);
             return away < reach ? skin - 30 * away / reach : light.at(x, y);
         });
}

} // namespace

feed::Camera camera_of(int width, int height) { return {width, height, static_cast<float>(height) * 1444.0F / 720.0F}; }

float module_px(const Shot& shot, const Held& held) {
    return camera_of(shot.width, shot.height).focal * held.code_mm / static_cast<float>(held.code.side) / held.pose.z;
}

namespace {

Light lit_scene(const Shot& shot) {
    Light light(shot.width, shot.height);
    Prng random(shot.seed);
    draw_background(light, random);
    const auto camera = camera_of(shot.width, shot.height);
    for (const auto& held : shot.held) {
        if (held.holding == Holding::nothing) continue;
        draw_hand(light, held, camera, random);
        draw_held(light, held, camera);
    }
    light.blur(shot.defocus);
    light.smear(shot.smear);
    return light;
}

} // namespace

Frame photograph(const Shot& shot) { return photograph(shot, shot.seed + 0x5EED); }

Frame photograph(const Shot& shot, std::uint64_t noise_seed) {
    Prng grain(noise_seed);
    return exposed(lit_scene(shot), shot, grain);
}

std::vector<Frame> burst(const Shot& shot, int count) {
    const Light light = lit_scene(shot);
    std::vector<Frame> frames;
    for (int i = 0; i < count; ++i) {
        Prng grain(shot.seed + static_cast<std::uint64_t>(i) * 7919);
        frames.push_back(exposed(light, shot, grain));
        frames.back().captured = SteadyTime(std::chrono::milliseconds(33 * i));
    }
    return frames;
}

} // namespace foyer::test
