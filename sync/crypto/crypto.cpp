#include "sync/crypto/crypto.h"

#include <cassert>
#include <sodium.h>

#include "sync/crypto/version.h"

namespace foyer {

// Once a process; libsodium makes a second call harmless.
static void start() {
    static const bool started = sodium_init() >= 0;
    assert(started);
}

static void hash_into(std::span<std::uint8_t> out, ByteView key, std::initializer_list<ByteView> parts) {
    start();
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), out.size());
    for (const ByteView part : parts) crypto_generichash_update(&state, part.data(), part.size());
    crypto_generichash_final(&state, out.data(), out.size());
}

Hash hash(std::initializer_list<ByteView> parts) {
    Hash out;
    hash_into(out.bytes, {}, parts);
    return out;
}

std::array<std::uint8_t, 16> hash128(std::initializer_list<ByteView> parts) {
    std::array<std::uint8_t, 16> out{};
    hash_into(out, {}, parts);
    return out;
}

CodeHash code_hash(ByteView key, std::string_view code) {
    CodeHash out;
    hash_into(out.bytes, key, {as_bytes(code)});
    return out;
}

KeyPair make_key_pair() {
    start();
    KeyPair pair{Bytes(crypto_sign_PUBLICKEYBYTES), Bytes(crypto_sign_SECRETKEYBYTES)};
    crypto_sign_keypair(pair.public_key.data(), pair.secret_key.data());
    return pair;
}

KeyPair key_pair_from(ByteView seed) {
    start();
    assert(seed.size() == crypto_sign_SEEDBYTES);
    KeyPair pair{Bytes(crypto_sign_PUBLICKEYBYTES), Bytes(crypto_sign_SECRETKEYBYTES)};
    crypto_sign_seed_keypair(pair.public_key.data(), pair.secret_key.data(), seed.data());
    return pair;
}

Bytes sign(ByteView message, ByteView secret_key) {
    start();
    assert(secret_key.size() == crypto_sign_SECRETKEYBYTES);
    Bytes signature(crypto_sign_BYTES);
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_key.data());
    return signature;
}

bool verify(ByteView message, ByteView signature, ByteView public_key) {
    start();
    if (signature.size() != crypto_sign_BYTES || public_key.size() != crypto_sign_PUBLICKEYBYTES) return false;
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), public_key.data()) == 0;
}

Bytes random_bytes(std::size_t count) {
    start();
    Bytes bytes(count);
    randombytes_buf(bytes.data(), count);
    return bytes;
}

std::uint32_t random_below(std::uint32_t below) {
    start();
    return randombytes_uniform(below);
}

bool equal_in_constant_time(ByteView a, ByteView b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string sodium_version() { return sodium_version_string(); }

} // namespace foyer
