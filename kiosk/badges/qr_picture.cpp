#include "kiosk/badges/qr_picture.h"

namespace foyer {

Picture picture_of(const Qr& qr, int pixels_a_module) {
    const int side = (qr.size + 2 * qr_quiet_zone) * pixels_a_module;
    Picture picture{side, side, {}};
    picture.rgba.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const bool dark = qr.dark(x / pixels_a_module - qr_quiet_zone, y / pixels_a_module - qr_quiet_zone);
            const std::uint8_t grey = dark ? 0 : 255;
            picture.rgba.insert(picture.rgba.end(), {grey, grey, grey, 255});
        }
    return picture;
}

} // namespace foyer
