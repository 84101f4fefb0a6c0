// The QR decoder, by ZXing-C++ 1.4 (Debian 12), 2.3 (Debian 13) or 3.x. Only zxing.cpp includes it, so the differences
// of the three end there. QR codes only: all formats would cost three to nine times as much on an empty frame. No
// state: any thread.
#pragma once

#include <optional>

#include "scanner/reading.h"

namespace foyer {

struct Decoded {
    Bytes bytes;
    std::string text; // UTF-8
    Corners corners;  // in pixels of what was looked at
};

enum class Effort {
    quick,     // as it is, one scale: what the reader does to each frame
    hard,      // ZXing's harder search, smaller scales as well
    histogram, // as `hard`, with one threshold for the whole picture: now and then reads what the local one does not
};

// The first QR code found, or nothing. Never throws; an empty view has no code.
std::optional<Decoded> decode_qr(const GreyView& view, Effort effort);

// What a program does that just calls ZXing: its default options, told only that a QR code is wanted (and one of them).
std::optional<Decoded> decode_plain(const GreyView& view);
// The same without even that: every format ZXing knows. For the table of `./run bench` alone.
std::optional<Decoded> decode_any_format(const GreyView& view);

} // namespace foyer
