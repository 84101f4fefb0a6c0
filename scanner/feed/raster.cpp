#include "scanner/feed/raster.h"

#include <algorithm>
#include <cmath>

namespace foyer::feed {

namespace {

struct Sample {
    float distance; // px outside the shape (negative: inside)
    float across;   // 0 at the left side .. 1 at the right
    float out;      // 0 in the middle .. 1 at the rim
};

void cover(Sprite& on, int x, int y, const Sample& s, const Fill& fill) {
    const float coverage = std::clamp(0.5F - s.distance, 0.0F, 1.0F);
    if (coverage <= 0) return;
    const float grey = std::clamp(fill.grey - fill.shade * s.across - fill.rim * s.out * s.out, 0.0F, 255.0F);
    auto& value = on.value.at(x, y);
    auto& alpha = on.alpha.at(x, y);
    value = static_cast<std::uint8_t>(std::lround(grey * coverage + static_cast<float>(value) * (1 - coverage)));
    alpha = static_cast<std::uint8_t>(std::lround(255 * coverage + static_cast<float>(alpha) * (1 - coverage)));
}

// Visits the pixels of a box, clipped to the sprite, by their centres.
template <class Shape>
void paint(Sprite& on, float left, float top, float right, float bottom, const Fill& fill, Shape sample) {
    const int x0 = std::max(0, static_cast<int>(std::floor(left)) - 1);
    const int y0 = std::max(0, static_cast<int>(std::floor(top)) - 1);
    const int x1 = std::min(on.width() - 1, static_cast<int>(std::ceil(right)) + 1);
    const int y1 = std::min(on.height() - 1, static_cast<int>(std::ceil(bottom)) + 1);
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x)
            cover(on, x, y, sample(Point{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F}), fill);
}

// Running sums along one row.
void blur_row(std::uint8_t* row, int count, int radius, std::vector<std::uint8_t>& old) {
    std::copy(row, row + count, old.begin());
    const auto at = [&](int i) { return static_cast<int>(old[static_cast<std::size_t>(std::clamp(i, 0, count - 1))]); };
    const int width = 2 * radius + 1;
    int sum = 0;
    for (int i = -radius; i <= radius; ++i) sum += at(i);
    for (int i = 0; i < count; ++i) {
        row[i] = static_cast<std::uint8_t>((sum + width / 2) / width);
        sum += at(i + radius + 1) - at(i - radius);
    }
}

// Running sums down all columns at once, row by row: a column at a time would miss the cache at every pixel.
void blur_columns(GreyPicture& picture, int radius) {
    const GreyPicture old = picture;
    const auto row = [&](int y) { return &old.pixels[old.index(0, std::clamp(y, 0, old.height - 1))]; };
    const auto width = static_cast<unsigned>(2 * radius + 1), reciprocal = (65536U + width / 2) / width;
    std::vector<unsigned> sums(static_cast<std::size_t>(picture.width));
    for (int y = -radius; y <= radius; ++y)
        for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += row(y)[x];
    for (int y = 0; y < picture.height; ++y) {
        std::uint8_t* out = &picture.at(0, y);
        const std::uint8_t *in = row(y + radius + 1), *gone = row(y - radius);
        for (std::size_t x = 0; x < sums.size(); ++x) {
            out[x] = static_cast<std::uint8_t>(std::min(255U, (sums[x] * reciprocal + 32768U) >> 16U));
            sums[x] += in[x];
            sums[x] -= gone[x];
        }
    }
}

} // namespace

Sprite make_sprite(int width, int height) { return {make_grey(width, height, 0), make_grey(width, height, 0)}; }

void rectangle(Sprite& on, float left, float top, float right, float bottom, const Fill& fill, float corner) {
    const float half_x = (right - left) / 2 - corner, half_y = (bottom - top) / 2 - corner;
    const Point middle{(left + right) / 2, (top + bottom) / 2};
    paint(on, left, top, right, bottom, fill, [&](Point p) {
        const float dx = std::abs(p.x - middle.x) - half_x, dy = std::abs(p.y - middle.y) - half_y;
        const float outside = std::hypot(std::max(dx, 0.0F), std::max(dy, 0.0F)) + std::min(std::max(dx, dy), 0.0F);
        return Sample{outside - corner, (p.x - left) / (right - left), (p.y - top) / (bottom - top)};
    });
}

void ellipse(Sprite& on, Point middle, float radius_x, float radius_y, const Fill& fill) {
    paint(on, middle.x - radius_x, middle.y - radius_y, middle.x + radius_x, middle.y + radius_y, fill, [&](Point p) {
        const float dx = (p.x - middle.x) / radius_x, dy = (p.y - middle.y) / radius_y, out = std::hypot(dx, dy);
        return Sample{(out - 1) * std::min(radius_x, radius_y), (dx + 1) / 2, out};
    });
}

void capsule(Sprite& on, Point from, Point to, float radius, const Fill& fill) {
    const float dx = to.x - from.x, dy = to.y - from.y, length2 = std::max(dx * dx + dy * dy, 1e-6F);
    paint(on, std::min(from.x, to.x) - radius, std::min(from.y, to.y) - radius, std::max(from.x, to.x) + radius,
          std::max(from.y, to.y) + radius, fill, [&](Point p) {
              const float t = std::clamp(((p.x - from.x) * dx + (p.y - from.y) * dy) / length2, 0.0F, 1.0F);
              const float off_x = p.x - from.x - t * dx, distance = std::hypot(off_x, p.y - from.y - t * dy);
              return Sample{distance - radius, (off_x / radius + 1) / 2, distance / radius};
          });
}

void blur(GreyPicture& picture, int radius) {
    std::vector<std::uint8_t> old(static_cast<std::size_t>(picture.width));
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < picture.height; ++y) blur_row(&picture.at(0, y), picture.width, radius, old);
        blur_columns(picture, radius);
    }
}

void blur(Sprite& sprite, int radius) {
    blur(sprite.value, radius);
    blur(sprite.alpha, radius);
}

GreyPicture resized(const GreyPicture& picture, int width, int height) {
    GreyPicture out = make_grey(width, height, 0);
    for (int y = 0; y < height; ++y) {
        const int y0 = y * picture.height / height, y1 = std::max(y0 + 1, (y + 1) * picture.height / height);
        for (int x = 0; x < width; ++x) {
            const int x0 = x * picture.width / width, x1 = std::max(x0 + 1, (x + 1) * picture.width / width);
            int sum = 0;
            for (int v = y0; v < y1; ++v)
                for (int u = x0; u < x1; ++u) sum += picture.at(u, v);
            const int count = (y1 - y0) * (x1 - x0);
            out.at(x, y) = static_cast<std::uint8_t>((sum + count / 2) / count);
        }
    }
    return out;
}

} // namespace foyer::feed
