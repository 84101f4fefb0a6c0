#include "scanner/warp.h"

#include <algorithm>
#include <cmath>

#include "scanner/solve.h"

namespace foyer {
namespace {

constexpr std::size_t lamp = 4;        // numbers of the light: level, slope right, slope down, contrast
constexpr std::ptrdiff_t plenty = 500; // modules known
constexpr float quarter = 0.25F;       // of a module: where it is compared, to all four sides of its middle
// How a module and its neighbours before and after add up a quarter of a module after its middle, through a soft lens.
constexpr std::array<float, 3> mix_after = {0.06F, 0.66F, 0.28F};

struct Sample {
    float u, v;   // -1 to 1 across the code
    float wanted; // of the map, blurred
    float grey = 0, slope_x = 0, slope_y = 0;
};

float mixed(const ModuleMap& map, int column, int row, int right, int down) {
    float sum = 0;
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x)
            sum += mix_after[static_cast<std::size_t>(x * right + 1)] *
                   mix_after[static_cast<std::size_t>(y * down + 1)] * map.around(column + x, row + y);
    return sum;
}

std::vector<Sample> samples_of(const ModuleMap& map) {
    const auto known = std::ranges::count_if(map.values, [](float value) { return value != 0; });
    const bool many = known > plenty; // of four points two will do, across from each other and by turns
    std::vector<Sample> samples;
    samples.reserve(static_cast<std::size_t>(known) * (many ? 2 : 4));
    const float scale = 2.0F / static_cast<float>(map.side);
    for (int row = 0; row < map.side; ++row)
        for (int column = 0; column < map.side; ++column) {
            if (map.at(column, row) == 0) continue;
            for (const int down : {-1, 1})
                for (const int right : {-1, 1}) {
                    if (many && (down == right) != ((column + row) % 2 == 0)) continue;
                    const float u = static_cast<float>(column) + 0.5F + quarter * static_cast<float>(right);
                    const float v = static_cast<float>(row) + 0.5F + quarter * static_cast<float>(down);
                    samples.push_back({u * scale - 1, v * scale - 1, mixed(map, column, row, right, down)});
                }
        }
    return samples;
}

Corner place(const Warp& warp, float u, float v) {
    const auto& n = warp.numbers;
    const float w = 1.0F / (n[6] * u + n[7] * v + 1.0F);
    const float uu = u * u, vv = v * v;
    return {(n[0] * u + n[1] * v + n[2]) * w + (n[8] + n[14] * u + n[15] * v) * uu + n[9] * u * v +
                (n[10] + n[16] * u + n[17] * v) * vv,
            (n[3] * u + n[4] * v + n[5]) * w + (n[11] + n[18] * u + n[19] * v) * uu + n[12] * u * v +
                (n[13] + n[20] * u + n[21] * v) * vv};
}

// The greys half a pixel to all four sides of a point: what lies on one line shares its way between pixels.
struct Cross {
    float left, right, above, below;
};

Cross cross_at(const GreyView& view, float x, float y) {
    const float column = x - 0.5F, row = y - 0.5F; // in pixels' middles
    const bool inside = column >= 1 && row >= 1 && column < static_cast<float>(view.width - 2) &&
                        row < static_cast<float>(view.height - 2);
    if (!inside)
        return {grey_between(view, x - 0.5F, y), grey_between(view, x + 0.5F, y), grey_between(view, x, y - 0.5F),
                grey_between(view, x, y + 0.5F)};
    const auto stride = static_cast<std::ptrdiff_t>(view.stride);
    const auto between = [](int a, int b, float way) {
        return static_cast<float>(a) + way * static_cast<float>(b - a);
    };
    const int here_x = static_cast<int>(column), here_y = static_cast<int>(row);
    const int before_x = static_cast<int>(column - 0.5F), before_y = static_cast<int>(row - 0.5F);
    const float right = column - static_cast<float>(here_x), down = row - static_cast<float>(here_y);
    const float half_right = column - 0.5F - static_cast<float>(before_x);
    const float half_down = row - 0.5F - static_cast<float>(before_y);
    const std::uint8_t* across = view.row(here_y) + before_x;
    const float a0 = between(across[0], across[stride], down), a1 = between(across[1], across[stride + 1], down),
                a2 = between(across[2], across[stride + 2], down);
    const std::uint8_t* along = view.row(before_y) + here_x;
    const float b0 = between(along[0], along[1], right), b1 = between(along[stride], along[stride + 1], right),
                b2 = between(along[2 * stride], along[2 * stride + 1], right);
    return {a0 + half_right * (a1 - a0), a1 + half_right * (a2 - a1), b0 + half_down * (b1 - b0),
            b1 + half_down * (b2 - b1)};
}

void look(const GreyView& view, const Warp& warp, std::vector<Sample>& samples) {
    for (auto& sample : samples) {
        const Corner at = place(warp, sample.u, sample.v);
        const auto [left, right, above, below] = cross_at(view, at.x, at.y);
        sample.grey = (left + right + above + below) / 4;
        sample.slope_x = right - left;
        sample.slope_y = below - above;
    }
}

// The light that explains the greys best, if the modules lie where the warp says.
std::array<float, lamp> light_of(const std::vector<Sample>& samples) {
    Equations<lamp> equations;
    for (const auto& s : samples) equations.add({1, s.u, s.v, s.wanted}, s.grey);
    return equations.solved(1e-3F);
}

float expected(const std::array<float, lamp>& light, const Sample& s) {
    return light[0] + light[1] * s.u + light[2] * s.v + light[3] * s.wanted;
}

// How the grey of a sample would change with each number of the warp.
std::array<float, Warp::curved> pull(const Warp& warp, const Sample& s) {
    const auto& n = warp.numbers;
    const float u = s.u, v = s.v, w = 1.0F / (n[6] * u + n[7] * v + 1.0F);
    const float x = (n[0] * u + n[1] * v + n[2]) * w, y = (n[3] * u + n[4] * v + n[5]) * w;
    const float gx = s.slope_x, gy = s.slope_y, tilt = -(gx * x + gy * y) * w;
    const float uu = u * u, uv = u * v, vv = v * v;
    return {gx * u * w,  gx * v * w,  gx * w,      gy * u * w,  gy * v * w,  gy * w,     tilt * u,    tilt * v,
            gx * uu,     gx * uv,     gx * vv,     gy * uu,     gy * uv,     gy * vv,    gx * uu * u, gx * uu * v,
            gx * u * vv, gx * vv * v, gy * uu * u, gy * uu * v, gy * u * vv, gy * vv * v};
}

template <std::size_t Count>
void step(const std::vector<Sample>& samples, const std::array<float, lamp>& light, Warp& warp) {
    Equations<Count> equations;
    for (const auto& s : samples) {
        const auto whole = pull(warp, s);
        std::array<float, Count> row;
        std::copy_n(whole.begin(), Count, row.begin());
        equations.add(row, expected(light, s) - s.grey);
    }
    const auto change = equations.solved(1e-3F);
    for (std::size_t i = 0; i < Count; ++i) warp.numbers[i] += change[i];
}

Fit rating(const std::vector<Sample>& samples, const std::array<float, lamp>& light) {
    double with = 0, greys = 0, wanted = 0; // what is left when the slopes of the light are taken out
    for (const auto& s : samples) {
        const double grey = s.grey - light[0] - light[1] * s.u - light[2] * s.v;
        with += grey * s.wanted, greys += grey * grey, wanted += s.wanted * static_cast<double>(s.wanted);
    }
    const double size = std::sqrt(greys * wanted);
    return {size > 0 ? static_cast<float>(with / size) : 0, 2 * light[3]};
}

} // namespace

