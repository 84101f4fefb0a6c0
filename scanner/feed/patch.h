// The part of a frame that shows what is held: warped into place, smeared by its motion, blurred by the lens. The only
// costly step of a frame, so it works on the bounding box alone and in bytes.
#pragma once

#include "scanner/feed/held.h"

namespace foyer::feed {

class Patch {
public:
    explicit Patch(const Camera& camera) : camera_(camera) {}

    // Warps `held` as seen in `pose`. `moved`: px that it travels while the frame is exposed. `defocus`: sigma in px.
    void render(const Held& held, const Pose& pose, Point moved, float defocus);
    // A bright spot with soft edges on the card, as of a lamp in its plastic sleeve; `at` in card heights from its
    // middle.
    void add_glare(const Held& held, const Pose& pose, Point at, float strength);

    // Where it lies in the frame (may stand out of it by the blur's margin), and its bytes, premultiplied.
    [[nodiscard]] int left() const { return left_; }
    [[nodiscard]] int top() const { return top_; }
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] const std::uint8_t* value(int row) const { return value_.data() + offset(row); }
    [[nodiscard]] const std::uint8_t* alpha(int row) const { return alpha_.data() + offset(row); }

private:
    using Bytes8 = std::vector<std::uint8_t>;
    [[nodiscard]] std::size_t offset(int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(width_);
    }
    void place(const Held& held, const Homography& seen, int margin);
    void warp(const Held& held, const Homography& seen);
    void smear(Bytes8& plane, Point moved);
    void soften(Bytes8& plane, float sigma);

    Camera camera_;
    int left_ = 0, top_ = 0, width_ = 0, height_ = 0;
    Bytes8 value_, alpha_, spare_;
    std::vector<std::uint16_t> sums_;
};

} // namespace foyer::feed
