// The plates: shape and sign of each kind of verdict, and how they come in.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "kiosk/screens/pieces.h"

namespace foyer {
namespace {

// Regular, convex, with rounded corners; the first corner at `turn` degrees.
std::vector<Point> rounded(Point centre, float radius, int corners, float turn, float rounding) {
    constexpr int steps = 8;
    std::vector<Point> points;
    const float half = std::numbers::pi_v<float> / static_cast<float>(corners);
    for (int corner = 0; corner < corners; ++corner) {
        const float towards = turn * std::numbers::pi_v<float> / 180 + 2 * half * static_cast<float>(corner);
        const Point middle{centre.x + (radius - rounding) * std::cos(towards),
                           centre.y + (radius - rounding) * std::sin(towards)};
        for (int i = 0; i <= steps; ++i) {
            const float angle = towards + half * (2 * static_cast<float>(i) / steps - 1);
            points.push_back({middle.x + rounding * std::cos(angle), middle.y + rounding * std::sin(angle)});
        }
    }
    return points;
}

// A little too large at first, then at rest: 0 at 0, 1 at 1, above 1 shortly before.
float overshoot(double part) {
    const double rest = std::clamp(part, 0.0, 1.0) - 1;
    return static_cast<float>(1 + 2.70158 * rest * rest * rest + 1.70158 * rest * rest);
}

void rings(Paint& paint, Point centre, float radius, double seconds) {
    paint.ring(centre, radius * 1.18f, with_alpha(theme::white, 0.42), 3);
    const double part = seconds / theme::pulse;
    if (part <= 0 || part >= 1) return;
    const auto grown = radius * (1.18f + 0.3f * static_cast<float>(part));
    paint.ring(centre, grown, with_alpha(theme::white, 0.42 * (1 - part)), 3);
}

} // namespace

void plate(Paint& paint, Point centre, float radius, VerdictKind kind, Arrow arrow, const theme::Ground& ground,
           double seconds) {
    const float r = radius * overshoot(seconds / theme::plate_in);
    if (r < 2) return;
    switch (kind) {
    case VerdictKind::admitted:
        rings(paint, centre, radius, seconds);
        paint.disc(centre, r, theme::white);
        paint.tick(centre, r * 1.25f, ground.mark, 2.6f,
                   std::clamp((seconds - theme::tick_from) / (theme::tick_to - theme::tick_from), 0.0, 1.0));
        return;
    case VerdictKind::go_elsewhere:
        paint.fill({centre.x - r, centre.y - r, 2 * r, 2 * r}, theme::white, r * 0.36f);
        paint.arrow(arrow == Arrow::none ? Arrow::ahead : arrow, centre, r * 1.2f, ground.mark, 3);
        return;
    case VerdictKind::full:
        paint.polygon(rounded(centre, r * 1.12f, 4, 0, r * 0.2f), theme::white);
        paint.icon(Icon::people, centre, r * 1.05f, ground.mark, 2.2f);
        return;
    case VerdictKind::wait:
        paint.polygon(rounded(centre, r * 1.05f, 6, 0, r * 0.16f), theme::white);
        paint.icon(Icon::clock, centre, r * 1.15f, ground.mark, 2.2f);
        return;
    case VerdictKind::again: // a badge read twice
        paint.fill({centre.x - r * 1.15f, centre.y - r * 0.8f, 2.3f * r, 1.6f * r}, theme::white, r * 0.3f);
        paint.icon(Icon::twice, centre, r * 1.4f, ground.mark, 2);
        return;
    case VerdictKind::ask_a_person:
        paint.polygon(rounded(centre, r * 1.06f, 8, 22.5f, r * 0.05f), theme::white);
        paint.icon(Icon::person_at_desk, centre, r * 1.25f, ground.mark, 2.2f);
        return;
    }
}

} // namespace foyer
