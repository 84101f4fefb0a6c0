#include "scanner/feed/held.h"

#include <algorithm>
#include <cmath>

namespace foyer::feed {

namespace {

constexpr float card_height_max = 700, card_width_max = 960;  // texels: a badge at 260 mm fills the frame's height
constexpr float card_side_min = 8, card_height_crisp = 200;   // texels
constexpr float beside = 0.22F, above = 0.05F, under = 0.55F; // of the card: room for hand and sleeve

// Ink on paper is never black, paper never white.
std::uint8_t as_printed(std::uint8_t grey) { return static_cast<std::uint8_t>(24 + grey * 212 / 255); }

void lay_card(Sprite& plane, const GreyPicture& card, int left, int top) {
    for (int y = 0; y < card.height; ++y)
        for (int x = 0; x < card.width; ++x) {
            plane.value.at(left + x, top + y) = as_printed(card.at(x, y));
            plane.alpha.at(left + x, top + y) = 255;
        }
}

Level level_of(const Sprite& plane) {
    Level level{plane.width(), plane.height(), {}};
    level.texels.reserve(plane.value.pixels.size());
    for (std::size_t i = 0; i < plane.value.pixels.size(); ++i)
        level.texels.push_back(plane.value.pixels[i] | static_cast<Texel>(plane.alpha.pixels[i]) << 16U);
    return level;
}

Level half_of(const Level& full) {
    Level half{full.width / 2, full.height / 2, {}};
    half.texels.reserve(static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height));
    const auto row = static_cast<std::size_t>(full.width);
    for (int y = 0; y < half.height; ++y)
        for (int x = 0; x < half.width; ++x) {
            const Texel* t = &full.texels[static_cast<std::size_t>(2 * y) * row + static_cast<std::size_t>(2 * x)];
            half.texels.push_back((t[0] + t[1] + t[row] + t[row + 1] + 0x20002U) >> 2U & 0xFF00FFU);
        }
    return half;
}

// How far up the thumb may reach: the role band of a badge, never the code.
float thumb_top(const Guest& guest, float card_height) {
    if (!guest.code) return card_height * 0.975F;
    const float scale = card_height / static_cast<float>(guest.picture.height);
    return std::max(card_height * 0.9F, (guest.code->top + guest.code->height) * scale + card_height * 0.035F);
}

struct Hand {
    float x, edge, unit; // where it grips, the card's lower edge, texels a mm
    float lean, skin, sleeve;
};

void paint_behind(Sprite& plane, const Hand& hand) {
    const float u = hand.unit, bottom = static_cast<float>(plane.height()) + 40 * u;
    capsule(plane, {hand.x + hand.lean * 30 * u, hand.edge + 20 * u}, {hand.x + hand.lean * 40 * u, bottom}, 27 * u,
            {hand.skin, 24, 30});
    capsule(plane, {hand.x + hand.lean * 36 * u, hand.edge + 62 * u}, {hand.x + hand.lean * 40 * u, bottom + 30 * u},
            35 * u, {hand.sleeve, 20, 16});
    for (int finger = 0; finger < 4; ++finger) { // knuckles beside the grip
        const float x = hand.x + (static_cast<float>(finger) - 1.2F) * 15 * u;
        capsule(plane, {x, hand.edge - 8 * u}, {x + hand.lean * 8 * u, hand.edge + 24 * u}, 9 * u,
                {hand.skin - 6, 16, 26});
    }
}

void paint_thumb(Sprite& plane, const Hand& hand, float top) {
    const float u = hand.unit, radius = 9.5F * u;
    const Point tip{hand.x - hand.lean * 6 * u, top + radius}, root{hand.x + hand.lean * 12 * u, hand.edge + 30 * u};
    capsule(plane, {tip.x + 2 * u, tip.y + 2 * u}, {root.x + 2 * u, root.y}, radius * 1.06F, {hand.skin * 0.45F, 0, 0});
    capsule(plane, tip, root, radius, {hand.skin + 8, 22, 30});
    ellipse(plane, {tip.x, tip.y - 1.5F * u}, 4.6F * u, 5.4F * u, {std::min(250.0F, hand.skin + 26), 8, 8}); // its nail
}

// Width and height of the card in texels: as it is where that is fine and fits, whole numbers.
Point size_of(const GreyPicture& picture) {
    const auto width = static_cast<float>(picture.width), height = static_cast<float>(picture.height);
    float scale = std::min(card_height_max / height, card_width_max / width);
    if (scale > 1 && height >= card_height_crisp) scale = 1;
    return {std::max(card_side_min, std::floor(width * scale)), std::max(card_side_min, std::floor(height * scale))};
}

std::array<Point, 4> corners_of(const Guest& guest, Point card) {
    const auto width = static_cast<float>(guest.picture.width), height = static_cast<float>(guest.picture.height);
    const CodeBox box = guest.code.value_or(CodeBox{0, 0, width, height});
    const float left = (box.left / width - 0.5F) * card.x, right = left + box.width / width * card.x;
    const float top = (box.top / height - 0.5F) * card.y, bottom = top + box.height / height * card.y;
    return {Point{left, top}, Point{right, top}, Point{right, bottom}, Point{left, bottom}};
}

} // namespace

Held hold_up(const Guest& guest, Prng random) {
    const auto card = size_of(guest.picture);
    const auto [w, h] = card;
    const int width = static_cast<int>(w), height = static_cast<int>(h);
    const float mm_per_texel = std::min(held_height_mm / h, held_width_mm / w);
    const int left = static_cast<int>(beside * w), top = static_cast<int>(above * h);
    Sprite plane = make_sprite(width + 2 * left, height + top + static_cast<int>(under * h));

    const float grip = random.chance(0.5F) ? random.between(0.12F, 0.32F) : random.between(0.68F, 0.88F);
    const Hand hand{static_cast<float>(left) + grip * w, static_cast<float>(top + height), 1 / mm_per_texel,
                    grip < 0.5F ? -1.0F : 1.0F,          random.between(105, 190),         random.between(25, 110)};
    paint_behind(plane, hand);
    lay_card(plane, resized(guest.picture, width, height), left, top);
    paint_thumb(plane, hand, static_cast<float>(top) + thumb_top(guest, h));

    Held held;
    held.levels.push_back(level_of(plane));
    while (held.levels.size() < 4 && std::min(held.levels.back().width, held.levels.back().height) >= 8)
        held.levels.push_back(half_of(held.levels.back()));
    held.middle = {static_cast<float>(left) + w / 2, static_cast<float>(top) + h / 2};
    held.mm_per_texel = mm_per_texel;
    held.card_height = h;
    held.code = corners_of(guest, card);
    held.below = plane.height() - 1;
    return held;
}

} // namespace foyer::feed
