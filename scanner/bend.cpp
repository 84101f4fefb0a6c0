#include "scanner/bend.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "scanner/solve.h"

namespace foyer {
namespace {

constexpr float to_edge = 3.5F;        // modules from the middle of a finder pattern
constexpr float least_likeness = 0.6F; // of a single finder pattern
constexpr float plainly = 0.88F;       // like a code of that size and no other

// A finder pattern as it lies in the picture: its middle, and one module to the right and down in the code.
struct Patch {
    Corner middle, right, down;
    float likeness = 0;
};

Corner along(const Corner& a, float part_a, const Corner& b, float part_b) {
    return {part_a * a.x + part_b * b.x, part_a * a.y + part_b * b.y};
}

constexpr float half_side = 4.5F; // modules of a finder pattern with its separator

Warp warp_of(const Patch& patch) {
    Warp warp;
    warp.side = 9;
    warp.numbers = {patch.right.x * half_side, patch.down.x * half_side, patch.middle.x,
                    patch.right.y * half_side, patch.down.y * half_side, patch.middle.y};
    return warp;
}

Patch patch_of(const Warp& warp, float likeness) {
    const auto& n = warp.numbers;
    return {{n[2], n[5]}, {n[0] / half_side, n[3] / half_side}, {n[1] / half_side, n[4] / half_side}, likeness};
}

Patch fitted(const GreyView& view, const ModuleMap& finder, const Patch& patch, int rounds) {
    Warp warp = warp_of(patch);
    const Fit here = fit(view, finder, Warp::slanted, rounds, warp);
    return patch_of(warp, here.contrast > 0 ? here.likeness : 0);
}

// The dark square in the middle of a finder pattern: its pixels' mean and how they are spread round it.
struct Core {
    Corner middle;
    float xx = 0, xy = 0, yy = 0;
};

class Spread {
public:
    void add(float x, float y) {
        count_ += 1, x_ += x, y_ += y;
        xx_ += x * x, xy_ += x * y, yy_ += y * y;
    }
    // Of what was measured from there.
    [[nodiscard]] std::optional<Core> core(const Corner& from) const {
        if (count_ < 4) return std::nullopt;
        const float x = x_ / count_, y = y_ / count_;
        return Core{{from.x + x, from.y + y}, xx_ / count_ - x * x, xy_ / count_ - x * y, yy_ / count_ - y * y};
    }

private:
    float count_ = 0, x_ = 0, y_ = 0, xx_ = 0, xy_ = 0, yy_ = 0;
};

int lightest_of(const GreyView& view) {
    int lightest = 0;
    for (int y = 0; y < view.height; ++y)
        lightest = std::max<int>(lightest, *std::max_element(view.row(y), view.row(y) + view.width));
    return lightest;
}

PixelRect round_about(int x, int y, float reach_px) {
    const int reach = static_cast<int>(reach_px) + 1;
    return {x - reach, y - reach, 2 * reach + 1, 2 * reach + 1};
}

// From its middle outwards as far as it is dark: `part` of the way to the light round it. Nothing when it has no end
// within six modules.
std::optional<Core> core_at(const GreyView& picture, const Finder& finder, float part) {
    const int x0 = static_cast<int>(finder.x + 0.5F), y0 = static_cast<int>(finder.y + 0.5F);
    if (x0 < 0 || y0 < 0 || x0 >= picture.width || y0 >= picture.height) return std::nullopt;
    const auto here = [&](float modules) {
        return round_about(x0, y0, modules * finder.module).within(picture.width, picture.height);
    };
    const PixelRect around = here(6);
    const GreyView view = picture.cut(around);
    const int own = picture.row(y0)[x0], light = lightest_of(picture.cut(here(3)));
    const int threshold = own + static_cast<int>(part * static_cast<float>(light - own));
    std::vector<bool> seen(static_cast<std::size_t>(view.width) * static_cast<std::size_t>(view.height));
    std::vector<std::pair<int, int>> open = {{x0 - around.x, y0 - around.y}};
    const Corner from{static_cast<float>(x0) + 0.5F, static_cast<float>(y0) + 0.5F};
    Spread spread;
    while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        if (x < 0 || y < 0 || x >= view.width || y >= view.height) return std::nullopt;
        auto known =
            seen[static_cast<std::size_t>(y) * static_cast<std::size_t>(view.width) + static_cast<std::size_t>(x)];
        if (known || view.row(y)[x] > threshold) continue;
        known = true;
        spread.add(static_cast<float>(x + around.x - x0), static_cast<float>(y + around.y - y0));
        for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) open.emplace_back(x + dx, y + dy);
    }
    return spread.core(from);
}

// A square of three modules that has the core's spread, turned by `more` from how its neighbours lie.
Patch patch_of(const Core& core, const Corner& right, const Corner& below, float more) {
    // L = (a b, b d), whose square is the spread of one module: a symmetric root.
    constexpr float spread = 0.75F; // of three modules a side
    const float xx = core.xx / spread + 1e-3F, xy = core.xy / spread, yy = core.yy / spread + 1e-3F;
    const float area = std::sqrt(std::max(xx * yy - xy * xy, 1e-6F)), whole = std::sqrt(xx + yy + 2 * area);
    const float a = (xx + area) / whole, b = xy / whole, d = (yy + area) / whole;
    const auto turn_to = [&](const Corner& to) { // the direction that L turns to this
        return std::atan2(a * to.y - b * to.x, d * to.x - b * to.y);
    };
    const float one = turn_to(right), two = turn_to(below) - std::numbers::pi_v<float> / 2;
    const float turn = one + std::remainder(two - one, 2 * std::numbers::pi_v<float>) / 2 + more;
    const float c = std::cos(turn), s = std::sin(turn);
    return {core.middle, {a * c + b * s, b * c + d * s}, {b * c - a * s, d * c - b * s}};
}

