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

constexpr std::size_t codes_most = 16;

// White over the quadrilateral, and nothing else: a neighbour may stand close.
void paint_over(Frame& frame, const Corners& corners) {
    const auto rect = bounds(corners).within(frame.width, frame.height);
    for (int y = rect.y; y < rect.y + rect.height; ++y)
        for (int x = rect.x; x < rect.x + rect.width; ++x) {
            bool left = false, right = false; // of an edge; a point inside is on one side of all four
            for (std::size_t i = 0; i < 4; ++i) {
                const Corner &from = corners[i], &to = corners[(i + 1) % 4];
                const float side = (to.x - from.x) * (static_cast<float>(y) - from.y) -
                                   (to.y - from.y) * (static_cast<float>(x) - from.x);
                (side < 0 ? left : right) = true;
            }
            if (left != right)
                frame.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.stride) +
                             static_cast<std::size_t>(x)] = 255;
        }
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

std::vector<Reading> read_all(Frame frame, const std::string& source) {
    std::vector<Reading> readings;
    while (readings.size() < codes_most) {
        auto reading = read_still(frame, source);
        if (!reading) break;
        paint_over(frame, reading->corners);
        readings.push_back(std::move(*reading));
    }
    return readings;
}

} // namespace foyer
