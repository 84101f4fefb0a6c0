#include "scanner/lattice.h"

#include <cmath>

#include "scanner/bend.h"
#include "scanner/shrink.h"
#include "scanner/symbol.h"

namespace foyer {
namespace {

constexpr float fine_module = 6.0F;    // pixels; larger ones are looked at in half size
constexpr float least_likeness = 0.4F; // of the fixed patterns
// Of 92 readings with little patience of badges that came into view, the least had a likeness of 0.66, and 0.95 of the
// fixed patterns at first sight; of 425 vain looks, half had a likeness below 0.62, and seven in ten less than 0.92 of
// the patterns.
constexpr float likely = 0.6F, likely_agreement = 0.9F;
constexpr float hopeless = 0.15F;   // likeness after two rounds of fitting that never becomes enough
constexpr float clearly = 0.2F;     // less like than another size
constexpr float least_contrast = 8; // grey levels
constexpr int second_thoughts = 3, bent_thoughts = 8;
constexpr float sure = 0.25F;            // of a measured module: 1 is what its like are on average
constexpr float least_agreement = 0.78F; // glare may hide a pattern; what is read is held together by its own checks

// A run through the middle of a square that is turned is longer than its side.
float straightened(float module, const Corner& along) {
    const float longest = std::max(std::abs(along.x), std::abs(along.y));
    return module * longest / std::hypot(along.x, along.y);
}

float side_guess(const Triple& triple) {
    const Corner a{triple.right.x - triple.corner.x, triple.right.y - triple.corner.y};
    const Corner b{triple.below.x - triple.corner.x, triple.below.y - triple.corner.y};
    const float module = (triple.corner.module + triple.right.module + triple.below.module) / 3;
    const float across = std::hypot(a.x, a.y) / straightened(module, a),
                down = std::hypot(b.x, b.y) / straightened(module, b);
    return (across + down) / 2 + 7;
}

// Sides that a code may have, the likeliest first.
std::vector<int> sides_near(float guess) {
    const int nearest = static_cast<int>(std::lround((guess - 1) / 4)) * 4 + 1;
    const int toward = guess > static_cast<float>(nearest) ? 4 : -4;
    std::vector<int> sides;
    for (const int side : {nearest, nearest + toward, nearest - toward})
        if (is_side(side)) sides.push_back(side);
    return sides;
}

bool is_code(const Fit& fit) { return fit.likeness >= least_likeness && fit.contrast >= least_contrast; }

// Most triples are of no code, and of the sizes tried one is right at most: two rounds of fitting tell which are worth
// the rest.
std::optional<Placed> place(const GreyView& view, const Triple& triple) {
    std::vector<Placed> sizes;
    float likest = 0;
    for (const int side : sides_near(side_guess(triple))) {
        Placed here{warp_of(middle(triple.corner), middle(triple.right), middle(triple.below), side), {}};
        here.fit = fit(view, blueprint(side, false), Warp::flat, 2, here.warp);
        likest = std::max(likest, here.fit.likeness);
        sizes.push_back(here);
    }
    Placed best;
    for (auto& here : sizes) {
        if (here.fit.likeness < std::max(likest - clearly, hopeless)) continue;
        here.fit = fit(view, blueprint(here.warp.side, false), Warp::flat, 3, here.warp);
        if (here.fit.likeness > best.fit.likeness) best = here;
    }
    if (!is_code(best.fit)) return std::nullopt;
    return best;
}

// Of the picture to an alignment pattern whose middle is at (u, v).
float likeness_at(const GreyView& view, const Warp& warp, float u, float v) {
    float with = 0, sum = 0, squares = 0;
    for (int y = -2; y <= 2; ++y)
        for (int x = -2; x <= 2; ++x) {
            const Corner at = warp.at(u + static_cast<float>(x), v + static_cast<float>(y));
            const float grey = grey_between(view, at.x, at.y);
            const float wanted = std::max(std::abs(x), std::abs(y)) == 1 ? 17.0F / 25 : -8.0F / 25; // no mean
            with += wanted * grey, sum += grey, squares += grey * grey;
        }
    const float spread = std::sqrt(std::max(squares - sum * sum / 25, 1.0F)), wanted_spread = 2.332F;
    return with / (spread * wanted_spread);
}

struct Alignment {
    Corner code, picture; // in modules, in pixels
};

// Where the alignment pattern in the middle of a row and column is seen, `reach` half modules from where it should be.
std::optional<Alignment> alignment_at(const GreyView& view, const Warp& warp, int line, int reach) {
    const float expected = static_cast<float>(line) + 0.5F;
    constexpr float step = 0.5F;
    float best = 0.45F, best_u = 0, best_v = 0;
    for (int y = -reach; y <= reach; ++y)
        for (int x = -reach; x <= reach; ++x) {
            const float u = expected + step * static_cast<float>(x), v = expected + step * static_cast<float>(y);
            const float likeness =
                likeness_at(view, warp, u, v) - 0.004F * static_cast<float>(std::abs(x) + std::abs(y));
            if (likeness > best) best = likeness, best_u = u, best_v = v;
        }
    if (best_u == 0) return std::nullopt;
    return Alignment{{expected, expected}, warp.at(best_u, best_v)};
}

// Turns the plane so that the pattern lies where it is seen. Four points make a plane: the finder patterns keep their
// places, by many more equations than the fourth has.
void turn_to(const Alignment& alignment, Warp& warp) {
    const auto end = static_cast<float>(warp.side) - 3.5F;
    const std::array<std::pair<Corner, Corner>, 4> points = {std::pair{Corner{3.5F, 3.5F}, warp.at(3.5F, 3.5F)},
                                                             {{end, 3.5F}, warp.at(end, 3.5F)},
                                                             {{3.5F, end}, warp.at(3.5F, end)},
                                                             {alignment.code, alignment.picture}};
    warp = warp_through(points, warp.side);
}

// Stretches bent paper to it; the two edges between the finder patterns keep their places.
void stretch_to(const Alignment& alignment, Warp& warp) {
    const Corner guess = warp.at(alignment.code.x, alignment.code.y);
    const float across = alignment.code.x * 2 / static_cast<float>(warp.side); // U + 1, and V + 1
    const float x = (alignment.picture.x - guess.x) / (across * across),
                y = (alignment.picture.y - guess.y) / (across * across);
    auto& n = warp.numbers; // by x (U + 1) (V + 1)
    n[0] += x, n[1] += x, n[2] += x, n[9] += x;
    n[3] += y, n[4] += y, n[5] += y, n[12] += y;
}

Lattice measured(const GreyView& view, const Warp& warp, const ModuleMap& known) {
    Equaliser equaliser;
    equaliser.sample(view, warp);
    equaliser.learn(known);
    return {warp, equaliser.modules()};
}

// By the last alignment pattern: what three patterns say of the fourth corner is the least sure.
Lattice measured_flat(const GreyView& view, Warp warp) {
    const auto fixed = blueprint(warp.side, true);
    if (const auto lines = alignment_lines(warp.side); !lines.empty()) {
        if (const auto seen = alignment_at(view, warp, lines.back(), 8 + warp.side / 16)) turn_to(*seen, warp);
        fit(view, fixed, Warp::flat, 4, warp);
    }
    return measured(view, warp, fixed);
}

// The fixed patterns, but of the alignment patterns only those up to a line.
ModuleMap blueprint_up_to(int side, int line) {
    ModuleMap map = blueprint(side, true);
    const ModuleMap bare = blueprint(side, false);
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column)
            if (std::max(row, column) > line + 2) map.at(column, row) = bare.at(column, row);
    return map;
}

// From one alignment pattern to the next: bent paper, and a large code, cannot be known far ahead.
Lattice measured_bent(const GreyView& view, Warp warp) {
    const auto lines = alignment_lines(warp.side);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (const auto seen = alignment_at(view, warp, lines[i], 10)) stretch_to(*seen, warp);
        fit(view, blueprint_up_to(warp.side, lines[i]), Warp::curved, 4, warp);
    }
    return measured(view, warp, blueprint(warp.side, true));
}

