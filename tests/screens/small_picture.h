// Approved pictures as they are kept: few colours, so that hundreds of them stay small.
#pragma once

#include "kiosk/text/png.h"

namespace foyer {

// Of each channel the five highest bits, rounded: what a kept picture is compared in.
Picture coarse(Picture picture);

// A coarse picture as a file of at most 256 colours: those it has most of, and the nearest of them for the others.
Result<> keep(const Picture& picture, const std::string& path);

} // namespace foyer
