#include "scanner/feed/patch.h"

#include <algorithm>
#include <cmath>

namespace foyer::feed {

namespace {

constexpr int run = 16;              // px between exact perspective divisions; straight in between
constexpr int tap_limit = 16;        // samples of a smear
constexpr int kernel_radius_max = 8; // px
constexpr float sleeve_length = 2;   // card heights below the middle that can be in view

// Texels of a level as seen from pixels of the patch, both at pixel centres.
class Walk {
public:
    Walk(const Homography& to_card, const Held& held, std::size_t level)
        : h_(to_card), middle_(held.middle), scale_(1.0F / static_cast<float>(1U << level)) {}
    [[nodiscard]] Point at(float x, float y) const {
        const Point p = h_.apply({x, y});
        return {(p.x + middle_.x) * scale_ - 0.5F, (p.y + middle_.y) * scale_ - 0.5F};
    }

private:
    Homography h_;
    Point middle_;
    float scale_;
};

Texel blend(Texel a, Texel b, unsigned fraction) { return (a * (256 - fraction) + b * fraction) >> 8U & 0xFF00FFU; }

// The level whose texels are about as large as a pixel, judged by the card's size in the frame.
std::size_t level_for(const Held& held, const Pose& pose, const Camera& camera) {
    const float texels_a_pixel = pose.z / (camera.focal * held.mm_per_texel);
    const float level = std::floor(std::log2(std::max(texels_a_pixel, 1.0F)) + 0.4F);
    return std::min(held.levels.size() - 1, static_cast<std::size_t>(level));
}

// A row of `count` pixels starting where `u`, `v` (16.16 texels) points.
struct Ray {
    std::int32_t u, v, du, dv;
};

void sample_run(const Level& level, Ray ray, int count, std::uint8_t* value, std::uint8_t* alpha) {
    const auto last_u = static_cast<std::uint32_t>(level.width - 2);
    const int last_v = level.height - 2;
    for (int i = 0; i < count; ++i, ray.u += ray.du, ray.v += ray.dv) {
        const std::int32_t u = ray.u >> 16, v = std::min(ray.v >> 16, last_v); // below the last row: the sleeve goes on
        if (static_cast<std::uint32_t>(u) > last_u || v < 0) {
            value[i] = alpha[i] = 0;
            continue;
        }
        const Texel* upper = &level.texels[static_cast<std::size_t>(v) * static_cast<std::size_t>(level.width) +
                                           static_cast<std::size_t>(u)];
        const Texel* lower = upper + level.width;
        const auto fu = static_cast<unsigned>(ray.u >> 8) & 255U, fv = static_cast<unsigned>(ray.v >> 8) & 255U;
        const Texel texel = blend(blend(upper[0], upper[1], fu), blend(lower[0], lower[1], fu), fv);
        value[i] = static_cast<std::uint8_t>(texel);
        alpha[i] = static_cast<std::uint8_t>(texel >> 16U);
    }
}

std::int32_t fixed(float texels) {
    return static_cast<std::int32_t>(std::clamp(texels, -16000.0F, 16000.0F) * 65536.0F);
}

// Half of a symmetric Gaussian in 1/256, the whole summing to 256.
std::vector<std::uint16_t> kernel(float sigma) {
    const int radius = std::clamp(static_cast<int>(std::ceil(sigma * 2.4F)), 1, kernel_radius_max);
    std::vector<float> weights;
    float sum = 0;
    for (int i = 0; i <= radius; ++i) {
        const auto x = static_cast<float>(i);
        weights.push_back(std::exp(-x * x / (2 * sigma * sigma)));
        sum += weights.back() * (i == 0 ? 1.0F : 2.0F);
    }
    std::vector<std::uint16_t> out;
    for (const float weight : weights) out.push_back(static_cast<std::uint16_t>(std::lround(weight / sum * 256)));
    int total = out[0];
    for (std::size_t i = 1; i < out.size(); ++i) total += 2 * out[i];
    out[0] = static_cast<std::uint16_t>(out[0] + 256 - total);
    return out;
}

void add_scaled(std::uint16_t* sums, const std::uint8_t* bytes, std::uint16_t factor, int count) {
    for (int i = 0; i < count; ++i) sums[i] = static_cast<std::uint16_t>(sums[i] + bytes[i] * factor);
}

void take_high(const std::uint16_t* sums, std::uint8_t* bytes, int count) {
    for (int i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(sums[i] >> 8U);
}

} // namespace

void Patch::place(const Held& held, const Homography& seen, int margin) {
    const float x0 = -held.middle.x, y0 = -held.middle.y;
    const float x1 = x0 + static_cast<float>(held.levels[0].width), y1 = sleeve_length * held.card_height;
    float left = 1e9F, top = 1e9F, right = -1e9F, bottom = -1e9F;
    for (const Point corner : {Point{x0, y0}, Point{x1, y0}, Point{x0, y1}, Point{x1, y1}}) {
        const Point p = seen.apply(corner);
        left = std::min(left, p.x), right = std::max(right, p.x);
        top = std::min(top, p.y), bottom = std::max(bottom, p.y);
    }
    const auto clip = [&](float at, int limit) {
        return static_cast<int>(std::clamp(at, static_cast<float>(-margin), static_cast<float>(limit + margin)));
    };
    left_ = clip(left - static_cast<float>(margin), camera_.width);
    top_ = clip(top - static_cast<float>(margin), camera_.height);
    width_ = std::max(0, clip(right + static_cast<float>(margin), camera_.width) - left_);
    height_ = std::max(0, clip(bottom + static_cast<float>(margin), camera_.height) - top_);
}

void Patch::warp(const Held& held, const Homography& seen) {
    const std::size_t index = seen.m[8] > 0 ? level_for(held, {0, 0, seen.m[8]}, camera_) : 0;
    const Level& level = held.levels[index];
    const Walk walk(seen.inverse(), held, index);
    for (int y = 0; y < height_; ++y) {
        const float frame_y = static_cast<float>(top_ + y) + 0.5F;
        Point from = walk.at(static_cast<float>(left_) + 0.5F, frame_y);
        for (int x = 0; x < width_; x += run) {
            const Point to = walk.at(static_cast<float>(left_ + x + run) + 0.5F, frame_y);
            const std::int32_t u = fixed(from.x), v = fixed(from.y);
            const Ray ray{u, v, (fixed(to.x) - u) / run, (fixed(to.y) - v) / run};
            const std::size_t at = offset(y) + static_cast<std::size_t>(x);
            sample_run(level, ray, std::min(run, width_ - x), &value_[at], &alpha_[at]);
            from = to;
        }
    }
}

void Patch::smear(Bytes8& plane, Point moved) {
    const float length = std::hypot(moved.x, moved.y);
    const int taps = std::min(tap_limit, static_cast<int>(length + 1));
    if (taps < 2) return;
    const auto reciprocal = static_cast<std::uint32_t>(65536 / taps);
    for (int y = 0; y < height_; ++y) {
        std::fill(sums_.begin(), sums_.end(), std::uint16_t{0});
        for (int tap = 0; tap < taps; ++tap) {
            const float along = (static_cast<float>(tap) + 0.5F) / static_cast<float>(taps) - 0.5F;
            const int dx = static_cast<int>(std::lround(moved.x * along)),
                      dy = static_cast<int>(std::lround(moved.y * along));
            const int row = std::clamp(y + dy, 0, height_ - 1);
            const int first = std::clamp(dx, 0, width_), last = std::clamp(width_ + dx, 0, width_);
            if (first < last)
                add_scaled(&sums_[static_cast<std::size_t>(first - dx)],
                           &plane[offset(row) + static_cast<std::size_t>(first)], 1, last - first);
        }
        std::uint8_t* out = &spare_[offset(y)];
        for (int x = 0; x < width_; ++x)
            out[x] = static_cast<std::uint8_t>(sums_[static_cast<std::size_t>(x)] * reciprocal >> 16U);
    }
    plane.swap(spare_);
}

void Patch::soften(Bytes8& plane, float sigma) {
    if (sigma < 0.3F) return;
    const auto weights = kernel(sigma);
    const int radius = static_cast<int>(weights.size()) - 1;
    if (width_ <= 2 * radius) return;
    for (int y = 0; y < height_; ++y) { // along rows; the outermost pixels lie in the margin and keep what they have
        const std::uint8_t* in = &plane[offset(y)];
        std::uint8_t* out = &spare_[offset(y)];
        std::copy(in, in + width_, out);
        const int inner = width_ - 2 * radius;
        std::fill(sums_.begin(), sums_.end(), std::uint16_t{0});
        for (int k = -radius; k <= radius; ++k)
            add_scaled(sums_.data(), in + radius + k, weights[static_cast<std::size_t>(std::abs(k))], inner);
        take_high(sums_.data(), out + radius, inner);
    }
    for (int y = 0; y < height_; ++y) { // across rows
        std::fill(sums_.begin(), sums_.end(), std::uint16_t{0});
        for (int k = -radius; k <= radius; ++k)
            add_scaled(sums_.data(), &spare_[offset(std::clamp(y + k, 0, height_ - 1))],
                       weights[static_cast<std::size_t>(std::abs(k))], width_);
        take_high(sums_.data(), &plane[offset(y)], width_);
    }
}

void Patch::render(const Held& held, const Pose& pose, Point moved, float defocus) {
    const float reach = std::max(std::abs(moved.x), std::abs(moved.y)) / 2 + defocus * 2.4F;
    const Homography seen = project(camera_, pose, held.mm_per_texel);
    place(held, seen, static_cast<int>(reach) + 2);
    const std::size_t count = offset(height_);
    if (value_.size() < count) {
        value_.resize(count);
        alpha_.resize(count);
        spare_.resize(count);
    }
    sums_.resize(static_cast<std::size_t>(width_));
    if (count == 0) return;
    warp(held, seen);
    for (Bytes8* plane : {&value_, &alpha_}) {
        smear(*plane, moved);
        soften(*plane, defocus);
    }
}

void Patch::add_glare(const Held& held, const Pose& pose, Point at, float strength) {
    if (strength < 0.05F || width_ == 0) return;
    const Homography seen = project(camera_, pose, held.mm_per_texel);
    const Point middle = seen.apply({at.x * held.card_height, at.y * held.card_height});
    const float radius = camera_.focal / pose.z * 26; // a lamp's image of some 26 mm
    const int x0 = std::max(left_, static_cast<int>(middle.x - radius * 1.6F));
    const int x1 = std::min(left_ + width_, static_cast<int>(middle.x + radius * 1.6F));
    const int y0 = std::max(top_, static_cast<int>(middle.y - radius)),
              y1 = std::min(top_ + height_, static_cast<int>(middle.y + radius));
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) {
            const float dx = (static_cast<float>(x) - middle.x) / (radius * 1.6F),
                        dy = (static_cast<float>(y) - middle.y) / radius;
            const float inside = std::max(0.0F, 1 - dx * dx - dy * dy);
            const std::size_t i = offset(y - top_) + static_cast<std::size_t>(x - left_);
            const float lit =
                static_cast<float>(value_[i]) + strength * inside * inside * static_cast<float>(alpha_[i]);
            value_[i] = static_cast<std::uint8_t>(std::min(lit, 255.0F)); // may exceed alpha: light, not ink
        }
}

} // namespace foyer::feed
