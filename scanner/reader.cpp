#include "scanner/reader.h"

#include <cassert>
#include <cmath>

#include "scanner/flatten.h"
#include "scanner/shrink.h"

namespace foyer {
namespace {

constexpr float coarse_module = 6.0F; // pixels a module, from which half of them are enough (4 are wanted)
constexpr std::size_t triples_most = 2, triples_most_hard = 6, triples_most_bent = 2;
constexpr float crowd = 64;                             // patterns beyond those that the gate keeps
constexpr int in_vain_most = 2;                         // halvings
constexpr std::size_t guesses_few = 2, guesses_all = 6; // pairs of patterns

Decoded placed(Decoded found, float scale, int left, int top) {
    for (auto& corner : found.corners) {
        corner.x = corner.x * scale + static_cast<float>(left);
        corner.y = corner.y * scale + static_cast<float>(top);
    }
    return found;
}

std::optional<Decoded> look_at_half(const GreyView& view, Bytes& scratch) {
    auto found = decode_qr(half(view, scratch), Effort::quick);
    if (found) found = placed(std::move(*found), 2.0F, 0, 0);
    return found;
}

std::optional<Decoded> look_at_part(const GreyView& view, const PixelRect& part) {
    auto found = decode_qr(view.cut(part), Effort::quick);
    if (found) found = placed(std::move(*found), 1.0F, part.x, part.y);
    return found;
}

// By a quarter of its size on each side: the quiet zone, and what a hand does in a frame.
PixelRect grown(const PixelRect& rect) {
    return {rect.x - rect.width / 4, rect.y - rect.height / 4, rect.width * 3 / 2, rect.height * 3 / 2};
}

float largest_module(const Triple& triple) {
    return std::max({triple.corner.module, triple.right.module, triple.below.module});
}

float from_middle(const Triple& triple, const Frame& frame) {
    const float x = (triple.right.x + triple.below.x) / 2, y = (triple.right.y + triple.below.y) / 2;
    return std::hypot(x - static_cast<float>(frame.width) / 2, y - static_cast<float>(frame.height) / 2);
}

// The likeliest triples; of two codes side by side, the one nearer the middle first: it is the one that is meant.
std::vector<Triple> candidates(const std::vector<Finder>& hits, const Frame& frame, std::size_t most) {
    auto triples = triples_of(hits, most);
    if (triples.size() < 2) return triples;
    const auto &first = triples[0], &second = triples[1];
    const float size = std::hypot(first.right.x - first.below.x, first.right.y - first.below.y);
    if (from_middle(second, frame) + size / 2 < from_middle(first, frame)) std::swap(triples[0], triples[1]);
    return triples;
}

bool is_same(const Triple& a, const Triple& b) {
    const auto same = [](const Finder& one, const Finder& other) { return is_same(one, other, other.module); };
    return same(a.corner, b.corner) && same(a.right, b.right) && same(a.below, b.below);
}

// As they are in a part of the picture, a half or a quarter as large.
std::vector<Finder> moved(std::vector<Finder> finders, const PixelRect& part, float scale) {
    for (auto& one : finders) {
        one.x = (one.x - static_cast<float>(part.x)) * scale;
        one.y = (one.y - static_cast<float>(part.y)) * scale;
        one.module *= scale;
    }
    return finders;
}

std::optional<Reading> reading(std::optional<Decoded> found, const Frame& frame, const std::string& source) {
    if (!found) return std::nullopt;
    return Reading{std::move(found->bytes), std::move(found->text), found->corners, source, frame.captured};
}

} // namespace

// In units that make either number of frames come out even. What looks like a code for long and is none is looked at
// ever less often; so is a scene in which nothing moves, down to an eighth.
bool Reader::hard_look_due(bool something_there) {
    int one_in = 1;
    if (!something_there && settings_.hard_look_every != 1)
        for (const int frames : {75, 150, 300}) one_in *= stillness_.all_still_for(frames) ? 2 : 1;
    if (++waiting_ % one_in != 0) return false;
    const int full = settings_.hard_look_every * settings_.hard_look_every_quiet;
    const int step = something_there ? settings_.hard_look_every_quiet >> in_vain_ : settings_.hard_look_every;
    patience_ += std::max(step, settings_.hard_look_every);
    if (patience_ < full) return false;
    patience_ = 0;
    in_vain_ = std::min(in_vain_ + 1, in_vain_most);
    return true;
}

std::optional<Decoded> Reader::look_at_triple(const Frame& frame, const Triple& triple, Patience patience) {
    auto look = look_at_lattice(frame.view(), triple, patience);
    if (look.found || !look.lattice) return std::move(look.found);
    return fusion_.add(*look.lattice, frame.captured);
}

std::optional<Decoded> Reader::look_at_rings(const GreyView& whole, const std::vector<Finder>& known) {
    GreyView view = whole;
    Bytes pixels[2];
    for (int level = 0; level < 3; ++level) {
        const float scale = 1.0F / static_cast<float>(1 << level);
        const auto here = moved(known, {}, scale);
        if (known.empty() || std::ranges::any_of(here, RingFinder::sees, &Finder::module))
            for (const auto& triple : triples_with(here, rings_.look(view), triples_most, triples_most_hard))
                if (auto look = look_at_lattice(view, triple, Patience::all); look.found)
                    return placed(std::move(*look.found), 1 / scale, 0, 0);
        view = half(view, pixels[level % 2]);
    }
    return std::nullopt;
}

// Where the gate saw one or two patterns of a code, its others are near, and a tenth of the frame is enough.
std::optional<Decoded> Reader::look_at_rings_near(const GreyView& view, const std::vector<Finder>& hits) {
    const auto part = region_of({hits.begin(), hits.begin() + 1}, view.width, view.height);
    const bool everything = settings_.hard_look_every == 1; // also where none of the hits is one of the code's
    auto found = look_at_rings(view.cut(part), everything ? std::vector<Finder>() : moved(hits, part, 1));
    if (found) found = placed(std::move(*found), 1, part.x, part.y);
    return found;
}

// Under glare and in deep shade edges have no threshold in common.
std::optional<Decoded> Reader::look_at_flattened(const GreyView& view, int windows) {
    const GreyView flat = flattened(view, windows, scratch_);
    const auto hits = flat_gate_.look(flat);
    auto triples = triples_of(hits, triples_most_hard);
    if (triples.empty()) triples = guessed_triples(hits, guesses_few);
    for (const auto& triple : triples) {
        if (auto look = look_at_lattice(flat, triple, Patience::all); look.found) return look.found;
        if (flat_gate_.left_out() > crowd) continue;
        if (auto found = look_at_part(flat, region_of(triple, flat.width, flat.height))) return found;
    }
    return std::nullopt;
}

std::optional<Decoded> Reader::look_at_guesses(const Frame& frame, const std::vector<Finder>& hits, std::size_t pairs) {
    for (const auto& triple : guessed_triples(hits, pairs))
        if (auto found = look_at_triple(frame, triple, Patience::all)) return found;
    return std::nullopt;
}

std::optional<Decoded> Reader::look_at_bends(const GreyView& view, const std::vector<Finder>& hits) {
    if (is_crowded()) return std::nullopt;
    for (const auto& triple : triples_of(hits, triples_most_bent, Paper::bent))
        if (auto look = look_at_bent_lattice(view, triple); look.found) return look.found;
    return std::nullopt;
}

std::optional<Decoded> Reader::look_by_every_means(const Frame& frame, const std::vector<Finder>& hits) {
    const auto view = frame.view();
    if (!is_crowded())
        if (auto found = decode_qr(view, Effort::hard)) return found;
    if (auto found = look_at_guesses(frame, hits, guesses_all)) return found;
    if (auto found = look_at_bends(view, hits)) return found;
    for (const int windows : flat_windows)
        if (auto found = look_at_flattened(view, windows)) return found;
    return look_at_rings(view);
}

// Bent paper first, for next to nothing where there is none. Then by turns, so that no frame costs too much: patterns
// too small or too soft for the gate where something was seen, ZXing's own search, what glare hides, and such patterns
// anywhere.
std::optional<Decoded> Reader::look_hard(const Frame& frame, const std::vector<Finder>& hits) {
    if (settings_.hard_look_every == 1) return look_by_every_means(frame, hits);
    const auto view = frame.view();
    if (auto found = look_at_bends(view, hits)) return found;
    const int turn = hard_looks_++;
    switch (turn % 4) {
    case 0: return hits.empty() ? std::nullopt : look_at_rings_near(view, hits);
    case 1: return is_crowded() ? std::nullopt : decode_qr(view, Effort::hard);
    case 2: return look_at_flattened(view, flat_windows[static_cast<std::size_t>(turn / 4 % 2)]);
    default: break;
    }
    if (triples_of(hits, 1).empty())
        if (auto found = look_at_guesses(frame, hits, guesses_few)) return found;
    return look_at_rings(view);
}

std::optional<Decoded> Reader::look_at_triples(const Frame& frame, const std::vector<Triple>& triples) {
    for (const auto& triple : triples)
        if (auto found = look_at_triple(frame, triple, Patience::little)) return found;
    return std::nullopt;
}

std::optional<Decoded> Reader::look_at_hits(const Frame& frame, const std::vector<Triple>& triples) {
    if (triples.empty()) return std::nullopt;
    if (is_crowded()) return look_at_triples(frame, triples);
    // A code that fills much of the frame is found as surely, and four times cheaper, at half size.
    const auto& first = triples.front();
    auto found = largest_module(first) >= coarse_module
                     ? look_at_half(frame.view(), scratch_)
                     : look_at_part(frame.view(), region_of(first, frame.width, frame.height));
    return found ? found : look_at_triples(frame, triples);
}

// Patterns that make no triple: in one of three frames and of six, for these looks are as dear as all the rest.
std::optional<Decoded> Reader::look_round(const Frame& frame, const std::vector<Finder>& lone) {
    if (lone.empty() || is_crowded()) return std::nullopt;
    const bool always = settings_.hard_look_every == 1;
    if (++lone_frames_ % 3 != 0 && !always) return std::nullopt;
    if (auto found = look_at_part(frame.view(), region_of(lone, frame.width, frame.height))) return found;
    return lone_frames_ % 6 == 0 || always ? look_at_rings_near(frame.view(), lone) : std::nullopt;
}

// What moves may be smeared by it. (It is no crowd: a cloth full of patterns hangs still behind it.) Plain patterns
// show here too: those that were looked at in vain are not looked at again.
std::optional<Decoded> Reader::look_at_smeared(const Frame& frame, const std::vector<Triple>& looked_at) {
    const auto moves = [this](int x, int y) { return stillness_.moves(x, y); };
    auto triples = triples_of(gate_.smeared(frame.view(), moves), 1);
    std::erase_if(triples, [&](const Triple& one) {
        return std::ranges::any_of(looked_at, [&](const Triple& other) { return is_same(one, other); });
    });
    return look_at_triples(frame, triples);
}

std::optional<Decoded> Reader::look_for_others(const GreyView& view) {
    if (!settings_.others.any() || ++frames_without_ % 3 != 0) return std::nullopt;
    return decode_others(view, settings_.others);
}

// A frame, or the last one that the gate looked at, with so many patterns that only our own looks end soon.
bool Reader::is_crowded() const { return gate_.left_out() > crowd; }

bool Reader::just_read(const Frame& frame) const {
    return !last_region_.empty() && frame.captured - last_seen_ <= settings_.region_kept;
}

// Where something moved, or a code has just been: the gate's patterns there. Else nothing, for next to nothing.
std::optional<Decoded> Reader::look(const Frame& frame) {
    stillness_.look(frame.view());
    const bool everything = settings_.hard_look_every == 1;
    if (!everything && last_found_ && stillness_.rests(bounds(last_found_->corners)))
        return last_found_; // the same picture as a frame ago: it is still there, however hard it was to read
    if (just_read(frame) && !is_crowded()) // and most often still there: nothing else need be looked at
        if (auto found = look_at_part(frame.view(), last_region_.within(frame.width, frame.height))) return found;
    const bool anywhere = everything || just_read(frame);
    const auto worth_a_look = [&](std::vector<Finder> seen) {
        if (!anywhere) std::erase_if(seen, [&](const Finder& one) { return !stillness_.is_due(one.x, one.y); });
        return seen;
    };
    std::vector<Finder> hits, negatives;
    const bool worth_it = anywhere || stillness_.anything_due();
    if (worth_it) {
        const auto& seen = gate_.look(frame.view());
        if (seen.empty()) in_vain_ = 0;
        hits = worth_a_look(seen);
        negatives = worth_a_look(gate_.negatives());
    }
    const auto triples = candidates(hits, frame, triples_most);
    if (auto found = look_at_hits(frame, triples)) return found;
    for (auto triple : triples_of(negatives, 1)) {
        triple.negative = true;
        if (auto found = look_at_triple(frame, triple, Patience::little)) return found;
    }
    if (worth_it) // else what the gate knows is of an earlier frame
        if (auto found = look_at_smeared(frame, triples)) return found;
    if (triples.empty())
        if (auto found = look_round(frame, hits)) return found;
    if (auto found = look_for_others(frame.view())) return found;
    if (hard_look_due(!hits.empty())) return look_hard(frame, hits);
    return std::nullopt;
}

std::optional<Reading> Reader::read(const Frame& frame) {
    assert(frame.pixels.size() >= static_cast<std::size_t>(frame.stride) * static_cast<std::size_t>(frame.height));
    auto found = look(frame);
    if (found) {
        last_region_ = grown(bounds(found->corners));
        last_seen_ = frame.captured;
        patience_ = in_vain_ = 0;
        fusion_.forget();
    }
    last_found_ = found;
    return reading(std::move(found), frame, settings_.source);
}

std::optional<Reading> plain_read(const Frame& frame, const std::string& source) {
    return reading(decode_plain(frame.view()), frame, source);
}

} // namespace foyer
