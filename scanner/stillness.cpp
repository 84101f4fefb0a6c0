#include "scanner/stillness.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foyer {
namespace {

constexpr int block = 16, row_step = 4; // pixels; the rows that the gate walks
constexpr int samples = block * block / row_step;
constexpr float moved = 4; // grey levels: the mean of a block is known to one, in the noisiest pictures
constexpr float follows = 1.0F / 16;
constexpr int looked_at = 12, first_one_in = 6, last_one_in = 96; // frames
constexpr int looks_a_step = 3;                                   // before they become rarer
constexpr int noise_most = 3;                                     // blocks

void add(const std::uint8_t* row, std::uint16_t* sums, std::size_t count) {
    for (std::size_t x = 0; x < count; ++x) sums[x] = static_cast<std::uint16_t>(sums[x] + row[x]);
}

// Rows that are not next to each other come slowly from memory unless they are asked for in time.
void prefetch(const std::uint8_t* row, std::size_t count) {
    for (std::size_t x = 0; x < count; x += 64) __builtin_prefetch(row + x);
}

} // namespace

// All at once and then ever less often. Each pause is a multiple of the one before, so that all of a code has its turn
// in the same frame.
void Stillness::set_turns() {
    int one_in = 1, rarer_from = looked_at;
    for (int still = 0; still <= still_for_good; ++still) {
        if (still == rarer_from && one_in < last_one_in) {
            one_in = one_in == 1 ? first_one_in : 2 * one_in;
            rarer_from += looks_a_step * one_in;
        }
        turn_[static_cast<std::size_t>(still)] = frame_ % one_in == 0;
    }
}

void Stillness::fit(const GreyView& view) {
    if (view.width == width_ && view.height == height_) return;
    width_ = view.width;
    height_ = view.height;
    columns_ = width_ / block;
    rows_ = height_ / block;
    const auto blocks = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
    usual_.assign(blocks, -2 * moved); // whatever is seen has moved
    still_.assign(blocks, 0);
    sums_.resize(static_cast<std::size_t>(columns_) * block);
}

void Stillness::take_block(std::size_t at, float grey) {
    const float off = grey - usual_[at];
    const bool has_moved = std::abs(off) > moved;
    usual_[at] += has_moved ? off : off * follows;
    still_[at] = has_moved ? 0 : std::min(still_[at] + 1, still_for_good);
    due_ = due_ || turn_[static_cast<std::size_t>(still_[at])];
}

void Stillness::look(const GreyView& view) {
    fit(view);
    ++frame_;
    set_turns();
    due_ = false;
    std::size_t at = 0;
    for (int row = 0; row < rows_; ++row) {
        std::ranges::fill(sums_, std::uint16_t{0});
        for (int y = row * block + row_step / 2; y < (row + 1) * block; y += row_step) {
            prefetch(view.row(std::min(y + 2 * row_step, height_ - 1)), sums_.size());
            add(view.row(y), sums_.data(), sums_.size());
        }
        for (const std::uint16_t* sum = sums_.data(); sum != sums_.data() + sums_.size(); sum += block)
            take_block(at++, static_cast<float>(std::accumulate(sum, sum + block, 0)) / samples);
    }
}

bool Stillness::is_due(float x, float y) const {
    const int column = static_cast<int>(x) / block, row = static_cast<int>(y) / block;
    for (int r = std::max(row - 1, 0); r <= std::min(row + 1, rows_ - 1); ++r)
        for (int c = std::max(column - 1, 0); c <= std::min(column + 1, columns_ - 1); ++c)
            if (turn_[static_cast<std::size_t>(still_[static_cast<std::size_t>(r * columns_ + c)])]) return true;
    return false;
}

bool Stillness::rests(const PixelRect& part) const {
    for (int r = std::max(part.y / block, 0); r <= std::min((part.y + part.height - 1) / block, rows_ - 1); ++r)
        for (int c = std::max(part.x / block, 0); c <= std::min((part.x + part.width - 1) / block, columns_ - 1); ++c)
            if (still_[static_cast<std::size_t>(r * columns_ + c)] == 0) return false;
    return true;
}

bool Stillness::moves(int x, int y) const {
    const int column = std::min(x / block, columns_ - 1), row = std::min(y / block, rows_ - 1);
    return still_[static_cast<std::size_t>(row * columns_ + column)] == 0;
}

bool Stillness::all_still_for(int frames) const {
    return std::ranges::count_if(still_, [=](int still) { return still < frames; }) <= noise_most;
}

} // namespace foyer