float grey_between(const GreyView& view, float x, float y) {
    // A pixel's middle is at .5. A point that is no number, from a plane seen edge on, is taken to be at 0.
    const float px = std::min(std::max(0.0F, x - 0.5F), static_cast<float>(view.width - 1) - 0.001F);
    const float py = std::min(std::max(0.0F, y - 0.5F), static_cast<float>(view.height - 1) - 0.001F);
    const int left = static_cast<int>(px), top = static_cast<int>(py);
    const float fx = px - static_cast<float>(left), fy = py - static_cast<float>(top);
    const std::uint8_t* upper = view.row(top) + left;
    const std::uint8_t* lower = upper + view.stride;
    const float above = static_cast<float>(upper[0]) + fx * static_cast<float>(upper[1] - upper[0]);
    const float below = static_cast<float>(lower[0]) + fx * static_cast<float>(lower[1] - lower[0]);
    return above + fy * (below - above);
}

Corner Warp::at(float u, float v) const {
    const float scale = 2.0F / static_cast<float>(side);
    return place(*this, u * scale - 1, v * scale - 1);
}

Corners Warp::corners() const {
    const auto end = static_cast<float>(side);
    return {at(0, 0), at(end, 0), at(end, end), at(0, end)};
}

float Warp::module() const {
    return std::sqrt(std::abs(numbers[0] * numbers[4] - numbers[1] * numbers[3])) * 2 / static_cast<float>(side);
}

