// Base45 (RFC 9285): bytes in the 45 characters that a QR code packs as alphanumeric, three characters for two bytes.
// Reading is strict: a text that is read is the one that writing gives. Pure; any thread.
#pragma once

#include <string>

#include "sync/summit/bytes.h"

namespace foyer {

inline constexpr std::string_view base45_alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

std::string to_base45(ByteView bytes);
std::optional<Bytes> from_base45(std::string_view text);

} // namespace foyer
