// Smaller, larger, inverted, softer and sharper copies of a grey picture, for the reader's cheaper and harder looks.
// Pure.
#pragma once

#include "scanner/frame.h"

namespace foyer {

// Half the width and height, each pixel the mean of four; into `into`, whose memory is used again. An odd last row or
// column is dropped. The view looks into `into`.
GreyView half(const GreyView& view, Bytes& into);

// Black for white.
GreyView inverted(const GreyView& view, Bytes& into);

// Twice the width and height, by linear interpolation: helps small, soft codes.
GreyView twice(const GreyView& view, Bytes& into);

// The mean of 3 x 3 pixels: against noise and the grain of screens and print. The picture's edge stays as it is.
GreyView softened(const GreyView& view, Bytes& into);

// What is lost when it is softened, added twice: against blur.
GreyView sharpened(const GreyView& view, Bytes& into);

// The picture with a white margin of `margin` pixels: for pictures cut at the code's very edge.
GreyView framed(const GreyView& view, int margin, Bytes& into);

} // namespace foyer