// The modules that are sure, and the fixed patterns.
ModuleMap known_so_far(const ModuleMap& modules) {
    ModuleMap map = blueprint(modules.side, true);
    for (std::size_t i = 0; i < map.values.size(); ++i)
        if (map.values[i] == 0 && std::abs(modules.values[i]) > sure)
            map.values[i] = modules.values[i] < 0 ? -1.0F : 1.0F;
    return map;
}

void measure_again(const GreyView& view, std::size_t numbers, Lattice& lattice) {
    const auto known = known_so_far(lattice.modules);
    fit(view, known, numbers, 2, lattice.warp);
    lattice = measured(view, lattice.warp, known);
}

LatticeLook look_at_plane(const GreyView& view, const Triple& triple, Patience patience) {
    const auto placed = place(view, triple);
    const bool little = patience == Patience::little;
    if (!placed || (little && placed->fit.likeness < likely)) return {};
    LatticeLook look{{}, measured_flat(view, placed->warp)};
    look.found = decoded(*look.lattice);
    if (little && agreement(look.lattice->modules) < likely_agreement) return look;
    const int thoughts = little ? 1 : second_thoughts;
    for (int thought = 0; thought < thoughts && !look.found; ++thought) {
        measure_again(view, thought > 0 ? Warp::bent : Warp::flat, *look.lattice);
        look.found = decoded(*look.lattice);
    }
    return look;
}

