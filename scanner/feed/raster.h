// Painting for the feed: grey with coverage, soft shapes, a box blur. Slow and simple: used when a scene or a guest is
// set up, never per frame.
#pragma once

#include "scanner/feed/geometry.h"
#include "scanner/feed/picture.h"

namespace foyer::feed {

// Grey with coverage. `value` is premultiplied: over a background b, a pixel shows value + b * (255 - alpha) / 255.
struct Sprite {
    GreyPicture value, alpha;
    [[nodiscard]] int width() const { return value.width; }
    [[nodiscard]] int height() const { return value.height; }
};

Sprite make_sprite(int width, int height); // nothing in it

// What a shape is filled with: grey at its middle and how much it darkens towards its right edge and its rim.
struct Fill {
    float grey = 128;
    float shade = 0; // grey levels lost from the left to the right side
    float rim = 0;   // grey levels lost from the middle to the rim
};

// Shapes have edges soft by about a pixel and are clipped to the sprite. Coordinates in pixels.
void rectangle(Sprite& on, float left, float top, float right, float bottom, const Fill& fill, float corner = 0);
void ellipse(Sprite& on, Point middle, float radius_x, float radius_y, const Fill& fill);
// A thick line with round ends.
void capsule(Sprite& on, Point from, Point to, float radius, const Fill& fill);

// Three box blurs of `radius` px: nearly a Gaussian of sigma radius * 1.7. Edges repeat.
void blur(GreyPicture& picture, int radius);
void blur(Sprite& sprite, int radius);

// Each pixel of the result is the mean of the pixels it covers (or the nearest one, when enlarging).
GreyPicture resized(const GreyPicture& picture, int width, int height);

} // namespace foyer::feed
