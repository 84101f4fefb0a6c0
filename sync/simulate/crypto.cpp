// sync/crypto/crypto.h without cryptography: hashes that mix well and cost little, signatures that only `sign` makes,
// random bytes from the simulation's one seed. Linked in place of sync/crypto: libsodium is never called.
#include "sync/crypto/crypto.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

#include "sync/simulate/crypto.h"
#include "sync/simulate/seams.h"

namespace foyer {

namespace {

simulate::Random* the_random = nullptr;

simulate::Random& random() {
    assert(the_random); // a simulation lives
    return *the_random;
}

// Four lanes of 64 bits, a word at a time.
class Mixing {
public:
    void add(ByteView bytes) {
        word(bytes.size());
        while (!bytes.empty()) {
            std::uint64_t next = 0;
            const std::size_t count = std::min<std::size_t>(bytes.size(), sizeof next);
            std::memcpy(&next, bytes.data(), count);
            word(next);
            bytes = bytes.subspan(count);
        }
    }

    void finish(std::span<std::uint8_t> out) {
        for (int i = 0; i < 8; ++i) word(0);
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = static_cast<std::uint8_t>(lanes_[i / 8 % 4] >> (8 * (i % 8)));
    }

private:
    void word(std::uint64_t value) {
        std::uint64_t carry = value + count_++;
        for (std::uint64_t& lane : lanes_) {
            lane = (lane ^ carry) * 0x9fb21c651e98df25U;
            lane ^= lane >> 29U;
            carry = std::rotl(carry, 23) + lane;
        }
    }
    std::uint64_t lanes_[4] = {0x243f6a8885a308d3U, 0x13198a2e03707344U, 0xa4093822299f31d0U, 0x082efa98ec4e6c89U};
    std::uint64_t count_ = 0;
};

template <class Parts>
void hash_into(std::span<std::uint8_t> out, std::string_view label, const Parts& parts) {
    // One run of bytes, as the real hashes take it: where its parts end makes no difference.
    Bytes whole(label.begin(), label.end());
    for (const ByteView part : parts) whole.insert(whole.end(), part.begin(), part.end());
    Mixing mixing;
    mixing.add(whole);
    mixing.finish(out);
}

using Parts = std::initializer_list<ByteView>;

} // namespace

Hash hash(std::initializer_list<ByteView> parts) {
    Hash out;
    hash_into(out.bytes, "256", parts);
    return out;
}

std::array<std::uint8_t, 16> hash128(std::initializer_list<ByteView> parts) {
    std::array<std::uint8_t, 16> out{};
    hash_into(out, "128", parts);
    return out;
}

CodeHash code_hash(ByteView key, std::string_view code) {
    CodeHash out;
    hash_into(out.bytes, "code", Parts{key, as_bytes(code)});
    return out;
}

KeyPair make_key_pair() {
    KeyPair pair{random_bytes(32), random_bytes(32)};
    pair.secret_key.insert(pair.secret_key.end(), pair.public_key.begin(), pair.public_key.end());
    return pair;
}

static Bytes signature_of(ByteView message, ByteView public_key) {
    Bytes signature(64);
    hash_into(signature, "signature", Parts{public_key, message});
    return signature;
}

Bytes sign(ByteView message, ByteView secret_key) {
    assert(secret_key.size() == 64);
    return signature_of(message, secret_key.subspan(32));
}

bool verify(ByteView message, ByteView signature, ByteView public_key) {
    if (simulate::Seams::planted() == simulate::Plant::seals_unchecked) return true;
    return public_key.size() == 32 && std::ranges::equal(signature, signature_of(message, public_key));
}

Bytes random_bytes(std::size_t count) {
    Bytes bytes(count);
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random().next());
    return bytes;
}

std::uint32_t random_below(std::uint32_t below) { return static_cast<std::uint32_t>(random().below(below)); }

bool equal_in_constant_time(ByteView a, ByteView b) { return std::ranges::equal(a, b); }

} // namespace foyer

namespace foyer::simulate {

RandomOfCrypto::RandomOfCrypto(Random& random) {
    assert(!the_random);
    the_random = &random;
}

RandomOfCrypto::~RandomOfCrypto() { the_random = nullptr; }

} // namespace foyer::simulate
