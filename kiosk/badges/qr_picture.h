// A QR code alone as a picture, with its quiet zone: for a screen or a sheet of paper. Whole pixels a module.
#pragma once

#include "kiosk/badges/qr.h"
#include "kiosk/text/png.h"

namespace foyer {

Picture picture_of(const Qr& qr, int pixels_a_module);

} // namespace foyer
