// read_still and read_all of reader.h: every means, in all sizes, black on white and white on black.
#include <algorithm>
#include <cmath>

#include "scanner/flatten.h"
#include "scanner/reader.h"
#include "scanner/shrink.h"

namespace foyer {
namespace {

constexpr std::size_t codes_most = 256;
constexpr int smallest_side = 24;   // pixels of a picture worth looking at
constexpr int enlarged_below = 900; // pixels a side: an enlarged copy is worth its time
constexpr int margin = 40;
constexpr int finest = 16'000'000; // pixels; a larger picture is finer than its lens, and its half shows as much
constexpr int mirrored_most = 4'000'000;
constexpr float crowd = 160; // patterns beyond those that the gate keeps: a sheet with 80 codes has as many
constexpr std::size_t triples_most = 12, pairs_most = 3;

// From a copy of the picture to the picture.
struct Place {
    float scale = 1;
    float offset = 0; // of the picture in the copy
};

bool is_inside(const Corners& corners, float x, float y) {
    bool left = false, right = false; // of an edge; a point inside is on one side of all four
    for (std::size_t i = 0; i < 4; ++i) {
        const Corner &from = corners[i], &to = corners[(i + 1) % 4];
        ((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) < 0 ? left : right) = true;
    }
    return left != right;
}

class Search {
public:
    Search(std::size_t most, const Formats& others) : most_(most), others_(others) {}

    void look_everywhere(const GreyView& picture) {
        look_at_sizes(picture);
        if (done()) return;
        Bytes pixels;
        negative_ = true;
        look_at_sizes(inverted(picture, pixels));
    }
    std::vector<Decoded> take() { return std::move(found_); }

private:
    [[nodiscard]] bool done() const { return found_.size() >= most_; }

    void look_at_sizes(const GreyView& picture) {
        Bytes pixels[2], enlarged, framed_pixels;
        GreyView view = picture;
        float scale = 1;
        for (std::size_t level = 0; !done() && std::min(view.width, view.height) >= smallest_side; ++level) {
            look(view, {scale, 0});
            view = half(view, pixels[level % 2]);
            scale *= 2;
        }
        if (std::min(picture.width, picture.height) >= enlarged_below) return;
        // A picture cut at the code's very edge has no quiet zone.
        const GreyView wide = framed(picture, margin, framed_pixels);
        if (!done()) look(wide, {1, margin});
        if (!done()) look(twice(wide, enlarged), {0.5F, 2 * margin});
    }

    void look(const GreyView& view, const Place& place) {
        const auto finders = finders_of(view);
        decode(view, Effort::hard, place);
        if (std::int64_t{view.width} * view.height > finest) {
            if (!done()) look_at_lattices(view, finders, place);
            return;
        }
        Bytes pixels;
        decode(view, Effort::histogram, place);
        if (others_.any() && !negative_ && !done())
            if (auto other = decode_others(view, others_); other && !has(other->bytes)) add({std::move(*other)}, place);
        decode(softened(view, pixels), Effort::hard, place);
        decode(sharpened(view, pixels), Effort::hard, place);
        if (!done()) look_at_lattices(view, finders, place);
        if (!done()) look_at_lattices(view, rings_.look(view), place);
        for (const int windows : flat_windows)
            if (!done()) look_without_light(flattened(view, windows, pixels), place);
    }

    void look_without_light(const GreyView& flat, const Place& place) {
        const auto finders = finders_of(flat);
        decode(flat, Effort::hard, place);
        if (!done()) look_at_lattices(flat, finders, place);
    }

    std::vector<Finder> finders_of(const GreyView& view) {
        auto finders = gate_.look(view);
        crowded_ = crowded_ || gate_.left_out() > crowd;
        return finders;
    }

    // In a crowd, and in all smaller copies of it, ZXing would try sets of three for minutes.
    void decode(const GreyView& view, Effort effort, const Place& place) {
        if (!crowded_ && !done()) add(decode_all(view, effort), place);
    }

    // On a sheet the patterns of neighbours look like a code's own: each one that is known leaves fewer.
    void look_at_lattices(const GreyView& view, const std::vector<Finder>& finders, const Place& place) {
        std::size_t before = 0;
        do {
            before = found_.size();
            look_at_likeliest(view, finders, place);
        } while (!done() && found_.size() > before);
    }

