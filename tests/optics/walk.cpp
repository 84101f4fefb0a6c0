#include "tests/optics/walk.h"

#include <cmath>
#include <numbers>

#include "tests/optics/poses.h"

namespace foyer::test {
namespace {

using feed::Prng;

constexpr float degree = std::numbers::pi_v<float> / 180, frame_seconds = 1.0F / 30, exposure_seconds = 1.0F / 60;

float least_jerk(float t) {
    t = std::clamp(t, 0.0F, 1.0F);
    return t * t * t * (10 + t * (6 * t - 15));
}

} // namespace

Approach::Approach(Modules code, std::uint64_t seed) : shot_(hard_shot(code, seed)), seed_(seed) {
    Prng random(seed * 31 + 7);
    shot_.defocus = random.between(0.5F, 1.1F);
    shot_.glare = 0;
    shot_.noise = random.between(2, 5);
    shot_.gain = random.between(0.5F, 1.1F);
    seconds_ = random.between(0.6F, 1.2F);
    tremor_phase_ = random.between(0, 6);
    to_ = {random.between(-30, 30),        random.between(-15, 15),          random.between(200, 380),
           random.between(-8, 8) * degree, random.between(-12, 12) * degree, random.between(-12, 12) * degree};
    from_ = to_;
    from_.z = 600;
    const bool from_below = random.chance(0.4F);
    const float side = random.chance(0.5F) ? 1.0F : -1.0F;
    (from_below ? from_.y : from_.x) += from_below ? 220 : side * 320;
    from_.roll += random.between(-25, 25) * degree;
    from_.yaw += random.between(-25, 25) * degree;
    from_.pitch += random.between(-25, 25) * degree;
}

feed::Pose Approach::pose_at(float second) const {
    const float t = least_jerk(second / seconds_);
    const auto between = [t](float a, float b) { return a + t * (b - a); };
    feed::Pose pose{between(from_.x, to_.x),       between(from_.y, to_.y),     between(from_.z, to_.z),
                    between(from_.roll, to_.roll), between(from_.yaw, to_.yaw), between(from_.pitch, to_.pitch)};
    pose.x += 0.8F * std::sin(9 * second + tremor_phase_); // a hand is never still
    pose.y += 0.8F * std::sin(11 * second + 2 * tremor_phase_);
    return pose;
}

Frame Approach::frame(int number) const {
    const float second = static_cast<float>(number) * frame_seconds;
    Shot shot = shot_;
    const auto camera = camera_of(shot.width, shot.height);
    auto& held = shot.held.front();
    held.pose = pose_at(second);
    const auto before = project(camera, pose_at(second - exposure_seconds), 1).apply({0, 0});
    const auto now = project(camera, held.pose, 1).apply({0, 0});
    shot.smear = {now.x - before.x, now.y - before.y};
    auto frame = photograph(shot, seed_ * 100 + static_cast<std::uint64_t>(number));
    frame.captured = SteadyTime(std::chrono::milliseconds(number * 1000 / 30));
    frame.sequence = static_cast<std::uint64_t>(number) + 1;
    return frame;
}

} // namespace foyer::test
