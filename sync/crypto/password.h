// What people type to prove something: numbers that are found again from a key, and passwords as they are kept.
#pragma once

#include <string>
#include <string_view>

#include "sync/summit/bytes.h"

namespace foyer {

// Six digits for staff to type, keyed BLAKE2b of `of`: whoever has `key` (64 bytes at most) finds the same again.
std::string six_digits(ByteView key, std::string_view of);

// Argon2id of what a person types, as a text to be kept; slow on purpose: a tenth of a second and 64 MiB, as is the
// comparison. Empty when the system has no such memory, and then nothing fits.
std::string password_hash(std::string_view typed);
bool password_fits(std::string_view typed, const std::string& hash);

} // namespace foyer