    void look_at_likeliest(const GreyView& view, const std::vector<Finder>& finders, const Place& place) {
        auto triples = triples_of(unknown(finders, place), triples_most);
        for (auto& guess : guessed_triples(unknown(finders, place), pairs_most)) triples.push_back(guess);
        for (const auto& triple : triples)
            if (!done()) add_found(look_at_lattice(view, triple, Patience::all), place);
        for (const auto& triple : triples_of(unknown(finders, place), triples_most, Paper::bent))
            if (!done()) add_found(look_at_bent_lattice(view, triple), place);
    }

    // Those of no code that was found.
    [[nodiscard]] std::vector<Finder> unknown(const std::vector<Finder>& finders, const Place& place) const {
        std::vector<Finder> open;
        for (const auto& finder : finders)
            if (!is_known(placed(Corner{finder.x, finder.y}, place))) open.push_back(finder);
        return open;
    }

    void add_found(LatticeLook look, const Place& place) {
        if (look.found) add({std::move(*look.found)}, place);
    }

    void add(std::vector<Decoded> codes, const Place& place) {
        for (auto& code : codes) {
            for (auto& corner : code.corners) corner = placed(corner, place);
            const auto &a = code.corners[0], &b = code.corners[1], &c = code.corners[2], &d = code.corners[3];
            const Corner middle{(a.x + b.x + c.x + d.x) / 4, (a.y + b.y + c.y + d.y) / 4};
            if (!is_known(middle) && !done()) found_.push_back(std::move(code));
        }
    }

    // A linear code's corners enclose next to nothing.
    [[nodiscard]] bool has(const Bytes& payload) const {
        return std::any_of(found_.begin(), found_.end(), [&](const Decoded& known) { return known.bytes == payload; });
    }

    [[nodiscard]] bool is_known(const Corner& point) const {
        return std::any_of(found_.begin(), found_.end(),
                           [&](const Decoded& known) { return is_inside(known.corners, point.x, point.y); });
    }

    static Corner placed(const Corner& corner, const Place& place) {
        return {(corner.x - place.offset) * place.scale, (corner.y - place.offset) * place.scale};
    }

    std::size_t most_;
    Formats others_;
    std::vector<Decoded> found_;
    bool negative_ = false, crowded_ = false;
    FinderGate gate_;
    RingFinder rings_;
};

// A code that was photographed through glass, or by a camera that turns its picture as a mirror does: ZXing tries that
// of what it finds, the lattice does not. A fine picture's half will do.
std::vector<Decoded> seen_in_a_mirror(const GreyView& picture, std::size_t most, const Formats& others) {
    Bytes halved, turned;
    const bool fine = std::int64_t{picture.width} * picture.height > mirrored_most;
    const GreyView view = fine ? half(picture, halved) : picture;
    turned.resize(static_cast<std::size_t>(view.width) * static_cast<std::size_t>(view.height));
    for (int y = 0; y < view.height; ++y) {
        const std::uint8_t* row = view.row(y);
        std::reverse_copy(row, row + view.width, turned.begin() + static_cast<std::ptrdiff_t>(y) * view.width);
    }
    Search search(most, others);
    search.look_everywhere({turned.data(), view.width, view.height, view.width});
    auto codes = search.take();
    const float scale = fine ? 2.F : 1.F, last = static_cast<float>(view.width - 1);
    for (auto& code : codes)
        for (auto& corner : code.corners) corner = {(last - corner.x) * scale, corner.y * scale};
    return codes;
}

std::vector<Reading> read_codes(const Frame& frame, const std::string& source, const Formats& others,
                                std::size_t most) {
    std::vector<Reading> readings;
    if (frame.view().empty()) return readings;
    Search search(most, others);
    search.look_everywhere(frame.view());
    auto codes = search.take();
    if (codes.empty()) codes = seen_in_a_mirror(frame.view(), most, others);
    for (auto& code : codes)
        readings.push_back({std::move(code.bytes), std::move(code.text), code.corners, source, frame.captured});
    return readings;
}

} // namespace

std::optional<Reading> read_still(const Frame& frame, const std::string& source, const Formats& others) {
    auto readings = read_codes(frame, source, others, 1);
    if (readings.empty()) return std::nullopt;
    return std::move(readings.front());
}

std::vector<Reading> read_all(const Frame& frame, const std::string& source, const Formats& others) {
    return read_codes(frame, source, others, codes_most);
}

} // namespace foyer
