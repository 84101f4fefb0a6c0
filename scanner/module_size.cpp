#include "scanner/module_size.h"

#include <cmath>

namespace foyer {
namespace {

constexpr int versions = 40;
constexpr double sure = 0.2; // of what a sharp code gives: blur takes most of it from small modules

// Heckbert's map of the unit square on to a quadrilateral.
class Square {
public:
    explicit Square(const Corners& corners) : origin_(corners[0]) {
        const auto& [a, b, c, d] = corners;
        const double sum_x = a.x - b.x + c.x - d.x, sum_y = a.y - b.y + c.y - d.y;
        const double x1 = b.x - c.x, x2 = d.x - c.x, y1 = b.y - c.y, y2 = d.y - c.y, whole = x1 * y2 - x2 * y1;
        g_ = whole == 0 ? 0 : (sum_x * y2 - x2 * sum_y) / whole;
        h_ = whole == 0 ? 0 : (x1 * sum_y - sum_x * y1) / whole;
        ax_ = b.x - a.x + g_ * b.x, bx_ = d.x - a.x + h_ * d.x;
        ay_ = b.y - a.y + g_ * b.y, by_ = d.y - a.y + h_ * d.y;
    }
    // The grey level there, 0 outside of the picture.
    [[nodiscard]] double at(const GreyView& view, double u, double v) const {
        const double w = g_ * u + h_ * v + 1;
        const auto x = static_cast<int>(std::floor((ax_ * u + bx_ * v + origin_.x) / w));
        const auto y = static_cast<int>(std::floor((ay_ * u + by_ * v + origin_.y) / w));
        if (x < 0 || y < 0 || x >= view.width || y >= view.height) return 0;
        return view.row(y)[x];
    }

private:
    Corner origin_;
    double g_, h_, ax_, bx_, ay_, by_;
};

// How much lighter the modules are that must be light than those that must be dark, if there are `side` of them.
double contrast(const GreyView& view, const Square& square, int side) {
    double light = 0, dark = 0;
    int lights = 0, darks = 0;
    const auto look = [&](int column, int row, bool is_dark) {
        const double level = square.at(view, (column + 0.5) / side, (row + 0.5) / side);
        (is_dark ? dark : light) += level;
        ++(is_dark ? darks : lights);
    };
    for (int i = 8; i <= side - 9; ++i) { // the two timing patterns
        look(i, 6, i % 2 == 0);
        look(6, i, i % 2 == 0);
    }
    for (int i = 0; i < 8; ++i) { // the middle of the finder patterns, and the light line round them
        const bool is_dark = i != 1 && i != 5 && i != 7;
        for (const auto& [along, across] : {std::pair{i, 3}, std::pair{side - 1 - i, 3}, std::pair{i, side - 4}}) {
            look(along, across, is_dark);
            look(across, along, is_dark);
        }
    }
    return light / lights - dark / darks;
}

double length(const Corner& from, const Corner& to) { return std::hypot(to.x - from.x, to.y - from.y); }

} // namespace

std::optional<int> modules_of(const GreyView& view, const Corners& corners) {
    if (view.empty()) return std::nullopt;
    const Square square(corners);
    int best = 0;
    double most = 0;
    for (int version = 1; version <= versions; ++version) {
        const int side = 17 + 4 * version;
        const double here = contrast(view, square, side);
        if (here > most) most = here, best = side;
    }
    std::uint8_t darkest = 255, lightest = 0;
    const auto part = bounds(corners).within(view.width, view.height);
    for (int y = part.y; y < part.y + part.height; y += 2)
        for (int x = part.x; x < part.x + part.width; x += 2) {
            darkest = std::min(darkest, view.row(y)[x]);
            lightest = std::max(lightest, view.row(y)[x]);
        }
    if (most <= 0 || most < sure * (lightest - darkest)) return std::nullopt;
    return best;
}

std::optional<double> pixels_per_module(const GreyView& view, const Corners& corners) {
    const auto modules = modules_of(view, corners);
    if (!modules) return std::nullopt;
    const auto& [a, b, c, d] = corners;
    return (length(a, b) + length(b, c) + length(c, d) + length(d, a)) / 4 / *modules;
}

} // namespace foyer
