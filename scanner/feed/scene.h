// Where the feed plays: an invented foyer out of focus behind the guests, and the guests themselves as heads and
// shoulders without a face. Painted once; a frame only copies and blends.
#pragma once

#include <vector>

#include "scanner/feed/prng.h"
#include "scanner/feed/raster.h"

namespace foyer::feed {

// Windows, columns, a banner, a counter and far-off people, blurred.
GreyPicture paint_foyer(int width, int height, Prng random);

// One head with shoulders, as tall as the frame, its middle line in the middle of the sprite.
Sprite paint_person(int frame_height, Prng random);

} // namespace foyer::feed
