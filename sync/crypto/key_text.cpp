#include "sync/crypto/key_text.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

// All of the DER but the key itself, which comes last: both structures are of one fixed length.
constexpr std::array<std::uint8_t, 12> before_public{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03,
                                                     0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
constexpr std::array<std::uint8_t, 16> before_private{0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06,
                                                      0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20};
constexpr std::size_t key_size = 32;
constexpr std::string_view public_label = "PUBLIC KEY", private_label = "PRIVATE KEY";

std::string without_blanks(std::string_view text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept),
                         [](char c) { return std::string_view{" \t\r\n"}.find(c) == std::string_view::npos; });
    return kept;
}

std::string line(std::string_view edge, std::string_view label) {
    return "-----" + std::string{edge} + " " + std::string{label} + "-----";
}

// What lies between the two lines of a PEM; whatever stands around them is a remark.
std::optional<Bytes> der_of(std::string_view pem, std::string_view label) {
    const std::string begin = line("BEGIN", label), end = line("END", label);
    const std::size_t from = pem.find(begin);
    if (from == std::string_view::npos) return std::nullopt;
    const std::size_t to = pem.find(end, from);
    if (to == std::string_view::npos) return std::nullopt;
    return from_base64(without_blanks(pem.substr(from + begin.size(), to - from - begin.size())));
}

std::optional<Bytes> key_in(ByteView der, ByteView before) {
    if (der.size() != before.size() + key_size || !std::ranges::equal(der.first(before.size()), before))
        return std::nullopt;
    const ByteView key = der.last(key_size);
    return Bytes(key.begin(), key.end());
}

} // namespace

std::optional<Bytes> public_key_of(std::string_view text) {
    if (const auto der = der_of(text, public_label)) return key_in(*der, before_public);
    const auto inside = from_base64(without_blanks(text));
    if (!inside) return std::nullopt;
    if (const auto der = der_of(as_text(*inside), public_label)) return key_in(*der, before_public);
    return key_in(*inside, before_public);
}

std::optional<KeyPair> key_pair_of(std::string_view pem) {
    const auto der = der_of(pem, private_label);
    const auto seed = der ? key_in(*der, before_private) : std::nullopt;
    if (!seed) return std::nullopt;
    return key_pair_from(*seed);
}

} // namespace foyer
