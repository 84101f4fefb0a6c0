#include "sync/crypto/password.h"

#include <array>

#include <sodium.h>

#include "sync/crypto/crypto.h"

namespace foyer {

std::string six_digits(ByteView key, std::string_view of) {
    const CodeHash hashed = code_hash(key, of);
    std::uint64_t number = 0; // of 64 bits: none of the million is likelier than another by more than nothing
    for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8 | hashed.bytes[i];
    const std::string digits = std::to_string(number % 1'000'000);
    return std::string(6 - digits.size(), '0') + digits;
}

std::string password_hash(std::string_view typed) {
    if (sodium_init() < 0) return "";
    std::array<char, crypto_pwhash_STRBYTES> kept{};
    const int failed = crypto_pwhash_str(kept.data(), typed.data(), typed.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                         crypto_pwhash_MEMLIMIT_INTERACTIVE);
    return failed == 0 ? std::string(kept.data()) : "";
}

bool password_fits(std::string_view typed, const std::string& hash) {
    return sodium_init() >= 0 && !hash.empty() &&
           crypto_pwhash_str_verify(hash.c_str(), typed.data(), typed.size()) == 0;
}

} // namespace foyer
