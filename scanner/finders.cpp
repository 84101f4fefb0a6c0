#include "scanner/finders.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace foyer {
namespace {

constexpr int block = 16;            // pixels a side, for the local thresholds
constexpr int row_step = 4;          // a pattern of 2-pixel modules is 14 pixels high: still crossed by 3 rows
constexpr int flat_contrast = 24;    // below it a block is all one shade and takes its neighbour's threshold
constexpr int pattern_smallest = 13; // pixels: below two a module no decoder reads a code
constexpr int narrowest_centre = 5;  // pixels, of the three modules of a smeared one
constexpr std::size_t finders_most = 96;

// Bit i of the result is byte i of `flags` (each 0 or 1).
std::uint64_t packed(const std::uint8_t* flags) {
    static_assert(std::endian::native == std::endian::little, "the multiplication below gathers bytes in this order");
    std::uint64_t eight = 0;
    std::memcpy(&eight, flags, sizeof eight);
    return (eight * 0x0102040810204080ULL) >> 56U;
}

// Five runs in the proportion 1:1:3:1:1, as far as blur and pixels allow. A run may be off by half a module (a seventh
// of all) and 0.75 pixels, the middle one by twice that; counted in 28ths of a pixel.
bool may_be_pattern(int total, int middle) {
    return total >= pattern_smallest && 28 * middle >= 8 * total - 42 && 28 * middle <= 16 * total + 42;
}

// The module size, in pixels.
std::optional<float> module_of(const std::array<int, 5>& runs) {
    const int total = runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
    if (!may_be_pattern(total, runs[2])) return std::nullopt;
    for (const std::size_t i : {0U, 1U, 3U, 4U})
        if (28 * runs[i] < 2 * total - 21 || 28 * runs[i] > 6 * total + 21) return std::nullopt;
    return static_cast<float>(total) / 7.0F;
}

// Of the middle of a smeared pattern: about half of the three modules of the centre square are left of it, or it is one
// with the rings.
bool may_be_centre(int run, float module) {
    return static_cast<float>(run) > 1.5F * module && static_cast<float>(run) < 8.5F * module;
}

void narrow(const std::uint8_t* row, std::uint8_t* darkest, std::size_t count) {
    for (std::size_t x = 0; x < count; ++x) darkest[x] = std::min(darkest[x], row[x]);
}

void widen(const std::uint8_t* row, std::uint8_t* lightest, std::size_t count) {
    for (std::size_t x = 0; x < count; ++x) lightest[x] = std::max(lightest[x], row[x]);
}

// A centre square of so many pixels is crossed by three of the rows walked: one alone is chance.
bool is_chance(const Finder& finder) { return finder.module > 4.5F && finder.hits < 2; }

// Hits of one pattern come from several rows: they count as one. False when it is one too many.
bool remember(const Finder& seen, std::vector<Finder>& finders) {
    for (auto& known : finders) {
        if (!is_same(known, seen, known.module)) continue;
        const auto hits = static_cast<float>(known.hits);
        known.x = (known.x * hits + seen.x) / (hits + 1.0F);
        known.y = (known.y * hits + seen.y) / (hits + 1.0F);
        known.module = (known.module * hits + seen.module) / (hits + 1.0F);
        ++known.hits;
        return true;
    }
    if (finders.size() == finders_most) return false;
    finders.push_back(seen);
    return true;
}

void put_in_order(std::vector<Finder>& finders) {
    std::erase_if(finders, is_chance);
    std::sort(finders.begin(), finders.end(), [](const Finder& a, const Finder& b) { return weight(a) > weight(b); });
}

} // namespace

std::size_t FinderGate::block_at(int x, int y) const {
    return static_cast<std::size_t>(std::min(y / block, rows_ - 1) * columns_ + std::min(x / block, columns_ - 1));
}

int FinderGate::threshold_at(int x, int y) const { return threshold_[block_at(x, y)]; }

