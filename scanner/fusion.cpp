#include "scanner/fusion.h"

#include <cmath>

namespace foyer {
namespace {

constexpr std::chrono::milliseconds longest_pause{250};
constexpr float least_likeness = 0.3F; // of the modules to those before: two different codes have none
constexpr float kept = 0.8F;           // of what was summed before, a frame: five frames count
constexpr float loudest = 1.5F;        // one module of one frame cannot outvote the others

float likeness(const ModuleMap& a, const ModuleMap& b) {
    const ModuleMap fixed = blueprint(a.side, true); // the same in all codes: says nothing
    float with = 0, own = 0, other = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        if (fixed.values[i] != 0) continue;
        with += a.values[i] * b.values[i], own += a.values[i] * a.values[i], other += b.values[i] * b.values[i];
    }
    return with / std::sqrt(own * other + 1e-9F);
}

} // namespace

bool Fusion::is_same(const Lattice& lattice, SteadyTime time) const {
    if (sum_.side != lattice.modules.side || time - last_ > longest_pause) return false;
    const auto end = static_cast<float>(sum_.side);
    const Corner middle = lattice.warp.at(end / 2, end / 2);
    if (std::hypot(middle.x - middle_.x, middle.y - middle_.y) > end * lattice.warp.module()) return false;
    return likeness(sum_, lattice.modules) > least_likeness;
}

std::optional<Decoded> Fusion::add(const Lattice& lattice, SteadyTime time) {
    if (agreement(lattice.modules) < 0.8F) return std::nullopt; // no code
    if (!is_same(lattice, time)) sum_ = ModuleMap(lattice.modules.side), frames_ = 0;
    for (std::size_t i = 0; i < sum_.values.size(); ++i)
        sum_.values[i] = kept * sum_.values[i] + std::clamp(lattice.modules.values[i], -loudest, loudest);
    const auto half = static_cast<float>(sum_.side) / 2;
    middle_ = lattice.warp.at(half, half);
    last_ = time;
    if (++frames_ < 2) return std::nullopt;
    return decoded({lattice.warp, sum_});
}

} // namespace foyer
