// Codes and tickets by a seed, so that a failure names what failed.
#pragma once

#include <array>

#include "scanner/code/short_code.h"
#include "scanner/code/signed_code.h"
#include "tests/random.h"

namespace foyer::test {

inline SummitId some_summit() {
    SummitId summit;
    summit.bytes.fill(5);
    return summit;
}

inline KeyPair seeded_keys(Random& random) {
    Bytes seed(32);
    for (auto& byte : seed) byte = static_cast<std::uint8_t>(random.next());
    return key_pair_from(seed);
}

inline std::string seeded_short(Random& random) {
    ShortCodeDigits digits{};
    for (auto& digit : digits) digit = static_cast<std::uint8_t>(random.below(short_code_alphabet.size()));
    return short_code(random.chance(50) ? BadgeKind::badge : BadgeKind::invitation, digits);
}

inline std::string seeded_text(Random& random, std::string_view alphabet, std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += alphabet[random.below(alphabet.size())];
    return text;
}

// Any code that the format can hold, as it is read again: its key is that of whoever signs.
inline SignedCode seeded_code(Random& random) {
    SignedCode code;
    code.kind = random.chance(50) ? BadgeKind::badge : BadgeKind::invitation;
    static constexpr std::string_view all = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-";
    static constexpr std::array<std::pair<std::size_t, std::size_t>, 3> kinds{{{10, 14}, {36, 9}, {65, 7}}};
    const auto [letters, longest] = kinds[random.below(3)];
    code.attendee = {seeded_text(random, all.substr(0, letters), 1 + random.below(longest))};
    code.rights = {static_cast<Category>(random.below(9)), static_cast<std::uint16_t>(random.below(0x1000))};
    constexpr std::chrono::minutes half_hour{30};
    const auto until = static_cast<std::int64_t>(2048 + random.below((1U << 21U) - 2048));
    if (random.chance(70)) code.until = Instant{half_hour * until};
    if (code.until && random.chance(70))
        code.from = *code.until - half_hour * static_cast<std::int64_t>(1 + random.below(2047));
    code.serial = static_cast<std::uint8_t>(random.next());
    return code;
}

// Protocol Buffers' shortest form of a number.
inline void put_varint(Bytes& out, std::uint64_t value) {
    for (; value > 0x7f; value >>= 7U) out.push_back(static_cast<std::uint8_t>(value | 0x80U));
    out.push_back(static_cast<std::uint8_t>(value));
}

inline std::string backwards(const std::string& text) { return {text.rbegin(), text.rend()}; }

// A ticket as pretix makes it.
inline std::string seeded_pretix(Random& random, const KeyPair& keys) {
    Bytes payload{0x0a, 9};
    for (const char c : seeded_text(random, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 9))
        payload.push_back(static_cast<std::uint8_t>(c));
    for (std::uint8_t field = 2; field <= 6; ++field) {
        if (field > 2 && random.chance(50)) continue;
        payload.push_back(static_cast<std::uint8_t>(field << 3U));
        put_varint(payload, random.below(2'000'000'000));
    }
    const Bytes signature = sign(payload, keys.secret_key);
    Bytes framed{1, 0, static_cast<std::uint8_t>(payload.size()), 0, static_cast<std::uint8_t>(signature.size())};
    for (const std::uint8_t byte : payload) framed.push_back(byte);
    for (const std::uint8_t byte : signature) framed.push_back(byte);
    return backwards(to_base64(framed));
}

} // namespace foyer::test