// The darkest and lightest pixel of each block, of the rows that will be walked: column by column first, which is what
// vector instructions are good at.
void FinderGate::measure_light(const GreyView& view) {
    columns_ = view.width / block;
    rows_ = (view.height + block - 1) / block;
    const auto blocks = static_cast<std::size_t>(columns_ * rows_), across = static_cast<std::size_t>(columns_ * block);
    darkest_.resize(blocks);
    lightest_.resize(blocks);
    threshold_.resize(blocks);
    contrast_.resize(blocks);
    dark_line_.resize(across);
    light_line_.resize(across);
    for (int row = 0; row < rows_; ++row) {
        std::fill(dark_line_.begin(), dark_line_.end(), 255);
        std::fill(light_line_.begin(), light_line_.end(), 0);
        for (int y = row * block + row_step / 2; y < std::min((row + 1) * block, view.height); y += row_step) {
            narrow(view.row(y), dark_line_.data(), across);
            widen(view.row(y), light_line_.data(), across);
        }
        for (std::size_t column = 0; column < static_cast<std::size_t>(columns_); ++column) {
            const auto at = static_cast<std::size_t>(row * columns_) + column;
            const auto from = static_cast<std::ptrdiff_t>(column * block);
            darkest_[at] = *std::min_element(dark_line_.begin() + from, dark_line_.begin() + from + block);
            lightest_[at] = *std::max_element(light_line_.begin() + from, light_line_.begin() + from + block);
        }
    }
}

// What counts as flat: noise alone gives its blocks some contrast. Most of a frame is wall, clothes and card, so the
// quarter of the blocks with the least contrast tells how noisy it is; three blocks by three are a little worse than
// one.
int FinderGate::noise_contrast() const {
    std::array<int, 256> count{};
    for (std::size_t i = 0; i < darkest_.size(); ++i) {
        const int contrast_here = lightest_[i] - darkest_[i]; // negative in a last row of blocks too thin to be walked
        ++count[static_cast<std::size_t>(std::max(contrast_here, 0))];
    }
    const int quarter = static_cast<int>(darkest_.size()) / 4;
    int contrast = 0;
    for (int blocks = count[0]; blocks <= quarter && contrast < 255;
         blocks += count[static_cast<std::size_t>(contrast)])
        ++contrast;
    return std::clamp(contrast * 9 / 4, flat_contrast, 80);
}

// Half way between dark and light of the 3 x 3 blocks around: a finder pattern is seldom smaller than one block.
void FinderGate::set_thresholds() {
    const int flat = noise_contrast();
    const auto columns = static_cast<std::size_t>(columns_);
    for (int row = 0; row < rows_; ++row) {
        std::fill(dark_line_.begin(), dark_line_.end(), 255);
        std::fill(light_line_.begin(), light_line_.end(), 0);
        for (int y = std::max(row - 1, 0); y <= std::min(row + 1, rows_ - 1); ++y) {
            const auto at = static_cast<std::ptrdiff_t>(y * columns_);
            narrow(darkest_.data() + at, dark_line_.data(), columns);
            widen(lightest_.data() + at, light_line_.data(), columns);
        }
        int previous = 128;
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t left = column == 0 ? 0 : column - 1, right = std::min(column + 1, columns - 1);
            const int dark = std::min({dark_line_[left], dark_line_[column], dark_line_[right]});
            const int light = std::max({light_line_[left], light_line_[column], light_line_[right]});
            if (light - dark >= flat) previous = (dark + light) / 2;
            const auto at = static_cast<std::size_t>(row) * columns + column;
            threshold_[at] = static_cast<std::uint8_t>(previous);
            contrast_[at] = static_cast<std::uint8_t>(std::max(light - dark, 0));
        }
    }
}

void FinderGate::mark_dark(const std::uint8_t* row, int y) {
    std::fill(dark_.begin(), dark_.end(), 0);
    const std::uint8_t* threshold = threshold_.data() + static_cast<std::ptrdiff_t>(y / block * columns_);
    std::array<std::uint8_t, block> flags{};
    for (std::size_t column = 0; column < static_cast<std::size_t>(columns_); ++column, row += block) {
        const std::uint8_t limit = threshold[column];
        for (std::size_t i = 0; i < block; ++i) flags[i] = row[i] < limit;
        const std::uint64_t bits = packed(flags.data()) | packed(flags.data() + 8) << 8U;
        dark_[column / 4] |= bits << (column % 4 * block);
    }
}

