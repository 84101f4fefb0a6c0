// What is printed where on something held up, and where a point of it is seen. For photograph() alone.
#pragma once

#include "tests/optics/optics.h"

namespace foyer::test {

// Its outline, in its own plane.
struct Outline {
    float left, top, right, bottom; // mm
};
Outline outline_of(const Held& held);

// The grey at a point of the plane: of the code, the print round it, the thumb. Points outside of it are not asked for.
float grey_at(const Held& held, feed::Point at);

// Plane to pixels, through bend and crease, and back.
class Seen {
public:
    Seen(const Held& held, const feed::Camera& camera);
    [[nodiscard]] feed::Point pixel(feed::Point at) const;
    [[nodiscard]] feed::Point plane(feed::Point pixel) const;
    // How much light falls on it there: a crease turns one half from the lamp.
    [[nodiscard]] float shade(feed::Point at) const;

private:
    [[nodiscard]] float height(feed::Point at) const; // mm out of the plane, towards the camera
    // Of what is wrapped round something: the point of the plane that it lies above, and back; far away where it is
    // turned from the camera.
    [[nodiscard]] feed::Point above(feed::Point at) const;
    [[nodiscard]] feed::Point unwrapped(feed::Point plane) const;

    const Held& held_;
    feed::Homography flat_, back_, raised_; // raised: the plane 10 mm nearer along its normal
    bool even_;
};

} // namespace foyer::test
