// Raw bytes and how they are looked at. Owning: Bytes. Looking: ByteView.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

ByteView as_bytes(std::string_view text);
std::string_view as_text(ByteView bytes);

// Lower-case hexadecimal, two characters a byte.
std::string to_hex(ByteView bytes);
// Nothing when `text` has an odd length or a character that is no hexadecimal digit.
std::optional<Bytes> from_hex(std::string_view text);

// Base64 (RFC 4648), padded. Reading is strict: each text that is read is the one that writing gives, so that nobody
// can change a text without changing its bytes.
std::string to_base64(ByteView bytes);
std::optional<Bytes> from_base64(std::string_view text);

} // namespace foyer