LatticeLook look_at_bend(const GreyView& view, const Triple& triple) {
    const auto placed = place_bent(view, triple);
    if (!placed || !is_code(placed->fit)) return {};
    LatticeLook look{{}, measured_bent(view, placed->warp)};
    look.found = decoded(*look.lattice);
    for (int thought = 0; thought < bent_thoughts && !look.found; ++thought) {
        measure_again(view, Warp::curved, *look.lattice);
        look.found = decoded(*look.lattice);
    }
    return look;
}

Finder moved(Finder finder, float scale, int left, int top) {
    finder.x = (finder.x + 0.5F - static_cast<float>(left)) * scale - 0.5F;
    finder.y = (finder.y + 0.5F - static_cast<float>(top)) * scale - 0.5F;
    finder.module *= scale;
    return finder;
}

// The part of a picture that a triple points to, black on white, with modules that are not needlessly large.
class Cutting {
public:
    Cutting(const GreyView& view, const Triple& triple) : part_(region_of(triple, view.width, view.height)) {
        if (part_.empty()) return;
        view_ = view.cut(part_);
        const float module = std::min({triple.corner.module, triple.right.module, triple.below.module});
        for (; module * scale_ > fine_module; scale_ /= 2) {
            view_ = half(view_, next_);
            pixels_.swap(next_); // moves no pixel: the view stays good
        }
        if (triple.negative) view_ = inverted(view_, negative_);
        triple_ = {moved(triple.corner, scale_, part_.x, part_.y), moved(triple.right, scale_, part_.x, part_.y),
                   moved(triple.below, scale_, part_.x, part_.y)};
    }

    [[nodiscard]] bool empty() const { return part_.empty(); }
    [[nodiscard]] const GreyView& view() const { return view_; }
    [[nodiscard]] const Triple& triple() const { return triple_; }

    // What was found here, in the picture.
    [[nodiscard]] LatticeLook placed(LatticeLook look) const {
        if (look.lattice)
            look.lattice->warp =
                look.lattice->warp.scaled(1 / scale_, static_cast<float>(part_.x), static_cast<float>(part_.y));
        if (look.found) look.found->corners = look.lattice->warp.corners();
        return look;
    }

private:
    PixelRect part_;
    GreyView view_;
    Bytes pixels_, next_, negative_;
    float scale_ = 1;
    Triple triple_;
};

} // namespace

float agreement(const ModuleMap& modules) {
    const auto fixed = blueprint(modules.side, true);
    int right = 0, all = 0;
    for (std::size_t i = 0; i < fixed.values.size(); ++i) {
        if (fixed.values[i] == 0) continue;
        ++all;
        if ((fixed.values[i] < 0) == (modules.values[i] < 0)) ++right;
    }
    return static_cast<float>(right) / static_cast<float>(all);
}

std::optional<Decoded> decoded(const Lattice& lattice) {
    if (agreement(lattice.modules) < least_agreement) return std::nullopt;
    const auto clean = repaired(lattice.modules);
    if (!clean) return std::nullopt;
    auto found = decode_modules(*clean);
    if (found) found->corners = lattice.warp.corners();
    return found;
}

LatticeLook look_at_lattice(const GreyView& view, const Triple& triple, Patience patience) {
    const Cutting cutting(view, triple);
    if (cutting.empty()) return {};
    return cutting.placed(look_at_plane(cutting.view(), cutting.triple(), patience));
}

LatticeLook look_at_bent_lattice(const GreyView& view, const Triple& triple) {
    const Cutting cutting(view, triple);
    if (cutting.empty()) return {};
    return cutting.placed(look_at_bend(cutting.view(), cutting.triple()));
}

} // namespace foyer
