#include "scanner/feed/geometry.h"

#include <cmath>

namespace foyer::feed {

Point Homography::apply(Point p) const {
    const float w = m[6] * p.x + m[7] * p.y + m[8];
    return {(m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w};
}

// The adjugate: a homography needs no division by the determinant.
Homography Homography::inverse() const {
    const auto minor = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
        return m[a] * m[d] - m[b] * m[c];
    };
    return {{minor(4, 5, 7, 8), -minor(1, 2, 7, 8), minor(1, 2, 4, 5), -minor(3, 5, 6, 8), minor(0, 2, 6, 8),
             -minor(0, 2, 3, 5), minor(3, 4, 6, 7), -minor(0, 1, 6, 7), minor(0, 1, 3, 4)}};
}

Homography project(const Camera& camera, const Pose& pose, float unit_mm) {
    const float cr = std::cos(pose.roll), sr = std::sin(pose.roll), cy = std::cos(pose.yaw), sy = std::sin(pose.yaw),
                cp = std::cos(pose.pitch), sp = std::sin(pose.pitch);
    // The first two columns of R = Rx(pitch) Ry(yaw) Rz(roll).
    const std::array<float, 3> u{cy * cr, cp * sr + sp * sy * cr, sp * sr - cp * sy * cr};
    const std::array<float, 3> v{-cy * sr, cp * cr - sp * sy * sr, sp * cr + cp * sy * sr};
    const std::array<float, 3> t{pose.x, pose.y, pose.z};
    const float cx = static_cast<float>(camera.width) / 2, cy2 = static_cast<float>(camera.height) / 2;
    Homography h;
    for (std::size_t column = 0; column < 3; ++column) {
        const auto& axis = column == 0 ? u : column == 1 ? v : t;
        const float scale = column == 2 ? 1.0F : unit_mm;
        h.m[column] = scale * (camera.focal * axis[0] + cx * axis[2]);
        h.m[3 + column] = scale * (camera.focal * axis[1] + cy2 * axis[2]);
        h.m[6 + column] = scale * axis[2];
    }
    return h;
}

} // namespace foyer::feed
