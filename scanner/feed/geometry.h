// The pinhole camera of the feed: where a point of a flat thing held in front of it is seen. Lengths in mm, the camera
// at the origin looking along +z, x to the right, y down; angles in radians.
#pragma once

#include <array>

namespace foyer::feed {

struct Point {
    float x = 0, y = 0;
};

// How a flat thing is held: where its middle is, and how it is turned.
struct Pose {
    float x = 0, y = 0, z = 400; // mm
    float roll = 0;              // in the picture plane, clockwise
    float yaw = 0, pitch = 0;    // tilt out of it
};

// Plane coordinates to frame pixels, as a 3x3 matrix up to scale.
struct Homography {
    std::array<float, 9> m{1, 0, 0, 0, 1, 0, 0, 0, 1};
    [[nodiscard]] Point apply(Point p) const;
    [[nodiscard]] Homography inverse() const;
};

struct Camera {
    int width = 1280, height = 720; // pixels
    float focal = 1444;             // pixels: 28 degrees of height
};

// From (u, v) = `unit_mm` steps in the thing's plane, (0, 0) at its middle, to pixels of the frame.
Homography project(const Camera& camera, const Pose& pose, float unit_mm);

} // namespace foyer::feed