Warp Warp::scaled(float scale, float left, float top) const {
    // A plane moved is another plane: x + left = (n0 U + n1 V + n2 + left (n6 U + n7 V + 1)) / (...)
    Warp result = *this;
    auto& n = result.numbers;
    for (std::size_t i = 0; i < curved; ++i)
        if (i != 6 && i != 7) n[i] *= scale;
    n[0] += left * n[6], n[1] += left * n[7], n[2] += left;
    n[3] += top * n[6], n[4] += top * n[7], n[5] += top;
    return result;
}

Warp warp_of(const Corner& corner, const Corner& right, const Corner& below, int side) {
    Warp warp;
    warp.side = side;
    // From middle to middle it is side - 7 modules; the code's own middle lies half way between right and below.
    const float half = static_cast<float>(side) / static_cast<float>(side - 7) / 2;
    warp.numbers = {(right.x - corner.x) * half, (below.x - corner.x) * half, (right.x + below.x) / 2,
                    (right.y - corner.y) * half, (below.y - corner.y) * half, (right.y + below.y) / 2};
    return warp;
}

Warp warp_through(const std::array<std::pair<Corner, Corner>, 4>& points, int side) {
    Equations<Warp::flat> equations;
    for (const auto& [code, picture] : points) {
        const float u = code.x * 2 / static_cast<float>(side) - 1, v = code.y * 2 / static_cast<float>(side) - 1;
        equations.add({u, v, 1, 0, 0, 0, -u * picture.x, -v * picture.x}, picture.x);
        equations.add({0, 0, 0, u, v, 1, -u * picture.y, -v * picture.y}, picture.y);
    }
    Warp warp;
    warp.side = side;
    const auto plane = equations.solved(0);
    std::copy(plane.begin(), plane.end(), warp.numbers.begin());
    return warp;
}

Fit fit(const GreyView& view, const ModuleMap& map, std::size_t numbers, int rounds, Warp& warp) {
    if (view.width < 2 || view.height < 2) return {};
    auto samples = samples_of(map);
    for (int round = 0; round < rounds; ++round) {
        look(view, warp, samples);
        const auto light = light_of(samples);
        switch (numbers) {
        case Warp::slanted: step<Warp::slanted>(samples, light, warp); break;
        case Warp::flat: step<Warp::flat>(samples, light, warp); break;
        case Warp::bent: step<Warp::bent>(samples, light, warp); break;
        default: step<Warp::curved>(samples, light, warp); break;
        }
    }
    look(view, warp, samples);
    return rating(samples, light_of(samples));
}

} // namespace foyer
