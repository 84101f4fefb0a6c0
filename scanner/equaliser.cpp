#include "scanner/equaliser.h"

namespace foyer {
namespace {

constexpr int window = 12;    // half modules to each side, for the light and contrast around a sample
constexpr float pull = 0.02F; // towards the plain sample: as many of the modules known are few, and noisy

// Sums over all upper left rectangles, so that any box's sum is four look-ups.
class BoxSums {
public:
    BoxSums(const std::vector<float>& values, int across)
        : across_(across + 1), sums_(static_cast<std::size_t>(across_) * static_cast<std::size_t>(across_)) {
        for (int y = 0; y < across; ++y) {
            double row = 0;
            for (int x = 0; x < across; ++x) {
                row += values[static_cast<std::size_t>(y * across + x)];
                at(x + 1, y + 1) = at(x + 1, y) + row;
            }
        }
    }
    [[nodiscard]] float mean(int x, int y) const {
        const int left = std::max(x - window, 0), right = std::min(x + window + 1, across_ - 1);
        const int top = std::max(y - window, 0), bottom = std::min(y + window + 1, across_ - 1);
        const double sum = at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
        return static_cast<float>(sum / ((right - left) * (bottom - top)));
    }

    [[nodiscard]] float whole() const {
        return static_cast<float>(at(across_ - 1, across_ - 1) / ((across_ - 1.0) * (across_ - 1.0)));
    }

private:
    [[nodiscard]] double& at(int x, int y) { return sums_[static_cast<std::size_t>(y * across_ + x)]; }
    [[nodiscard]] double at(int x, int y) const { return sums_[static_cast<std::size_t>(y * across_ + x)]; }
    int across_;
    std::vector<double> sums_;
};

} // namespace

void Equaliser::sample(const GreyView& view, const Warp& warp) {
    side_ = warp.side;
    across_ = 2 * side_ + 3; // from half a module outside to half a module outside
    std::vector<float> greys;
    greys.reserve(static_cast<std::size_t>(across_) * static_cast<std::size_t>(across_));
    for (int y = 0; y < across_; ++y)
        for (int x = 0; x < across_; ++x) {
            const Corner at = warp.at(static_cast<float>(x - 1) / 2, static_cast<float>(y - 1) / 2);
            greys.push_back(grey_between(view, at.x, at.y));
        }
    flatten(greys);
}

void Equaliser::flatten(const std::vector<float>& greys) {
    std::vector<float> squares;
    squares.reserve(greys.size());
    for (const float grey : greys) squares.push_back(grey * grey);
    const BoxSums sums(greys, across_), square_sums(squares, across_);
    samples_.resize(greys.size());
    const float whole = std::sqrt(std::max(square_sums.whole() - sums.whole() * sums.whole(), 0.0F));
    for (int y = 0; y < across_; ++y)
        for (int x = 0; x < across_; ++x) {
            const auto at = static_cast<std::size_t>(y * across_ + x);
            const float mean = sums.mean(x, y);
            // Where glare or a shadow leaves next to no contrast, its noise must not be taken for modules.
            const float spread = std::sqrt(std::max(square_sums.mean(x, y) - mean * mean, 0.0F)) + 0.15F * whole + 1.0F;
            samples_[at] = (greys[at] - mean) / spread;
        }
}

Equaliser::Row Equaliser::row_of(int column, int row) const {
    Row result{};
    std::size_t next = 0;
    const int x = 2 * column + 2 - reach, y = 2 * row + 2 - reach; // a module's middle is sample 2i + 2
    for (int dy = 0; dy <= 2 * reach; ++dy)
        for (int dx = 0; dx <= 2 * reach; ++dx)
            result[next++] = samples_[static_cast<std::size_t>((y + dy) * across_ + x + dx)];
    result[next] = 1;
    return result;
}

void Equaliser::learn(const ModuleMap& map) {
    Equations<taps> equations;
    for (int row = 0; row < side_; ++row)
        for (int column = 0; column < side_; ++column)
            if (map.at(column, row) != 0) equations.add(row_of(column, row), map.at(column, row) < 0 ? -1.0F : 1.0F);
    Row plain{};
    plain[taps / 2 - 1] = 1; // the middle one
    filter_ = equations.near(plain, pull);
}

ModuleMap Equaliser::modules() const {
    ModuleMap map(side_);
    for (int row = 0; row < side_; ++row)
        for (int column = 0; column < side_; ++column) {
            const Row samples = row_of(column, row);
            float sum = 0;
            for (std::size_t i = 0; i < taps; ++i) sum += filter_[i] * samples[i];
            map.at(column, row) = sum;
        }
    return map;
}

} // namespace foyer
