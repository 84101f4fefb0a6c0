#include "tests/optics/folders.h"

#include <cmath>
#include <numbers>

#include "tests/optics/poses.h"

namespace foyer::test {
namespace {

using feed::Prng;

constexpr int width = 640, height = 480;
constexpr float degree = std::numbers::pi_v<float> / 180;

// How the kinds differ from a badge held well: each changes a line or two of it.
struct Range {
    float low, high;
    [[nodiscard]] float drawn(Prng& random) const { return random.between(low, high); }
};

struct Recipe {
    Payload payload = Payload::short_code;
    Holding holding = Holding::badge;
    Range module{4, 8};               // pixels
    Range tilt{0, 12}, roll{-15, 15}; // degrees
    Range defocus{0.5F, 0.9F}, smear{0, 1}, noise{2, 4}, gain{0.7F, 1.05F}, slope{-0.2F, 0.2F}, ink{20, 40};
    Range glare{0, 0}, bend{0, 0}, wrap{0, 0}, crease{0, 0}, moire{0, 0}, bands{0, 0}, blot{0, 0};
    int jpeg = 0;
};

Held held_by(const Recipe& recipe, std::uint64_t seed, Prng& random, std::string& text) {
    text = text_for(recipe.payload, seed);
    Held held;
    held.holding = recipe.holding;
    held.code = code_for(recipe.payload, text);
    const auto camera = camera_of(width, height);
    held.pose.z = camera.focal * held.code_mm / static_cast<float>(held.code.side) / recipe.module.drawn(random);
    const float tilt = recipe.tilt.drawn(random) * degree, about = random.between(0, 6.28F);
    held.pose.yaw = tilt * std::cos(about), held.pose.pitch = tilt * std::sin(about);
    held.pose.roll = recipe.roll.drawn(random) * degree;
    const float mm = held.pose.z / camera.focal; // a pixel
    held.pose.x = random.between(-100, 100) * mm, held.pose.y = random.between(-60, 60) * mm;
    held.ink = recipe.ink.drawn(random), held.card = random.between(195, 235);
    held.bend = recipe.bend.drawn(random);
    held.crease = recipe.crease.drawn(random);
    held.crease_at = random.between(-10, 10), held.crease_angle = random.between(0, 3.1F);
    held.moire = recipe.moire.drawn(random), held.moire_px = random.between(3, 12);
    held.bands = recipe.bands.drawn(random), held.bands_px = random.between(40, 160);
    held.blot = recipe.blot.drawn(random);
    held.blot_at = {random.between(2, 14), random.between(2, 14)}; // away from the finder patterns, mostly
    held.seed = seed;
    if (recipe.wrap.high > 0) // no draw more for the other folders
        held.wrap = recipe.wrap.drawn(random), held.wrap_angle = random.between(-1.57F, 1.57F);
    return held;
}

Shot lit_by(const Recipe& recipe, std::uint64_t seed, Prng& random) {
    Shot shot{width, height};
    shot.defocus = recipe.defocus.drawn(random);
    const float length = recipe.smear.drawn(random), way = random.between(0, 6.28F);
    shot.smear = {length * std::cos(way), length * std::sin(way)};
    shot.noise = recipe.noise.drawn(random);
    shot.gain = recipe.gain.drawn(random);
    shot.slope_x = recipe.slope.drawn(random), shot.slope_y = recipe.slope.drawn(random);
    shot.jpeg_quality = recipe.jpeg;
    shot.glare = recipe.glare.drawn(random), shot.glare_radius = random.between(20, 60);
    shot.seed = seed;
    return shot;
}

Taken taken(const Recipe& recipe, std::uint64_t seed) {
    Prng random(seed * 131 + 17);
    Taken result{lit_by(recipe, seed, random), {""}};
    auto held = held_by(recipe, seed, random, result.texts[0]);
    result.shot.glare_at =
        project(camera_of(width, height), held.pose, 1).apply({random.between(-18, 18), random.between(-18, 18)});
    result.shot.held.push_back(std::move(held));
    return result;
}

Taken near(std::uint64_t seed) { return taken({}, seed); }
Taken far(std::uint64_t seed) { return taken({.module = {1.3F, 2.3F}, .defocus = {0.4F, 0.8F}}, seed); }
Taken soft(std::uint64_t seed) { return taken({.module = {3, 5}, .defocus = {2, 3.6F}}, seed); }
Taken moving(std::uint64_t seed) { return taken({.module = {3, 5}, .smear = {5, 11}}, seed); }
Taken tilted(std::uint64_t seed) { return taken({.module = {3.5F, 6}, .tilt = {40, 62}, .roll = {-180, 180}}, seed); }
Taken glaring(std::uint64_t seed) { return taken({.glare = {0.7F, 1.2F}}, seed); }
Taken dim(std::uint64_t seed) {
    return taken({.noise = {3, 5}, .gain = {0.07F, 0.18F}, .slope = {-0.8F, 0.8F}, .ink = {60, 110}}, seed);
}
Taken noisy(std::uint64_t seed) { return taken({.module = {3, 5}, .noise = {24, 50}, .gain = {0.4F, 0.7F}}, seed); }
Taken squeezed(std::uint64_t seed) { return taken({.module = {1.8F, 3}, .jpeg = 14}, seed); }
Taken bent(std::uint64_t seed) { return taken({.tilt = {5, 25}, .bend = {0.02F, 0.05F}}, seed); }
// Round a wrist, a cup, a pillar.
Taken wrapped(std::uint64_t seed) { return taken({.tilt = {0, 20}, .wrap = {0.03F, 0.075F}}, seed); }
Taken creased(std::uint64_t seed) {
    return taken({.holding = Holding::paper, .tilt = {5, 25}, .crease = {8, 22}}, seed);
}
Taken stained(std::uint64_t seed) { return taken({.blot = {4, 7.5F}}, seed); }
Taken long_code(std::uint64_t seed) { return taken({.payload = Payload::long_code, .module = {1.4F, 2.6F}}, seed); }
Taken phone(std::uint64_t seed) {
    return taken({.holding = Holding::phone, .module = {3, 6}, .moire = {0.3F, 0.6F}, .bands = {0.5F, 0.95F}}, seed);
}
Taken dark_phone(std::uint64_t seed) {
    return taken({.holding = Holding::phone_dark, .module = {1.6F, 4}, .moire = {0, 0.3F}, .bands = {0, 0.6F}}, seed);
}
Taken hard(std::uint64_t seed) {
    const auto payload = seed % 2 == 0 ? Payload::short_code : Payload::long_code;
    const auto text = text_for(payload, seed);
    return {hard_shot(code_for(payload, text), seed), {text}};
}

// A badge in one hand and a phone in the other.
Taken several(std::uint64_t seed) {
    auto result = taken({.module = {2.8F, 3.6F}}, seed);
    Prng random(seed + 99);
    std::string text;
    auto second = held_by({.holding = Holding::phone, .module = {2.8F, 3.6F}}, seed + 500, random, text);
    const float mm = second.pose.z / camera_of(width, height).focal;
    result.shot.held[0].pose.x = -170 * mm, second.pose.x = 170 * mm;
    result.shot.held.push_back(std::move(second));
    result.texts.push_back(text);
    return result;
}

} // namespace

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = {
        {"near", near},       {"far", far},         {"soft", soft},
        {"moving", moving},   {"tilted", tilted},   {"glaring", glaring},
        {"dim", dim},         {"noisy", noisy},     {"squeezed", squeezed},
        {"bent", bent},       {"creased", creased}, {"stained", stained},
        {"long", long_code},  {"phone", phone},     {"dark_phone", dark_phone},
        {"several", several}, {"hard", hard},       {"wrapped", wrapped},
    };
    return all;
}

} // namespace foyer::test
