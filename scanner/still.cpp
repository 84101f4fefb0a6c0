// read_still of reader.h: a list of looks, the most promising first.
#include "scanner/reader.h"
#include "scanner/shrink.h"

namespace foyer {
namespace {

constexpr int small_side = 700; // pixels; below it an enlarged copy is worth its time
constexpr int margin = 40;

struct Found {
    std::optional<Decoded> code;
    float scale = 1; // of the picture's pixels to those looked at
    int offset = 0;  // of the picture in what was looked at
};

std::optional<Decoded> in_picture(Found found) {
    if (!found.code) return std::nullopt;
    for (auto& corner : found.code->corners) {
        corner.x = (corner.x - static_cast<float>(found.offset)) * found.scale;
        corner.y = (corner.y - static_cast<float>(found.offset)) * found.scale;
    }
    return std::move(found.code);
}

std::optional<Decoded> look_at_sizes(const GreyView& view) {
    if (auto found = decode_qr(view, Effort::hard)) return found;
    Bytes halved, quartered, enlarged, with_margin;
    const auto half_view = half(view, halved);
    if (auto found = in_picture({decode_qr(half_view, Effort::hard), 2.0F})) return found;
    if (auto found = in_picture({decode_qr(half(half_view, quartered), Effort::hard), 4.0F})) return found;
    if (std::min(view.width, view.height) < small_side)
        if (auto found = in_picture({decode_qr(twice(view, enlarged), Effort::hard), 0.5F})) return found;
    if (auto found = decode_qr(view, Effort::histogram)) return found;
    if (auto found = in_picture({decode_qr(half_view, Effort::histogram), 2.0F})) return found;
    return in_picture({decode_qr(framed(view, margin, with_margin), Effort::hard), 1.0F, margin});
}

} // namespace

std::optional<Reading> read_still(const Frame& frame, const std::string& source) {
    const auto view = frame.view();
    if (view.empty()) return std::nullopt;
    auto found = look_at_sizes(view);
    if (!found) {
        Bytes negative;
        found = look_at_sizes(inverted(view, negative));
    }
    if (!found) return std::nullopt;
    return Reading{std::move(found->bytes), std::move(found->text), found->corners, source, frame.captured};
}

} // namespace foyer
