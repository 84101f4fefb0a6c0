#include "sync/crypto/second_factor.h"

#include "sync/crypto/crypto.h"

namespace foyer {

static constexpr std::size_t end_digits = 4;

static std::string phone_end(std::string_view phone) {
    std::string digits;
    for (const char c : phone)
        if (c >= '0' && c <= '9') digits += c;
    return digits.size() < end_digits ? "" : digits.substr(digits.size() - end_digits);
}

static std::string address(std::string_view email) {
    std::string plain;
    for (const char c : email)
        if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return plain.find('@') == std::string::npos ? "" : plain;
}

Bytes second_factor_hash(ByteView code_key, const AttendeeId& who, SecondFactor factor, std::string_view known) {
    if (factor == SecondFactor::none) return {};
    const bool by_phone = factor == SecondFactor::phone_end;
    const std::string plain = by_phone ? phone_end(known) : address(known);
    if (plain.empty()) return {};
    const CodeHash hash = code_hash(code_key, "foyer proof 1 " + who.text + (by_phone ? " phone " : " email ") + plain);
    const ByteView bytes = hash.view();
    return {bytes.begin(), bytes.end()};
}

Bytes second_factor_hash(ByteView code_key, const AttendeeId& who, SecondFactor factor, std::string_view phone,
                         std::string_view email) {
    return second_factor_hash(code_key, who, factor, factor == SecondFactor::phone_end ? phone : email);
}

} // namespace foyer
