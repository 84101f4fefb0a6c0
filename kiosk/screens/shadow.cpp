#include "kiosk/screens/shadow.h"

#include <algorithm>
#include <cmath>

namespace foyer {

Shadow make_shadow(float radius_px, float blur_px) {
    const int corner = static_cast<int>(std::ceil(2 * blur_px + radius_px)), side = 2 * corner;
    Shadow shadow{side, corner, {}};
    shadow.ink.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    // The distance to the edge of a rounded square, put through the fall-off of a blurred edge: close to a real blur.
    const float half = static_cast<float>(corner) - blur_px, round = radius_px + blur_px * 0.5f;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float across = std::abs(static_cast<float>(x - corner) + 0.5f) - (half - round);
            const float along = std::abs(static_cast<float>(y - corner) + 0.5f) - (half - round);
            const float outside = std::hypot(std::max(across, 0.f), std::max(along, 0.f)) +
                                  std::min(std::max(across, along), 0.f) - round;
            const float ink = 0.5f * std::erfc(outside / (blur_px * 0.5f) * 0.7071f);
            shadow.ink.push_back(static_cast<std::uint8_t>(ink * 255 + 0.5f));
        }
    return shadow;
}

} // namespace foyer
