// A text as the modules of a QR code (ISO/IEC 18004, model 2), by libqrencode. Only this pair of files includes it.
//
// Size decides how far a code is read, error correction only how much dirt it stands: so the smallest version that
// holds the text, and then the highest correction level that keeps that version. Upper-case texts are packed as
// alphanumeric by themselves. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sync/summit/fault.h"

namespace foyer {

inline constexpr int qr_quiet_zone = 4; // modules of white that every drawing leaves on each side

struct Qr {
    int version = 1;                             // 1..40
    char level = 'L';                            // 'L', 'M', 'Q', 'H'
    int size = 0;                                // modules a side, without the quiet zone
    std::vector<std::uint8_t> modules;           // size * size, row by row, 1 = dark
    [[nodiscard]] bool dark(int x, int y) const; // outside the code: light
};

// bad_input: an empty text, one with a NUL, or one too long for any QR code (the text is not repeated: it may be a
// code).
Result<Qr> make_qr(std::string_view text);

} // namespace foyer
