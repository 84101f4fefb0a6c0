#include "scanner/rings.h"

#include <cmath>
#include <numbers>

#include "scanner/shrink.h"

namespace foyer {
namespace {

constexpr float smallest_module = 1.3F, size_step = 1.25F;
constexpr int margin = 20;              // pixels: the largest stencil, turned by 45 degrees
constexpr int least_contrast = 8;       // grey levels from the spot to the light ring round it
constexpr float promising = 0.3F;       // likeness at a spot's darkest point, which is seldom its middle
constexpr float least_likeness = 0.45F; // at its likest: three of these at right angles are rarely chance
constexpr std::size_t finders_most = 40;

// Of a cell counted from the pattern's middle.
bool is_dark(int x, int y) {
    const int ring = std::max(std::abs(x), std::abs(y));
    return ring <= 1 || ring == 3;
}

} // namespace

RingFinder::RingFinder() {
    float sum = 0;
    const auto at = [](std::size_t i) {
        return is_dark(static_cast<int>(i % cells) - 4, static_cast<int>(i / cells) - 4);
    };
    for (std::size_t i = 0; i < points; ++i) sum += at(i) ? -1.0F : 1.0F;
    float length = 0;
    for (std::size_t i = 0; i < points; ++i) {
        wanted_[i] = (at(i) ? -1.0F : 1.0F) - sum / static_cast<float>(points);
        length += wanted_[i] * wanted_[i];
    }
    for (auto& value : wanted_) value /= std::sqrt(length);
}

void RingFinder::lay_stencils(int stride) {
    const auto offset = [stride](float x, float y) {
        return static_cast<std::ptrdiff_t>(std::lround(y)) * stride + std::lround(x);
    };
    float module = smallest_module;
    for (auto& stencil : stencils_) {
        stencil.module = module;
        for (std::size_t i = 0; i < stencil.light.size(); ++i) {
            const float angle = static_cast<float>(i) * std::numbers::pi_v<float> / 4, away = 2.3F * module;
            stencil.light[i] = offset(away * std::cos(angle), away * std::sin(angle));
        }
        for (std::size_t turn = 0; turn < turns; ++turn) {
            const float angle = static_cast<float>(turn) * std::numbers::pi_v<float> / (2 * turns);
            const float c = module * std::cos(angle), s = module * std::sin(angle);
            for (std::size_t i = 0; i < points; ++i) {
                const auto x = static_cast<float>(i % cells) - 4, y = static_cast<float>(i / cells) - 4;
                stencil.cell[turn][i] = offset(x * c - y * s, x * s + y * c);
            }
        }
        module *= size_step;
    }
}

float RingFinder::likeness(const std::uint8_t* spot, const std::array<std::ptrdiff_t, points>& cell) const {
    float with = 0;
    int sum = 0, squares = 0;
    for (std::size_t i = 0; i < points; ++i) {
        const int grey = spot[cell[i]];
        with += wanted_[i] * static_cast<float>(grey);
        sum += grey;
        squares += grey * grey;
    }
    const float spread = static_cast<float>(squares) - static_cast<float>(sum) * static_cast<float>(sum) / points;
    return spread < 81 ? 0 : with / std::sqrt(spread);
}

void RingFinder::try_spot(int x, int y) {
    const std::uint8_t* spot = soft_.data() + static_cast<std::ptrdiff_t>(y) * stride_ + x;
    const Stencil* best_stencil = nullptr;
    std::size_t best_turn = 0;
    float most = promising;
    for (const auto& stencil : stencils_) {
        int light = 0;
        for (const auto at : stencil.light) light += spot[at];
        if (light - 8 * spot[0] < 8 * least_contrast) continue;
        for (std::size_t turn = 0; turn < turns; ++turn) {
            const float like = likeness(spot, stencil.cell[turn]);
            if (like > most) most = like, best_stencil = &stencil, best_turn = turn;
        }
    }
    if (best_stencil == nullptr) return;
    const Finder seen = climbed(x, y, *best_stencil, best_turn);
    if (seen.hits >= static_cast<int>(least_likeness * 100)) remember(seen);
}

Finder RingFinder::climbed(int x, int y, const Stencil& stencil, std::size_t turn) const {
    const auto like_at = [&](int px, int py) {
        const bool inside = px >= margin && py >= margin && px < width_ - margin && py < height_ - margin;
        return inside ? likeness(soft_.data() + static_cast<std::ptrdiff_t>(py) * stride_ + px, stencil.cell[turn]) : 0;
    };
    float most = like_at(x, y);
    for (int step = 0; step < 4; ++step) {
        int best_x = x, best_y = y;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx)
                if (const float like = like_at(x + dx, y + dy); like > most)
                    most = like, best_x = x + dx, best_y = y + dy;
        if (best_x == x && best_y == y) break;
        x = best_x, y = best_y;
    }
    return {static_cast<float>(x), static_cast<float>(y), stencil.module, static_cast<int>(most * 100)};
}

void RingFinder::remember(const Finder& seen) {
    for (auto& known : finders_) {
        if (!is_same(known, seen, std::max(known.module, seen.module))) continue;
        if (seen.hits > known.hits) known = seen;
        return;
    }
    finders_.push_back(seen);
}

const std::vector<Finder>& RingFinder::look(const GreyView& view) {
    finders_.clear();
    if (view.width <= 2 * margin || view.height <= 2 * margin) return finders_;
    if (stride_ != view.width) lay_stencils(view.width);
    width_ = view.width, height_ = view.height, stride_ = view.width;
    softened(softened(view, soft_), softer_);
    for (int y = margin; y + margin < height_; ++y) {
        const std::uint8_t* row = softer_.data() + static_cast<std::ptrdiff_t>(y) * stride_;
        for (int x = margin; x + margin < width_; ++x) {
            const std::uint8_t grey = row[x];
            if (row[x - 1] <= grey || row[x + 1] < grey || row[x - stride_] <= grey || row[x + stride_] < grey)
                continue;
            try_spot(x, y);
        }
    }
    std::sort(finders_.begin(), finders_.end(), [](const Finder& a, const Finder& b) { return a.hits > b.hits; });
    if (finders_.size() > finders_most) finders_.resize(finders_most);
    return finders_;
}

} // namespace foyer