Patch shape_of(const GreyView& view, const Finder& finder, const Corner& right, const Corner& below) {
    const ModuleMap pattern = finder_pattern();
    std::optional<Core> core;
    for (const float part : {0.5F, 0.35F, 0.2F}) // blur makes its ring darker than the light
        if (!core) core = core_at(view, finder, part);
    Patch best;
    if (!core) return best;
    for (const float more : {-0.3F, 0.0F, 0.3F})
        if (const Patch patch = fitted(view, pattern, patch_of(*core, right, below, more), 6);
            patch.likeness > best.likeness)
            best = patch;
    return best;
}

struct Three {
    Patch corner, right, below;
};

std::optional<Three> shapes_of(const GreyView& view, const Triple& triple) {
    const Corner from = middle(triple.corner), a = middle(triple.right), b = middle(triple.below);
    const Corner right{a.x - from.x, a.y - from.y}, below{b.x - from.x, b.y - from.y};
    Three three;
    for (const auto& [finder, patch] :
         {std::pair{&triple.corner, &three.corner}, {&triple.right, &three.right}, {&triple.below, &three.below}}) {
        *patch = shape_of(view, *finder, right, below);
        if (patch->likeness < least_likeness) return std::nullopt;
    }
    return three;
}

float length(const Corner& from, const Corner& to) { return std::hypot(to.x - from.x, to.y - from.y); }
float length(const Corner& step) { return std::hypot(step.x, step.y); }

float side_guess(const Three& three) {
    const float across =
        length(three.corner.middle, three.right.middle) * 2 / (length(three.corner.right) + length(three.right.right));
    const float down =
        length(three.corner.middle, three.below.middle) * 2 / (length(three.corner.down) + length(three.below.down));
    return (across + down) / 2 + 7;
}

// The nearest first. Far from the code's middle modules seem smaller, and large codes are guessed less well.
std::vector<int> sides_about(float guess) {
    const int nearest = static_cast<int>(std::lround((std::min(guess, 200.0F) - 1) / 4)) * 4 + 1;
    const int reach = 4 + nearest / 60 * 4;
    std::vector<int> sides;
    for (int side = nearest - reach; side <= nearest + reach + 4; side += 4)
        if (is_side(side)) sides.push_back(side);
    std::ranges::sort(sides, {}, [&](int side) { return std::abs(side - nearest); });
    return sides;
}

// The smoothest paper through all three.
Warp through(const Three& three, int side) {
    constexpr std::size_t terms = 10;
    using Row = Equations<terms>::Row;
    Warp warp = warp_of(three.corner.middle, three.right.middle, three.below.middle, side);
    Equations<terms> x, y;
    const float scale = 2.0F / static_cast<float>(side), far = static_cast<float>(side) - to_edge;
    const auto add = [&](const Patch& patch, float middle_u, float middle_v) {
        for (const float v : {-to_edge, 0.0F, to_edge})
            for (const float u : {-to_edge, 0.0F, to_edge}) {
                const float a = (middle_u + u) * scale - 1, b = (middle_v + v) * scale - 1;
                const Row row = {a, b, 1, a * a, a * b, b * b, a * a * a, a * a * b, a * b * b, b * b * b};
                const Corner off = along(patch.right, u, patch.down, v), guess = warp.at(middle_u + u, middle_v + v);
                x.add(row, patch.middle.x + off.x - guess.x);
                y.add(row, patch.middle.y + off.y - guess.y);
            }
    };
    add(three.corner, to_edge, to_edge), add(three.right, far, to_edge), add(three.below, to_edge, far);
    const auto dx = x.solved(1e-3F), dy = y.solved(1e-3F);
    for (std::size_t i = 0; i < 3; ++i) {
        warp.numbers[i] += dx[i], warp.numbers[3 + i] += dy[i];
        warp.numbers[8 + i] += dx[3 + i], warp.numbers[11 + i] += dy[3 + i];
    }
    for (std::size_t i = 0; i < 4; ++i) warp.numbers[14 + i] += dx[6 + i], warp.numbers[18 + i] += dy[6 + i];
    return warp;
}

// The timing patterns are alike every two modules: they are followed from the finder patterns inwards, by what is known
// a little beyond it.
Fit led_by_timing(const GreyView& view, Warp& warp) {
    const ModuleMap all = blueprint(warp.side, false);
    ModuleMap some = all;
    Fit result;
    for (int known = 10;; known += std::max(2, known / 8)) {
        const int end = warp.side - known;
        for (int i = 8; i < warp.side - 8; ++i) {
            const bool here = i < known || i >= end;
            some.at(6, i) = here ? all.at(6, i) : 0, some.at(i, 6) = here ? all.at(i, 6) : 0;
        }
        result = fit(view, some, Warp::curved, 2, warp);
        if (known >= end) return result;
    }
}

} // namespace

std::optional<Placed> place_bent(const GreyView& view, const Triple& triple) {
    const auto three = shapes_of(view, triple);
    if (!three) return std::nullopt;
    std::optional<Placed> best;
    for (const int side : sides_about(side_guess(*three))) {
        Placed here{through(*three, side), {}};
        here.fit = led_by_timing(view, here.warp);
        if (!best || here.fit.likeness > best->fit.likeness) best = here;
        if (best->fit.likeness > plainly) break;
    }
    return best;
}

} // namespace foyer
