#include "scanner/camera_check.h"

#include <array>
#include <cstdlib>
#include <vector>

namespace foyer {
namespace {

constexpr int black = 16, white = 250; // as good as
constexpr double mean_least = 45, dark_most = 0.55, mean_most = 210, clipped_most = 0.25;
// Measured on drawn badges (tests/scanner/camera_check_test.cpp): at four pixels a module they are read down to 0.16.
constexpr double sharpness_least = 0.2;
constexpr double pixels_per_module_least = 4; // a share of codes is missed below, see bench_scan

constexpr int reach = 6;         // pixels to each side of an edge: one that is wider is no edge
constexpr int strong = 50;       // grey levels across it, and
constexpr double of_range = 0.5; // of what there is between dark and light: weak edges are mostly noise
constexpr double few = 0.005;    // of the pixels may be darker or lighter than that
constexpr int rows_apart = 8;    // enough edges of each kind are met
constexpr int edges_least = 20;  // fewer say nothing
constexpr double sharpest = 0.2; // share of the edges: the background may be out of focus

using Histogram = std::array<std::uint32_t, 256>;

Histogram histogram_of(const GreyView& view) {
    Histogram counts{};
    for (int y = 0; y < view.height; y += 2) // every other row is as good as all
        for (int x = 0; x < view.width; ++x) ++counts[view.row(y)[x]];
    return counts;
}

// Two rows as one: half the noise, the same edges.
std::vector<int> two_rows(const GreyView& view, int y) {
    std::vector<int> line(static_cast<std::size_t>(view.width));
    for (std::size_t x = 0; x < line.size(); ++x) line[x] = (view.row(y)[x] + view.row(y + 1)[x]) / 2;
    return line;
}

int level_at(const Histogram& counts, double share) {
    double all = 0, seen = 0;
    for (const auto count : counts) all += count;
    for (int level = 0; level < 256; ++level)
        if ((seen += counts[static_cast<std::size_t>(level)]) > share * all) return level;
    return 255;
}

// What noise adds to the steepest of a dozen steps: half of all steps are of nothing else.
double noise_of(const std::vector<int>& line) {
    std::array<int, 256> steps{};
    for (std::size_t x = 1; x < line.size(); ++x) ++steps[static_cast<std::size_t>(std::abs(line[x] - line[x - 1]))];
    int median = 0;
    for (std::size_t seen = 0; median < 255; ++median)
        if ((seen += static_cast<std::size_t>(steps[static_cast<std::size_t>(median)])) > line.size() / 2) break;
    return 2.4 * median; // 1.63 standard deviations, which are 1.48 medians
}

using Edges = std::array<int, 1001>; // how many there are of each sharpness, in thousandths

void measure_edges(const std::vector<int>& line, int least, Edges& edges) {
    const double noise = noise_of(line);
    for (std::size_t x = reach; x + reach < line.size(); ++x) {
        const int across = std::abs(line[x + reach] - line[x - reach]);
        if (across < least) continue;
        int steepest = 0;
        for (std::size_t i = x - reach; i < x + reach; ++i)
            steepest = std::max(steepest, std::abs(line[i + 1] - line[i]));
        const double part = std::clamp((steepest - noise) / across, 0.0, 1.0);
        ++edges[static_cast<std::size_t>(1000 * part)];
    }
}

} // namespace

std::optional<double> sharpness_of(const GreyView& view) {
    if (view.empty()) return std::nullopt;
    const Histogram counts = histogram_of(view);
    const int range = level_at(counts, 1 - few) - level_at(counts, few);
    if (range < strong) return std::nullopt;
    const int least = std::max(strong, static_cast<int>(of_range * range));
    Edges edges{};
    for (int y = 0; y + 1 < view.height; y += rows_apart) measure_edges(two_rows(view, y), least, edges);
    int all = 0;
    for (const int count : edges) all += count;
    if (all < edges_least) return 0; // light and dark, and no edge between them: far out of focus
    const int wanted = static_cast<int>(sharpest * all);
    for (int thousandths = 1000, seen = 0; thousandths >= 0; --thousandths)
        if ((seen += edges[static_cast<std::size_t>(thousandths)]) > wanted) return thousandths / 1000.0;
    return 0;
}

CameraCheck check_picture(const GreyView& view, std::optional<double> pixels_per_module) {
    CameraCheck check{.pixels_per_module = pixels_per_module};
    if (view.empty()) return check;
    const Histogram counts = histogram_of(view);
    double all = 0, sum = 0, dark = 0, clipped = 0;
    for (int level = 0; level < 256; ++level) {
        const double count = counts[static_cast<std::size_t>(level)];
        all += count;
        sum += level * count;
        if (level <= black) dark += count;
        if (level >= white) clipped += count;
    }
    check.mean = sum / all;
    check.dark = dark / all;
    check.clipped = clipped / all;
    check.sharpness = sharpness_of(view);
    return check;
}

CameraAdvice advise(const CameraCheck& check) {
    if (check.mean < mean_least || check.dark > dark_most) return CameraAdvice::too_dark;
    if (check.mean > mean_most || check.clipped > clipped_most) return CameraAdvice::too_bright;
    if (check.sharpness && *check.sharpness < sharpness_least) return CameraAdvice::out_of_focus;
    if (check.pixels_per_module && *check.pixels_per_module < pixels_per_module_least) return CameraAdvice::move_closer;
    return CameraAdvice::good;
}

} // namespace foyer