// Where a row changes between light and dark; it begins light, so every other one ends a dark run.
void FinderGate::find_edges() {
    std::uint64_t carry = 0;
    for (std::size_t word = 0; word < dark_.size(); ++word) {
        const std::uint64_t bits = dark_[word];
        std::uint64_t changes = bits ^ (bits << 1U | carry);
        carry = bits >> 63U;
        for (; changes != 0; changes &= changes - 1)
            edges_.push_back(static_cast<int>(word) * 64 + std::countr_zero(changes));
    }
    rows_end_.push_back(edges_.size());
}

std::span<const int> FinderGate::edges_of(std::size_t row) const {
    const std::size_t from = row == 0 ? 0 : rows_end_[row - 1];
    return std::span(edges_).subspan(from, rows_end_[row] - from);
}

// From edge to edge of one row: each dark run that ends may be the last of a pattern, each light one of a negative.
void FinderGate::walk_row(const GreyView& view, int y) {
    find_edges();
    const auto all = edges_of(rows_end_.size() - 1);
    for (std::size_t last = 5; last < all.size(); ++last) {
        const int* edges = all.data() + last - 5;
        if (may_be_pattern(edges[5] - edges[0], edges[3] - edges[2])) try_pattern(view, y, edges, last % 2 == 0);
    }
}

std::optional<float> FinderGate::across(const GreyView& view, int y, const int* edges) const {
    std::array<int, 5> runs{};
    for (std::size_t i = 0; i < 5; ++i) runs[i] = edges[i + 1] - edges[i];
    const auto module = module_of(runs);
    return module && stands_out(view.row(y), y, edges[0], edges[5]) ? module : std::nullopt;
}

void FinderGate::try_pattern(const GreyView& view, int y, const int* edges, bool negative) {
    const auto module = across(view, y, edges);
    if (!module) return;
    const auto seen = cross_check(view, (edges[2] + edges[3]) / 2, y, *module, negative);
    if (!seen || remember(*seen, negative ? negatives_ : finders_) || negative) return;
    left_out_ += row_step / (3 * seen->module); // as many rows cross the centre square of one
}

// A pattern of noise keeps close to the threshold; one of ink and paper uses the contrast that is there.
bool FinderGate::stands_out(const std::uint8_t* row, int y, int from, int to) const {
    int away = 0, contrast = 0;
    for (int x = from; x < to; ++x) away += std::abs(row[x] - threshold_at(x, y));
    for (const int x : {from, to - 1}) contrast = std::max<int>(contrast, contrast_[block_at(x, y)]);
    return away * 5 > contrast * (to - from);
}

// The same proportion upwards and downwards from the middle of the centre square.
std::optional<Finder> FinderGate::upright(const GreyView& view, int x, int y, float module, bool negative) const {
    const int longest = static_cast<int>(module * 5.0F) + 2;
    const auto is_ink = [&](int at) { return is_dark(view, x, at) != negative; };
    std::array<int, 5> runs{};
    int ends[2] = {y, y}; // of the centre square: up, down
    for (const int way : {-1, 1}) {
        int at = way < 0 ? y : y + 1;
        for (int ring = 0; ring < 3; ++ring) { // centre, light ring, dark ring
            const auto run = static_cast<std::size_t>(2 + way * ring);
            const int before = at;
            while (at >= 0 && at < view.height && std::abs(at - y) <= longest && is_ink(at) == (ring != 1)) at += way;
            runs[run] += std::abs(at - before);
            if (ring == 0) ends[way < 0 ? 0 : 1] = at;
        }
    }
    const auto upright = module_of(runs);
    if (!upright) return std::nullopt;
    return Finder{static_cast<float>(x), static_cast<float>(ends[0] + ends[1]) / 2.0F, *upright, 1};
}

std::optional<Finder> FinderGate::cross_check(const GreyView& view, int x, int y, float module, bool negative) const {
    auto seen = upright(view, x, y, module, negative);
    if (!seen || seen->module > 2.0F * module || seen->module < 0.5F * module) return std::nullopt;
    seen->module = (module + seen->module) / 2.0F;
    return seen;
}

