// The gate: where a frame has something like a QR code's finder pattern (the three squares), and where the code round
// them may be. About 0.1 ms a 720p frame, so that the decoder looks only at frames and regions that can have a code.
// One thread an object.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "scanner/reading.h"

namespace foyer {

struct Finder {
    float x = 0, y = 0; // centre, in pixels
    float module = 0;   // size of one module, in pixels
    int hits = 0;       // rows that crossed it
};

// Its middle where a pixel's middle is at .5.
inline Corner middle(const Finder& finder) { return {finder.x + 0.5F, finder.y + 0.5F}; }

// Are they of one pattern of such modules?
inline bool is_same(const Finder& a, const Finder& b, float module) {
    return std::max(std::abs(a.x - b.x), std::abs(a.y - b.y)) <= 2.5F * module;
}

// How plain it is: rows that crossed it, and large rather than small, as noise makes small ones.
inline float weight(const Finder& finder) { return static_cast<float>(finder.hits) * finder.module; }

class FinderGate {
public:
    // The finder patterns of one frame, the plainest first, at most 96. Looks at every 4th row. False alarms are cheap
    // and normal (checked shirts); a pattern whose centre is narrower than two pixels is not seen. The result lives
    // until the next call.
    const std::vector<Finder>& look(const GreyView& view);
    // Those of the same frame that are white on black: of a phone in dark mode.
    [[nodiscard]] const std::vector<Finder>& negatives() const { return negatives_; }
    // Those of the same frame that motion smeared along the rows or along the columns, so that they are plain in the
    // other direction alone; looked for where `moves` says so of a pixel.
    const std::vector<Finder>& smeared(const GreyView& view, const std::function<bool(int x, int y)>& moves);
    // How many dark ones, roughly, were more than fit. A picture with hundreds of patterns is no badge; what tries all
    // sets of three of them, as ZXing does, would take minutes over it.
    [[nodiscard]] float left_out() const { return left_out_; }

private:
    void measure_light(const GreyView& view);
    [[nodiscard]] int noise_contrast() const;
    void set_thresholds();
    void mark_dark(const std::uint8_t* row, int y);
    void find_edges();
    void walk_row(const GreyView& view, int y);
    [[nodiscard]] std::span<const int> edges_of(std::size_t row) const;
    [[nodiscard]] std::optional<float> across(const GreyView& view, int y, const int* edges) const;
    void try_pattern(const GreyView& view, int y, const int* edges, bool negative);
    [[nodiscard]] bool ends_soon(const GreyView& view, int x, int y, int wide) const;
    void try_smeared_along_row(const GreyView& view, int y, int from, int to);
    void try_smeared_along_column(const GreyView& view, int y, const int* edges);
    std::optional<Finder> upright(const GreyView& view, int x, int y, float module, bool negative) const;
    std::optional<Finder> cross_check(const GreyView& view, int x, int y, float module, bool negative) const;
    [[nodiscard]] bool is_real(const GreyView& view, const Finder& finder) const;
    [[nodiscard]] bool stands_out(const std::uint8_t* row, int y, int from, int to) const;
    [[nodiscard]] std::size_t block_at(int x, int y) const;
    [[nodiscard]] int threshold_at(int x, int y) const;
    [[nodiscard]] bool is_dark(const GreyView& view, int x, int y) const { return view.row(y)[x] < threshold_at(x, y); }

    int columns_ = 0, rows_ = 0;                      // blocks of 16 x 16
    Bytes darkest_, lightest_, threshold_, contrast_; // of each block
    Bytes dark_line_, light_line_;                    // of one row of blocks, by column
    std::vector<std::uint64_t> dark_;                 // one bit a pixel of one row
    std::vector<int> edges_;                          // of all rows walked, one after the other
    std::vector<std::size_t> rows_end_;               // where those of each row end in edges_
    std::vector<Finder> finders_, negatives_, smeared_;
    float left_out_ = 0;
};

// Three patterns that may be those of one code: the upper left one, and clockwise from it.
struct Triple {
    Finder corner, right, below;
    bool negative = false; // of a code white on black
};

enum class Paper { flat, bent };

// The likeliest first, at most so many. `finders`: the plainest first. Bent paper may show its patterns in more unlike
// sizes and at odder angles.
std::vector<Triple> triples_of(const std::vector<Finder>& finders, std::size_t most, Paper paper = Paper::flat);
// Those that one of the `known` patterns belongs to, and the `any` likeliest of all; all alike when none is known.
std::vector<Triple> triples_with(const std::vector<Finder>& known, const std::vector<Finder>& finders, std::size_t any,
                                 std::size_t most);

// When glare or a thumb hides a pattern: where it would be if two others are neighbours or opposite corners of one
// code. Six guesses for each of the likeliest pairs.
std::vector<Triple> guessed_triples(const std::vector<Finder>& finders, std::size_t pairs_most);

// The part of a picture that the code of these patterns fills, with its quiet zone.
PixelRect region_of(const Triple& triple, int width, int height);

// The part of a picture that these finder patterns point to: the best right-angled triple with its quiet zone, else
// some way round all of them. `finders`: the plainest first, not empty.
PixelRect region_of(const std::vector<Finder>& finders, int width, int height);

} // namespace foyer
