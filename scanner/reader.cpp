#include "scanner/reader.h"

#include <cassert>

#include "scanner/shrink.h"

namespace foyer {
namespace {

constexpr float coarse_module = 6.0F; // pixels a module, from which half of them are enough (4 are wanted)

Decoded placed(Decoded found, float scale, int left, int top) {
    for (auto& corner : found.corners) {
        corner.x = corner.x * scale + static_cast<float>(left);
        corner.y = corner.y * scale + static_cast<float>(top);
    }
    return found;
}

std::optional<Decoded> look_at_half(const GreyView& view, Bytes& scratch, Effort effort) {
    auto found = decode_qr(half(view, scratch), effort);
    if (found) found = placed(std::move(*found), 2.0F, 0, 0);
    return found;
}

std::optional<Decoded> look_at_part(const GreyView& view, const PixelRect& part) {
    auto found = decode_qr(view.cut(part), Effort::quick);
    if (found) found = placed(std::move(*found), 1.0F, part.x, part.y);
    return found;
}

PixelRect grown(const PixelRect& rect) { // by half its size on each side
    return {rect.x - rect.width / 2, rect.y - rect.height / 2, rect.width * 2, rect.height * 2};
}

float largest_module(const std::vector<Finder>& finders) {
    float largest = 0;
    for (const auto& finder : finders) largest = std::max(largest, finder.module);
    return largest;
}

std::optional<Reading> reading(std::optional<Decoded> found, const Frame& frame, const std::string& source) {
    if (!found) return std::nullopt;
    return Reading{std::move(found->bytes), std::move(found->text), found->corners, source, frame.captured};
}

} // namespace

bool Reader::hard_look_due(bool something_there) {
    // In units that make either number of frames come out even.
    patience_ += something_there ? settings_.hard_look_every_quiet : settings_.hard_look_every;
    if (patience_ < settings_.hard_look_every * settings_.hard_look_every_quiet) return false;
    patience_ = 0;
    return true;
}

// Every third one is for codes in white on black (phones in dark mode), which neither gate nor quick looks can see.
std::optional<Decoded> Reader::look_hard(const GreyView& view) {
    return decode_qr(++hard_looks_ % 3 == 0 ? inverted(view, scratch_) : view, Effort::hard);
}

std::optional<Decoded> Reader::look_at_hits(const Frame& frame, const std::vector<Finder>& hits) {
    const auto view = frame.view();
    if (!last_region_.empty() && frame.captured - last_seen_ <= settings_.region_kept) {
        const auto known = last_region_.within(frame.width, frame.height);
        if (auto found = look_at_part(view, known)) return found;
    }
    const auto part = region_of(hits, frame.width, frame.height);
    // A code that fills much of the frame is found as surely, and four times cheaper, at half size.
    if (largest_module(hits) >= coarse_module) {
        if (auto found = look_at_half(view, scratch_, Effort::quick)) return found;
        return look_at_part(view, part);
    }
    if (auto found = look_at_part(view, part)) return found;
    return look_at_half(view, scratch_, Effort::quick);
}

std::optional<Decoded> Reader::look(const Frame& frame) {
    const auto& hits = gate_.look(frame.view());
    if (!hits.empty())
        if (auto found = look_at_hits(frame, hits)) return found;
    if (hard_look_due(!hits.empty())) return look_hard(frame.view());
    return std::nullopt;
}

std::optional<Reading> Reader::read(const Frame& frame) {
    assert(frame.pixels.size() >= static_cast<std::size_t>(frame.stride) * static_cast<std::size_t>(frame.height));
    auto found = look(frame);
    if (found) {
        last_region_ = grown(bounds(found->corners));
        last_seen_ = frame.captured;
        patience_ = 0;
    }
    return reading(std::move(found), frame, settings_.source);
}

std::optional<Reading> plain_read(const Frame& frame, const std::string& source) {
    return reading(decode_plain(frame.view()), frame, source);
}

} // namespace foyer
