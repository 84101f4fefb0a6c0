// Where a code may be, from its finder patterns: the part of finders.h that is geometry alone.
#include <cassert>
#include <cmath>

#include "scanner/finders.h"

namespace foyer {
namespace {

constexpr float quiet_modules = 9.0F; // from a pattern's centre: 3.5 to its edge, 4 of quiet zone, and some slack
constexpr float lone_modules = 50.0F; // round patterns that make no triple: a version 6 code is 41 modules wide
constexpr std::size_t triples_from = 12;

struct Triple {
    const Finder* corner;
    const Finder* right;
    const Finder* below;
};

// 0 for the corners of a square seen straight on, growing with distortion; nothing beyond what tilt explains.
std::optional<float> oddness(const Triple& triple) {
    const float ax = triple.right->x - triple.corner->x, ay = triple.right->y - triple.corner->y;
    const float bx = triple.below->x - triple.corner->x, by = triple.below->y - triple.corner->y;
    const float a = std::hypot(ax, ay), b = std::hypot(bx, by);
    const auto [smallest, largest] = std::minmax({triple.corner->module, triple.right->module, triple.below->module});
    if (largest > 1.6F * smallest) return std::nullopt;
    if (std::min(a, b) < 9.0F * smallest) return std::nullopt; // 14 modules apart in the smallest code
    const float cosine = std::abs(ax * bx + ay * by) / (a * b);
    const float ratio = std::max(a, b) / std::min(a, b);
    if (cosine > 0.45F || ratio > 1.7F) return std::nullopt;
    return cosine + (ratio - 1.0F) + (largest / smallest - 1.0F);
}

std::optional<Triple> best_triple(const std::vector<Finder>& finders) {
    const std::size_t count = std::min(finders.size(), triples_from);
    std::optional<Triple> best;
    float least = 1e9F;
    const float full = 3.0F * weight(finders.front());
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            for (std::size_t k = j + 1; k < count; ++k) {
                if (i == j || i == k) continue;
                const Triple triple{&finders[i], &finders[j], &finders[k]};
                const auto odd = oddness(triple);
                if (!odd) continue;
                const float doubt =
                    *odd + 1.0F - (weight(*triple.corner) + weight(*triple.right) + weight(*triple.below)) / full;
                if (doubt < least) best = triple, least = doubt;
            }
    return best;
}

struct Bounds {
    float left = 1e9F, top = 1e9F, right = -1e9F, bottom = -1e9F;
    void add(float x, float y, float margin) {
        left = std::min(left, x - margin), right = std::max(right, x + margin);
        top = std::min(top, y - margin), bottom = std::max(bottom, y + margin);
    }
    [[nodiscard]] PixelRect rect() const {
        const int x = static_cast<int>(std::floor(left)), y = static_cast<int>(std::floor(top));
        return {x, y, static_cast<int>(std::ceil(right)) - x, static_cast<int>(std::ceil(bottom)) - y};
    }
};

} // namespace

PixelRect region_of(const std::vector<Finder>& finders, int width, int height) {
    assert(!finders.empty());
    Bounds around;
    if (const auto triple = best_triple(finders)) {
        const auto& [corner, right, below] = *triple;
        const float margin = quiet_modules * std::max({corner->module, right->module, below->module});
        for (const auto* finder : {corner, right, below}) around.add(finder->x, finder->y, margin);
        around.add(right->x + below->x - corner->x, right->y + below->y - corner->y, margin);
    } else {
        for (const auto& finder : finders) around.add(finder.x, finder.y, lone_modules * finder.module);
    }
    return around.rect().within(width, height);
}

} // namespace foyer
