// Least squares for a handful of unknowns: equations are added one by one, then solved. Pure.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace foyer {

template <std::size_t Count>
class Equations {
public:
    using Row = std::array<float, Count>;

    // row . unknowns = value.
    void add(const Row& row, float value) {
        // Of the sums, only those up to the diagonal are needed; whole rows are what vector instructions are good at.
        for (std::size_t i = 0; i < Count; ++i)
            for (std::size_t j = 0; j < Count; ++j) sums_[i][j] += row[i] * row[j];
        for (std::size_t i = 0; i < Count; ++i) wanted_[i] += row[i] * value;
    }

    // `damping`, as a part of its own sum, keeps an unknown that the equations say nothing of near 0.
    [[nodiscard]] Row solved(float damping) const { return solved(damping, {}); }

    // Near `guess` instead, by that part of the mean of all sums.
    [[nodiscard]] Row near(const Row& guess, float damping) const {
        float mean = 0;
        for (std::size_t i = 0; i < Count; ++i) mean += sums_[i][i] / static_cast<float>(Count);
        Equations pulled = *this;
        for (std::size_t i = 0; i < Count; ++i) {
            pulled.sums_[i][i] += damping * mean;
            pulled.wanted_[i] += damping * mean * guess[i];
        }
        return pulled.solved(1e-6F);
    }

private:
    // By Cholesky's decomposition of the sums.
    [[nodiscard]] Row solved(float damping, Row row) const {
        auto lower = sums_;
        for (std::size_t i = 0; i < Count; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                float sum = sums_[i][j] + (i == j ? damping * sums_[i][i] + 1e-9F : 0.0F);
                for (std::size_t k = 0; k < j; ++k) sum -= lower[i][k] * lower[j][k];
                lower[i][j] = i == j ? std::sqrt(std::max(sum, 1e-12F)) : sum / lower[j][j];
            }
        }
        for (std::size_t i = 0; i < Count; ++i) {
            float sum = wanted_[i];
            for (std::size_t k = 0; k < i; ++k) sum -= lower[i][k] * row[k];
            row[i] = sum / lower[i][i];
        }
        for (std::size_t i = Count; i-- > 0;) {
            float sum = row[i];
            for (std::size_t k = i + 1; k < Count; ++k) sum -= lower[k][i] * row[k];
            row[i] = sum / lower[i][i];
        }
        return row;
    }

    std::array<Row, Count> sums_{};
    Row wanted_{};
};

} // namespace foyer
