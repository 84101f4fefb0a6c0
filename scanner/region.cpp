// Where a code may be, from its finder patterns: the part of finders.h that is geometry alone.
#include <cassert>
#include <cmath>

#include "scanner/finders.h"

namespace foyer {
namespace {

constexpr float quiet_modules = 9.0F; // from a pattern's centre: 3.5 to its edge, 4 of quiet zone, and some slack
constexpr float lone_modules = 50.0F; // round patterns that make no triple: a version 6 code is 41 modules wide
constexpr std::size_t pairs_from = 6;
constexpr std::size_t triples_from = 20;

struct Oddest {
    float modules, cosine, sides; // of the sizes of the patterns, of the angle, of the lengths
};
constexpr Oddest tilted = {1.6F, 0.45F, 1.7F}, bent = {2.2F, 0.7F, 2.2F};

// 0 for the corners of a square seen straight on, growing with distortion; nothing beyond what tilt or a bend explains.
std::optional<float> oddness(const Triple& triple, const Oddest& oddest) {
    const float ax = triple.right.x - triple.corner.x, ay = triple.right.y - triple.corner.y;
    const float bx = triple.below.x - triple.corner.x, by = triple.below.y - triple.corner.y;
    const float a = std::hypot(ax, ay), b = std::hypot(bx, by);
    const auto [smallest, largest] = std::minmax({triple.corner.module, triple.right.module, triple.below.module});
    if (largest > oddest.modules * smallest) return std::nullopt;
    if (std::min(a, b) < 9.0F * smallest) return std::nullopt; // 14 modules apart in the smallest code
    const float cosine = std::abs(ax * bx + ay * by) / (a * b);
    const float ratio = std::max(a, b) / std::min(a, b);
    if (cosine > oddest.cosine || ratio > oddest.sides) return std::nullopt;
    return cosine + (ratio - 1.0F) + (largest / smallest - 1.0F);
}

// Clockwise as printed, which is how it is seen.
Triple oriented(const Finder& corner, const Finder& one, const Finder& two) {
    const float turn = (one.x - corner.x) * (two.y - corner.y) - (one.y - corner.y) * (two.x - corner.x);
    return turn > 0 ? Triple{corner, one, two} : Triple{corner, two, one};
}

struct Doubted {
    Triple triple;
    float doubt;
};

std::vector<Doubted> doubted_triples(const std::vector<Finder>& finders, const Oddest& oddest) {
    const std::size_t count = std::min(finders.size(), triples_from);
    std::vector<Doubted> found;
    if (finders.empty()) return found;
    const float full = 3.0F * weight(finders.front());
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            for (std::size_t k = j + 1; k < count; ++k) {
                if (i == j || i == k) continue;
                const auto triple = oriented(finders[i], finders[j], finders[k]);
                const auto odd = oddness(triple, oddest);
                if (!odd) continue;
                const float seen = weight(finders[i]) + weight(finders[j]) + weight(finders[k]);
                found.push_back({triple, *odd + 1.0F - seen / full});
            }
    return found;
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

std::vector<Triple> triples_of(const std::vector<Finder>& finders, std::size_t most, Paper paper) {
    auto found = doubted_triples(finders, paper == Paper::bent ? bent : tilted);
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), end, found.end(),
                      [](const Doubted& a, const Doubted& b) { return a.doubt < b.doubt; });
    std::vector<Triple> triples;
    for (auto each = found.begin(); each != end; ++each) triples.push_back(each->triple);
    return triples;
}

std::vector<Triple> triples_with(const std::vector<Finder>& known, const std::vector<Finder>& finders, std::size_t any,
                                 std::size_t most) {
    if (known.empty()) return triples_of(finders, most);
    const auto is_known = [&](const Finder& finder) {
        return std::ranges::any_of(known, [&](const Finder& one) { return is_same(one, finder, finder.module); });
    };
    const auto all = triples_of(finders, finders.size() * finders.size());
    std::vector<Triple> chosen;
    for (std::size_t i = 0; i < all.size() && chosen.size() < most; ++i)
        if (i < any || is_known(all[i].corner) || is_known(all[i].right) || is_known(all[i].below))
            chosen.push_back(all[i]);
    return chosen;
}

namespace {

struct Pair {
    const Finder *one, *two;
};

std::vector<Pair> likely_pairs(const std::vector<Finder>& finders, std::size_t most) {
    std::vector<Pair> pairs;
    const std::size_t count = std::min(finders.size(), pairs_from);
    for (std::size_t i = 0; i < count; ++i) // the plainest first, so the pairs are nearly so
        for (std::size_t j = 0; j < i; ++j) {
            const auto [small, large] = std::minmax(finders[i].module, finders[j].module);
            const float apart = std::hypot(finders[i].x - finders[j].x, finders[i].y - finders[j].y);
            if (large > 1.4F * small || apart < 10 * small || apart > 60 * large) continue;
            pairs.push_back({&finders[j], &finders[i]});
        }
    if (pairs.size() > most) pairs.resize(most);
    return pairs;
}

} // namespace

std::vector<Triple> guessed_triples(const std::vector<Finder>& finders, std::size_t pairs_most) {
    std::vector<Triple> triples;
    for (const auto& [one, two] : likely_pairs(finders, pairs_most)) {
        const float x = two->x - one->x, y = two->y - one->y, module = (one->module + two->module) / 2;
        const auto at = [&](float px, float py) { return Finder{px, py, module, 0}; };
        for (const float turn : {-1.0F, 1.0F}) { // a quarter turn: (x, y) to (-y, x)
            triples.push_back(oriented(*one, *two, at(one->x - turn * y, one->y + turn * x)));
            triples.push_back(oriented(*two, *one, at(two->x - turn * y, two->y + turn * x)));
            triples.push_back(
                oriented(at((one->x + two->x - turn * y) / 2, (one->y + two->y + turn * x) / 2), *one, *two));
        }
    }
    return triples;
}

PixelRect region_of(const Triple& triple, int width, int height) {
    const auto &corner = triple.corner, &right = triple.right, &below = triple.below;
    const float margin = quiet_modules * std::max({corner.module, right.module, below.module});
    Bounds around;
    for (const auto* finder : {&corner, &right, &below}) around.add(finder->x, finder->y, margin);
    around.add(right.x + below.x - corner.x, right.y + below.y - corner.y, margin);
    return around.rect().within(width, height);
}

PixelRect region_of(const std::vector<Finder>& finders, int width, int height) {
    assert(!finders.empty());
    const auto triples = triples_of(finders, 1);
    if (!triples.empty()) return region_of(triples.front(), width, height);
    Bounds around;
    for (const auto& finder : finders) around.add(finder.x, finder.y, lone_modules * finder.module);
    return around.rect().within(width, height);
}

} // namespace foyer
