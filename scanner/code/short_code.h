// The short code: the 16 characters in the QR of every invitation and badge. Byte by byte in README.md beside this
// file.
//
// A code is a secret that names nobody: kind, 68 random bits, one check character. Whether it was ever issued is the
// ledger's business; this room only says whether a text can be one. Pure but for `mint`, which draws from the system's
// random source. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sync/summit/admit.h"

namespace foyer {

inline constexpr std::size_t short_code_length = 16;
inline constexpr std::size_t short_code_digits = 14; // random digits of base 29
// Survives QWERTY and QWERTZ keyboards (no Y, Z), paper and telephone (no I, O, U, 0, 1). 29 is prime: the check needs
// it.
inline constexpr std::string_view short_code_alphabet = "23456789ABCDEFGHJKLMNPQRSTVWX";

using ShortCodeDigits = std::array<std::uint8_t, short_code_digits>; // each 0-28

// A fresh code, of 29^14 (2^68).
std::string mint(BadgeKind kind);
// The code of given digits: for test vectors, and for whoever keeps the random part elsewhere.
std::string short_code(BadgeKind kind, const ShortCodeDigits& digits);

// What a reading's text is. Control characters are dropped and blanks at the ends trimmed; 16 characters (any case)
// that begin like one of ours are `foyer` when alphabet and check are right, else `forged`; their `text` is upper
// case. Anything else is `foreign` and keeps its case: ticket codes of others may depend on it.
Presented parse(std::string_view text);

// The kind a well-formed code says it is; nothing for any other text.
std::optional<BadgeKind> kind_of(std::string_view code);

} // namespace foyer