// By the rows that were walked, which are at hand in the cache: most of what is dark is taller than it is wide.
bool FinderGate::ends_soon(const GreyView& view, int x, int y, int wide) const {
    int high = 0;
    for (const int step : {-row_step, row_step})
        for (int at = y + step; at >= 0 && at < view.height && high <= 2 * wide + 2 * row_step; at += step) {
            if (!is_dark(view, x, at)) break;
            high += row_step;
        }
    return high <= 2 * wide + row_step;
}

// Its dark run may be the centre square, or with what is smeared over the rings all of the pattern. The columns beside
// the middle one show it too.
void FinderGate::try_smeared_along_row(const GreyView& view, int y, int from, int to) {
    const int wide = to - from, x = (from + to) / 2;
    if (wide < narrowest_centre || !ends_soon(view, x, y, wide)) return;
    const auto seen = upright(view, x, y, static_cast<float>(wide) / 3.0F, false);
    if (!seen || !may_be_centre(wide, seen->module)) return;
    const int aside = static_cast<int>(seen->module * 0.7F);
    if (x < aside || x + aside >= view.width) return;
    for (const int there : {x - aside, x + aside})
        if (!cross_check(view, there, y, seen->module, false)) return;
    remember(*seen, smeared_);
}

// Its rows are plain, which so many of them show; of its columns only the dark middle is left.
void FinderGate::try_smeared_along_column(const GreyView& view, int y, const int* edges) {
    const auto module = across(view, y, edges);
    if (!module) return;
    const int x = (edges[2] + edges[3]) / 2, longest = static_cast<int>(8 * *module) + 2;
    int top = y, bottom = y + 1;
    while (top > 0 && y - top < longest && is_dark(view, x, top - 1)) --top;
    while (bottom < view.height && bottom - y < longest && is_dark(view, x, bottom)) ++bottom;
    if (!may_be_centre(bottom - top, *module)) return;
    remember({static_cast<float>(x), static_cast<float>(top + bottom) / 2.0F, *module, 1}, smeared_);
}

const std::vector<Finder>& FinderGate::smeared(const GreyView& view, const std::function<bool(int x, int y)>& moves) {
    smeared_.clear();
    for (std::size_t row = 0; row < rows_end_.size(); ++row) {
        const int y = static_cast<int>(row) * row_step + row_step / 2;
        const auto edges = edges_of(row);
        for (std::size_t last = 1; last < edges.size(); last += 2) { // of each dark run
            const int from = edges[last - 1], to = edges[last];
            if (!moves((from + to) / 2, y)) continue;
            try_smeared_along_row(view, y, from, to);
            if (last < 5) continue;
            const int* first = &edges[last - 5];
            if (may_be_pattern(first[5] - first[0], first[3] - first[2])) try_smeared_along_column(view, y, first);
        }
    }
    std::erase_if(smeared_,
                  [](const Finder& one) { return static_cast<float>(one.hits * row_step) < 1.5F * one.module; });
    put_in_order(smeared_);
    return smeared_;
}

// What noise makes is crossed by one row alone, and nothing is beside it. (A small pattern's centre may be so, too.)
bool FinderGate::is_real(const GreyView& view, const Finder& finder) const {
    if (finder.hits > 1) return true;
    const int x = static_cast<int>(finder.x), y = static_cast<int>(finder.y);
    return cross_check(view, x - 1, y, finder.module, false) && cross_check(view, x + 1, y, finder.module, false);
}

const std::vector<Finder>& FinderGate::look(const GreyView& view) {
    finders_.clear();
    negatives_.clear();
    edges_.clear();
    rows_end_.clear();
    left_out_ = 0;
    if (view.width < block || view.height < block) return finders_;
    measure_light(view);
    set_thresholds();
    dark_.resize(static_cast<std::size_t>((columns_ + 3) / 4));
    for (int y = row_step / 2; y < view.height; y += row_step) {
        mark_dark(view.row(y), y);
        walk_row(view, y);
    }
    if (left_out_ > 0) { // of those left out, as many were real as of those kept
        const auto real = std::ranges::count_if(finders_, [&](const Finder& finder) { return is_real(view, finder); });
        left_out_ *= static_cast<float>(real) / static_cast<float>(finders_.size());
    }
    put_in_order(finders_);
    put_in_order(negatives_);
    return finders_;
}

} // namespace foyer
