#include "scanner/flatten.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace foyer {
namespace {

constexpr int least_difference = 5; // grey levels: below it there is only noise to enlarge
constexpr int strength = 56;        // grey levels that the usual difference becomes

// Means of the window around each pixel of one row, from the sums of its columns; at the edges of what there is.
void means(const std::vector<int>& column_sums, int rows, int reach, std::vector<int>& mean) {
    const int width = static_cast<int>(column_sums.size());
    int sum = 0, from = 0, to = 0; // columns [from, to)
    for (int x = 0; x < width; ++x) {
        for (; to < std::min(width, x + reach + 1); ++to) sum += column_sums[static_cast<std::size_t>(to)];
        for (; from < x - reach; ++from) sum -= column_sums[static_cast<std::size_t>(from)];
        mean[static_cast<std::size_t>(x)] = sum / ((to - from) * rows);
    }
}

// Slides over the rows of a picture: the means around each pixel of the row that it stands at.
template <class Value>
class Window {
public:
    Window(int width, int height, int reach, Value value)
        : sums_(static_cast<std::size_t>(width)), mean_(static_cast<std::size_t>(width)), height_(height),
          reach_(reach), value_(value) {}

    const std::vector<int>& at_row(int y) {
        for (; to_ < std::min(height_, y + reach_ + 1); ++to_) add(to_, 1);
        for (; from_ < y - reach_; ++from_) add(from_, -1);
        means(sums_, to_ - from_, reach_, mean_);
        return mean_;
    }

private:
    void add(int y, int sign) {
        for (std::size_t x = 0; x < sums_.size(); ++x) sums_[x] += sign * value_(static_cast<int>(x), y);
    }
    std::vector<int> sums_, mean_;
    int height_, reach_, from_ = 0, to_ = 0;
    Value value_;
};

} // namespace

GreyView flattened(const GreyView& view, int windows, Bytes& storage) {
    const int reach = std::max(1, std::min(view.width, view.height) / windows / 2);
    const auto width = static_cast<std::size_t>(view.width), height = static_cast<std::size_t>(view.height);
    storage.resize(width * height);
    std::vector<std::int16_t> off(width * height); // from the mean around
    Window light(view.width, view.height, reach, [&](int x, int y) { return int{view.row(y)[x]}; });
    for (int y = 0; y < view.height; ++y) {
        const auto& mean = light.at_row(y);
        const std::uint8_t* row = view.row(y);
        std::int16_t* out = off.data() + static_cast<std::size_t>(y) * width;
        for (std::size_t x = 0; x < width; ++x) out[x] = static_cast<std::int16_t>(row[x] - mean[x]);
    }
    Window contrast(view.width, view.height, reach, [&](int x, int y) {
        return std::abs(int{off[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)]});
    });
    for (int y = 0; y < view.height; ++y) {
        const auto& usual = contrast.at_row(y);
        const std::size_t first = static_cast<std::size_t>(y) * width;
        for (std::size_t x = 0; x < width; ++x) {
            const int level = 128 + off[first + x] * strength / std::max(usual[x], least_difference);
            storage[first + x] = static_cast<std::uint8_t>(std::clamp(level, 0, 255));
        }
    }
    return {storage.data(), view.width, view.height, view.width};
}

} // namespace foyer
