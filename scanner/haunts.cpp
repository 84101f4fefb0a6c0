#include "scanner/haunts.h"

#include <cmath>

namespace foyer {
namespace {

constexpr int patience = 8, every = 6, remembered = 60; // frames
constexpr std::size_t haunts_most = 192;

bool is_same(const Finder& a, const Finder& b) {
    const float near = std::max(3.0F, a.module);
    return std::abs(a.x - b.x) < near && std::abs(a.y - b.y) < near && std::abs(a.module - b.module) < 0.3F * a.module;
}

} // namespace

std::vector<Finder> Haunts::worth_a_look(const std::vector<Finder>& hits) {
    if (++frame_ % every == 0) return hits;
    std::vector<Finder> fresh;
    for (const auto& hit : hits) {
        const bool stale = std::any_of(haunts_.begin(), haunts_.end(), [&](const Haunt& haunt) {
            return haunt.in_vain >= patience && is_same(haunt.finder, hit);
        });
        if (!stale) fresh.push_back(hit);
    }
    return fresh;
}

void Haunts::add(const std::vector<Finder>& hits) {
    std::erase_if(haunts_, [&](const Haunt& haunt) { return frame_ - haunt.last_frame > remembered; });
    for (const auto& hit : hits) {
        const auto known = std::find_if(haunts_.begin(), haunts_.end(),
                                        [&](const Haunt& haunt) { return is_same(haunt.finder, hit); });
        if (known != haunts_.end())
            ++known->in_vain, known->last_frame = frame_, known->finder = hit;
        else if (haunts_.size() < haunts_most)
            haunts_.push_back({hit, 1, frame_});
    }
}

} // namespace foyer
