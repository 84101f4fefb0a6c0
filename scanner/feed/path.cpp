#include "scanner/feed/path.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer::feed {

namespace {

constexpr float degree = std::numbers::pi_v<float> / 180;

float mix(float a, float b, float t) { return a + (b - a) * t; }
Pose mix(const Pose& a, const Pose& b, float t) {
    return {mix(a.x, b.x, t),       mix(a.y, b.y, t),     mix(a.z, b.z, t),
            mix(a.roll, b.roll, t), mix(a.yaw, b.yaw, t), mix(a.pitch, b.pitch, t)};
}

// The way a hand moves from rest to rest: the polynomial of least jerk (Flash and Hogan, 1985).
float minimum_jerk(float t) {
    const float c = std::clamp(t, 0.0F, 1.0F);
    return c * c * c * (10 + c * (6 * c - 15));
}

// Out of view: beyond the left or right edge, or below.
Pose outside(Prng& random, const Pose& hold) {
    Pose pose = hold;
    pose.z = hold.z * random.between(0.95F, 1.25F);
    const float half_width = pose.z * 0.45F, half_height = pose.z * 0.25F; // of what the camera sees at that distance
    const int side = random.below(4);                                      // below twice as often as either side
    if (side == 0) pose.x = -half_width - 130;
    if (side == 1) pose.x = half_width + 130;
    pose.y = side >= 2 ? half_height + 130 : hold.y + 40;
    pose.roll += random.between(-35, 35) * degree;
    pose.pitch += random.between(5, 35) * degree;
    return pose;
}

} // namespace

Path::Path(Prng random, float hold_seconds, float difficulty)
    : difficulty_(difficulty), arrive_(random.between(0.45F, 0.75F)), hold_(hold_seconds),
      leave_(random.between(0.35F, 0.6F)), tremor_phase_(random.between(0, 100)),
      tremor_mm_(mix(0.5F, 1.8F, difficulty) * random.between(0.6F, 1.4F)),
      person_from_(random.chance(0.5F) ? -500.0F : 1780.0F), person_x_(random.between(470, 810)) {
    const int holds = 1 + static_cast<int>(hold_seconds / mix(1.6F, 0.9F, difficulty));
    for (int i = 0; i < holds; ++i) holds_.push_back(draw_hold(random));
    shift_seconds_ = hold_ / static_cast<float>(holds);
    entry_ = outside(random, holds_.front());
    exit_ = outside(random, holds_.back());
    draw_light(random);
}

Pose Path::draw_hold(Prng& random) const {
    Pose pose;
    pose.z = mix(random.between(330, 470), random.between(420, 560), difficulty_);
    const float room_x = pose.z * 0.443F - 75, room_y = pose.z * 0.249F - 40; // the whole badge in view, or nearly
    pose.x = random.between(-0.5F, 0.5F) * std::max(0.0F, room_x);
    pose.y = random.between(-0.1F, 0.3F) * std::max(0.0F, room_y);
    const float tilt = random.between(0.2F, 1) * mix(14, 32, difficulty_) * degree;
    const float about = random.between(0, 2 * std::numbers::pi_v<float>);
    pose.yaw = tilt * std::cos(about);
    pose.pitch = tilt * std::sin(about);
    pose.roll = random.between(-1, 1) * mix(7, 22, difficulty_) * degree;
    return pose;
}

void Path::draw_light(Prng& random) {
    exposure_ = random.between(1.0F / 160, mix(1.0F / 100, 1.0F / 60, difficulty_));
    settled_defocus_ = mix(random.between(0.5F, 0.9F), random.between(0.8F, 1.25F), difficulty_);
    hunting_ = random.between(0, mix(0.6F, 1.3F, difficulty_));
    glare_ = random.chance(mix(0.15F, 0.5F, difficulty_)) ? random.between(0.4F, mix(0.8F, 1.3F, difficulty_)) : 0.0F;
    glare_phase_ = random.between(0, 10);
    const float dim = mix(random.between(0.85F, 1.1F), random.between(0.5F, 1.3F), difficulty_);
    const float slope = mix(0.12F, 0.4F, difficulty_);
    light_.gain = dim;
    light_.slope_x = random.between(-slope, slope) * dim;
    light_.slope_y = random.between(-slope, slope) * 0.6F * dim;
    light_.noise = mix(random.between(2, 3.5F), random.between(3.5F, 7), difficulty_);
}

Pose Path::tremor(float second) const {
    const float t = second + tremor_phase_;
    // Two frequencies that never meet: the slow sway of an arm, and the 3-5 Hz of a hand held out.
    const float x = std::sin(t * 5.1F) * 2.0F + std::sin(t * 23.7F) * 0.8F;
    const float y = std::sin(t * 4.3F + 1) * 2.2F + std::sin(t * 28.9F + 2) * 0.7F;
    return {tremor_mm_ * x,
            tremor_mm_ * y,
            tremor_mm_ * 3 * std::sin(t * 2.9F),
            tremor_mm_ * 0.012F * std::sin(t * 6.1F),
            tremor_mm_ * 0.02F * std::sin(t * 3.7F + 3),
            tremor_mm_ * 0.02F * std::sin(t * 4.9F + 5)};
}

Pose Path::held(float second) const {
    const float along = std::clamp(second, 0.0F, hold_) / shift_seconds_;
    const auto last = holds_.size() - 1;
    const auto from = std::min(static_cast<std::size_t>(along), last);
    constexpr float moving = 0.35F; // the last third of each stay goes into the next shift
    const float within = (along - static_cast<float>(from) - (1 - moving)) / moving;
    return mix(holds_[from], holds_[std::min(from + 1, last)], from == last ? 0 : minimum_jerk(within));
}

Moment Path::at(float since_first_step) const {
    Moment moment = light_;
    const float second = since_first_step - lead;                // since the badge began to come
    const float since = second - arrive_, after = since - hold_; // seconds since the hold began, since it ended
    Pose pose = held(since);
    if (since < 0) pose = mix(entry_, pose, minimum_jerk(second / arrive_));
    if (after > 0) pose = mix(pose, exit_, minimum_jerk(after / leave_));
    const Pose shake = tremor(second);
    moment.pose = {pose.x + shake.x,       pose.y + shake.y,     pose.z + shake.z,
                   pose.roll + shake.roll, pose.yaw + shake.yaw, pose.pitch + shake.pitch};
    // People come before their badge is up, and turn away after it went down.
    const float here = minimum_jerk((second + lead) / (arrive_ + lead)) - minimum_jerk(after / (leave_ + away));
    moment.person_x = mix(person_from_, person_x_ + shake.x * 2, here);
    moment.person_scale = 1 + 0.01F * std::sin(second * 1.7F);
    // Autofocus overshoots when something new comes near, then finds it, and looks again now and then.
    moment.defocus = settled_defocus_ + hunting_ * std::exp(-std::max(0.0F, since) * 2.5F) +
                     0.15F * difficulty_ * (1 + std::sin(second * 3.3F + glare_phase_));
    moment.glare = glare_ * (0.5F + 0.5F * std::sin(second * 1.9F + glare_phase_));
    moment.glare_at = {0.25F * std::sin(second * 1.3F + glare_phase_),
                       0.1F + 0.3F * std::sin(second + glare_phase_ * 2)};
    return moment;
}

} // namespace foyer::feed
