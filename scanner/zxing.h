// The QR decoder, by ZXing-C++ 1.4 (Debian 12), 2.3 (Debian 13) or 3.x. Only zxing.cpp includes it, so the differences
// of the three end there. QR codes unless others are asked for: all formats would cost three to nine times as much on
// an empty frame. No state: any thread.
#pragma once

#include <optional>

#include "scanner/blueprint.h"
#include "scanner/formats.h"
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

// All QR codes found, at most 255. `quick` takes no smaller copies.
std::vector<Decoded> decode_all(const GreyView& view, Effort effort);

// The first code of these formats, at any turn.
std::optional<Decoded> decode_others(const GreyView& view, const Formats& formats);

// The payload of a code whose modules are known (dark below 0): as a clean picture, so that only its error correction
// is at work. The corners are of no use.
std::optional<Decoded> decode_modules(const ModuleMap& modules);

int zxing_version_major(); // of the library in use

// What a program does that just calls ZXing: its default options, told only that a QR code is wanted (and one of them).
std::optional<Decoded> decode_plain(const GreyView& view);

} // namespace foyer
