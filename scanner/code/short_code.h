// The short code: the 16 characters in the QR of every invitation and badge. Byte by byte in README.md beside this
// file.
//
// A code is a secret that names nobody: kind, 68 random bits, one check character. Whether it was ever issued is the
// ledger's business; this room only says whether a text can be one (parse.h). Pure but for `mint`, which draws from the
// system's random source. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sync/summit/words.h"

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

// The kind a well-formed code (in upper case) says it is; nothing for any other text.
std::optional<BadgeKind> kind_of(std::string_view code);
// It claims to be one: right length and first letter.
bool looks_short(std::string_view text);

} // namespace foyer
