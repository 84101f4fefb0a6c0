// Hashes, signatures and randomness, by libsodium: BLAKE2b, Ed25519 (RFC 8032), the system's random source.
// The only room that includes sodium.h. Every function may be called from any thread.
#pragma once

#include <initializer_list>

#include "sync/summit/ids.h"

namespace foyer {

// BLAKE2b-256 of the parts, one after the other.
Hash hash(std::initializer_list<ByteView> parts);
// BLAKE2b-128.
std::array<std::uint8_t, 16> hash128(std::initializer_list<ByteView> parts);
// Keyed BLAKE2b-128 of a code's text; `key` is 32 bytes shared by the enrolled nodes of a summit.
CodeHash code_hash(ByteView key, std::string_view code);

struct KeyPair {
    Bytes public_key; // 32 bytes
    Bytes secret_key; // 64 bytes; never leaves the node
};
KeyPair make_key_pair();
KeyPair key_pair_from(ByteView seed); // 32 bytes: the private key as RFC 8032 calls it, and as PEM files hold it

// Ed25519, 64 bytes.
Bytes sign(ByteView message, ByteView secret_key);
// False also for keys or signatures of a wrong size.
bool verify(ByteView message, ByteView signature, ByteView public_key);

Bytes random_bytes(std::size_t count);
// Uniform in [0, below).
std::uint32_t random_below(std::uint32_t below);

bool equal_in_constant_time(ByteView a, ByteView b);

} // namespace foyer
