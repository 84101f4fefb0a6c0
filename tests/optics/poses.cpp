#include "tests/optics/poses.h"

#include <cmath>
#include <numbers>

#include "scanner/code/short_code.h"

namespace foyer::test {
namespace {

using feed::Prng;

constexpr float degree = std::numbers::pi_v<float> / 180;

std::string base45(Prng& random, int bytes) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    std::string text;
    for (int i = 0; i < bytes / 2; ++i) {
        auto pair = static_cast<std::size_t>(random.below(65536));
        for (int digit = 0; digit < 3; ++digit, pair /= 45) text += alphabet[pair % 45];
    }
    return text;
}

// Somewhere in the frame, whole: the middle of what is seen at that distance.
void place(feed::Pose& pose, const feed::Camera& camera, float code_mm, Prng& random) {
    const float room_x = static_cast<float>(camera.width) * pose.z / camera.focal / 2 - 0.75F * code_mm;
    const float room_y = static_cast<float>(camera.height) * pose.z / camera.focal / 2 - 0.75F * code_mm;
    pose.x = random.between(-1, 1) * std::max(0.0F, room_x) * 0.85F;
    pose.y = random.between(-1, 1) * std::max(0.0F, room_y) * 0.85F;
}

void set_light(Shot& shot, float scale, Prng& random) {
    shot.gain = random.between(0.35F, 1.15F);
    shot.slope_x = random.between(-0.6F, 0.6F);
    shot.slope_y = random.between(-0.6F, 0.6F);
    shot.gamma = random.between(0.8F, 1.25F);
    shot.defocus = random.between(0.3F, 1.6F) * scale;
    const float length = random.chance(0.5F) ? random.between(0, 6) * scale : 0, way = random.between(0, 6.28F);
    shot.smear = {length * std::cos(way), length * std::sin(way)};
    shot.noise = random.between(1.5F, 7);
    shot.jpeg_quality = 70 + random.below(26);
    shot.glare = random.chance(0.2F) ? random.between(0.5F, 1) : 0;
}

} // namespace

std::string text_for(Payload payload, std::uint64_t seed) {
    Prng random(seed * 77 + 5);
    if (payload == Payload::long_code) return base45(random, 90);
    ShortCodeDigits digits{};
    for (auto& digit : digits) digit = static_cast<std::uint8_t>(random.below(29));
    return short_code(BadgeKind::badge, digits);
}

Modules code_for(Payload payload, const std::string& text) {
    return modules_of(text, payload == Payload::short_code ? Correction::quartile : Correction::medium);
}

Shot hard_shot(const Modules& code, std::uint64_t seed, int width, int height) {
    Prng random(seed);
    Shot shot{width, height};
    const auto camera = camera_of(width, height);
    const float scale = static_cast<float>(height) / 720;
    Held held;
    held.code = code;
    const float part = 0.08F * std::pow(5.0F, random.unit()); // of the frame's height
    held.pose.z = camera.focal * held.code_mm / (part * static_cast<float>(height));
    held.pose.roll = random.between(-30, 30) * degree;
    const float tilt = random.between(0, 35) * degree, about = random.between(0, 360) * degree;
    held.pose.yaw = tilt * std::cos(about);
    held.pose.pitch = tilt * std::sin(about);
    place(held.pose, camera, held.code_mm, random);
    held.ink = random.between(15, 50);
    held.card = random.between(190, 240);
    held.seed = seed + 3;
    set_light(shot, scale, random);
    const auto middle = project(camera, held.pose, 1).apply({random.between(-20, 20), random.between(-20, 20)});
    shot.glare_at = middle;
    shot.glare_radius = random.between(15, 90) * scale;
    shot.seed = seed + 1;
    shot.held.push_back(std::move(held));
    return shot;
}

} // namespace foyer::test
