// Pictures in the graphics card's memory, as the screens need them. The window has the real one; tests without a window
// use NoTextures. Glass thread only.
#pragma once

#include <cstdint>

#include "kiosk/screens/theme.h"

namespace foyer {

enum class TextureKind {
    ink,  // one byte a pixel: drawn in any colour
    grey, // one byte a pixel: drawn as grey
    rgba  // four bytes a pixel, not premultiplied
};
using TextureId = std::uint32_t; // 0: none

class Textures {
public:
    virtual ~Textures() = default;
    // `stride`: bytes from row to row of `pixels`, at least width * bytes a pixel.
    virtual TextureId create(TextureKind kind, int width, int height, int stride, const std::uint8_t* pixels) = 0;
    // Same kind and size as it was created with.
    virtual void update(TextureId id, TextureKind kind, int width, int height, int stride,
                        const std::uint8_t* pixels) = 0;
    virtual void destroy(TextureId id) = 0;
    // What the next frame stands on. Not drawn as a shape: filling the whole screen through the shader that draws
    // texts was half the cost of a frame where there is no graphics card.
    virtual void set_ground(Colour top, Colour bottom) = 0;
};

class NoTextures : public Textures {
public:
    TextureId create(TextureKind, int, int, int, const std::uint8_t*) override { return ++last_; }
    void update(TextureId, TextureKind, int, int, int, const std::uint8_t*) override {}
    void destroy(TextureId) override {}
    void set_ground(Colour, Colour) override {}

private:
    TextureId last_ = 0;
};

} // namespace foyer
