#include "tests/optics/held.h"

#include <cmath>

namespace foyer::test {
namespace {

using feed::Point;

constexpr float raised_mm = 10;

std::uint64_t hash(std::uint64_t a, std::uint64_t b) { return feed::Prng(a * 0x9E3779B97F4A7C15ULL + b).next(); }

// Lines of words: dark bars of random lengths.
bool in_text(Point at, float left, float top, float line_mm, float right, std::uint64_t seed) {
    const float line = std::floor((at.y - top) / line_mm);
    if (line < 0 || at.x < left || at.x > right || at.y - top - line * line_mm > line_mm * 0.55F) return false;
    const float letter = std::floor((at.x - left) / (line_mm * 0.4F));
    const auto mark = hash(seed + static_cast<std::uint64_t>(line), static_cast<std::uint64_t>(letter));
    return mark % 6 != 0 && (at.x - left - letter * line_mm * 0.4F) < line_mm * (0.15F + 0.1F * float(mark % 3));
}

// A square emblem of rings, as logos like to be: not unlike a finder pattern.
bool in_logo(Point at, Point middle, float radius) {
    const float ring = std::max(std::abs(at.x - middle.x), std::abs(at.y - middle.y)) / radius;
    return ring < 0.4F || (ring > 0.7F && ring < 1);
}

float badge_grey(const Held& held, Point at) {
    const float band = 60 + static_cast<float>(held.seed % 120);
    if (at.y < -76) return in_logo(at, {-32, -84}, 6) ? held.card : band;
    const bool print = in_text(at, -36, -70, 11, 34, held.seed) && at.y < -40;
    const bool small = in_text(at, -36, -36, 4, 30, held.seed + 9) && at.y < -22;
    return print || small || in_logo(at, {34, 16}, 5) ? held.ink : held.card;
}

float paper_grey(const Held& held, Point at) {
    const bool beside = std::abs(at.x) > 22 || std::abs(at.y) > 22;
    return beside && in_text(at, -60, -90, 5, 60, held.seed) ? held.ink : held.card;
}

float phone_grey(const Held& held, Point at) {
    const bool dark = held.holding == Holding::phone_dark;
    const float paper = dark ? held.ink : held.card, ink = dark ? held.card : held.ink;
    if (std::abs(at.x) > 33 || at.y < -62 || at.y > 66) return 14; // the rim
    const bool bar = in_text(at, -28, -56, 8, 24, held.seed) && at.y < -26;
    return bar || (at.y > 40 && at.y < 50 && std::abs(at.x) < 26) ? ink : paper;
}

float print_grey(const Held& held, Point at) {
    switch (held.holding) {
    case Holding::badge: return badge_grey(held, at);
    case Holding::paper: return paper_grey(held, at);
    default: return phone_grey(held, at);
    }
}

} // namespace

Outline outline_of(const Held& held) {
    switch (held.holding) {
    case Holding::badge: return {-43, -92, 43, 26};
    case Holding::paper: return {-70, -100, 70, 60};
    default: return {-36, -70, 36, 74};
    }
}

float grey_at(const Held& held, Point at) {
    if (held.blot > 0 && std::hypot(at.x - held.blot_at.x, at.y - held.blot_at.y) < held.blot) return 150;
    const float half = held.code_mm / 2;
    const float quiet = held.code.side > 0 ? half * (1.0F + 6.0F / static_cast<float>(held.code.side)) : half;
    if (std::abs(at.x) > quiet || std::abs(at.y) > quiet) return print_grey(held, at);
    const bool dark_mode = held.holding == Holding::phone_dark;
    if (held.code.side == 0) return dark_mode ? held.ink : held.card;
    const float module = held.code_mm / static_cast<float>(held.code.side);
    const bool dark = held.code.at(static_cast<int>(std::floor((at.x + half) / module)),
                                   static_cast<int>(std::floor((at.y + half) / module)));
    return dark != dark_mode ? held.ink : held.card;
}

namespace {

constexpr float far_away = 1e4F;    // mm
constexpr float turned_away = 1.4F; // radians from the line that is nearest

// mm from the line through the middle at that angle from upright.
float around(Point at, float angle) { return at.x * std::cos(angle) + at.y * std::sin(angle); }
Point shifted(Point at, float angle, float by) { return {at.x + by * std::cos(angle), at.y + by * std::sin(angle)}; }

} // namespace

Seen::Seen(const Held& held, const feed::Camera& camera)
    : held_(held), flat_(project(camera, held.pose, 1)), back_(flat_.inverse()),
      even_(held.bend == 0 && held.crease == 0 && held.wrap == 0) {
    auto nearer = held.pose; // along the plane's normal: the cross product of project()'s axes
    nearer.x -= raised_mm * std::sin(held.pose.yaw);
    nearer.y += raised_mm * std::cos(held.pose.yaw) * std::sin(held.pose.pitch);
    nearer.z -= raised_mm * std::cos(held.pose.yaw) * std::cos(held.pose.pitch);
    raised_ = project(camera, nearer, 1);
}

float Seen::height(Point at) const {
    const float across = at.x * std::cos(held_.crease_angle) + at.y * std::sin(held_.crease_angle) - held_.crease_at;
    const float fold = held_.crease * std::max(0.0F, 1.0F - std::abs(across) / 40);
    const float wrapped = held_.wrap == 0 ? 0 : (std::cos(held_.wrap * around(at, held_.wrap_angle)) - 1) / held_.wrap;
    return fold - 0.5F * held_.bend * at.x * at.x + wrapped;
}

Point Seen::above(Point at) const {
    if (held_.wrap == 0) return at;
    const float arc = around(at, held_.wrap_angle);
    const float turn = std::clamp(held_.wrap * arc, -turned_away, turned_away);
    return shifted(at, held_.wrap_angle, std::sin(turn) / held_.wrap - arc);
}

Point Seen::unwrapped(Point plane) const {
    if (held_.wrap == 0) return plane;
    const float across = around(plane, held_.wrap_angle), sine = held_.wrap * across;
    if (std::abs(sine) > std::sin(turned_away)) return {far_away, far_away};
    return shifted(plane, held_.wrap_angle, std::asin(sine) / held_.wrap - across);
}

Point Seen::pixel(Point at) const {
    const Point under = above(at), flat = flat_.apply(under);
    if (even_) return flat;
    const Point raised = raised_.apply(under);
    const float part = height(at) / raised_mm;
    return {flat.x + part * (raised.x - flat.x), flat.y + part * (raised.y - flat.y)};
}

Point Seen::plane(Point pixel_at) const {
    Point under = back_.apply(pixel_at);
    if (even_) return under;
    const int steps = held_.wrap == 0 ? 4 : 12;
    for (int i = 0; i < steps; ++i) { // the height moves a point little: the step shrinks fast
        const Point at = unwrapped(under), flat = flat_.apply(under);
        if (at.x >= far_away) break;
        const Point raised = pixel(at);
        under = back_.apply({pixel_at.x - (raised.x - flat.x), pixel_at.y - (raised.y - flat.y)});
    }
    return unwrapped(under);
}

float Seen::shade(Point at) const {
    if (even_) return 1;
    const float across = at.x * std::cos(held_.crease_angle) + at.y * std::sin(held_.crease_angle) - held_.crease_at;
    const float turned = held_.crease == 0 ? 0 : (across < 0 ? 1.0F : -1.0F) * held_.crease / 40;
    const float around_it = held_.wrap == 0 ? 1 : std::cos(0.8F * held_.wrap * around(at, held_.wrap_angle));
    return around_it * (1.0F + turned - 2.0F * held_.bend * at.x);
}

} // namespace foyer::test
