#include "scanner/code/base45.h"

namespace foyer {

static constexpr std::size_t base = base45_alphabet.size();
static_assert(base == 45);

std::string to_base45(ByteView bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const bool pair = i + 1 < bytes.size();
        std::size_t value = pair ? bytes[i] * 256U + bytes[i + 1] : bytes[i];
        for (int k = 0; k < (pair ? 3 : 2); ++k, value /= base) text += base45_alphabet[value % base];
    }
    return text;
}

std::optional<Bytes> from_base45(std::string_view text) {
    if (text.size() % 3 == 1) return std::nullopt;
    Bytes bytes;
    while (!text.empty()) {
        const std::string_view group = text.substr(0, 3);
        text.remove_prefix(group.size());
        std::size_t value = 0;
        for (std::size_t k = group.size(); k-- > 0;) {
            const std::size_t digit = base45_alphabet.find(group[k]);
            if (digit == std::string_view::npos) return std::nullopt;
            value = value * base + digit;
        }
        if (value > (group.size() == 3 ? 0xffffU : 0xffU)) return std::nullopt;
        if (group.size() == 3) bytes.push_back(static_cast<std::uint8_t>(value >> 8U));
        bytes.push_back(static_cast<std::uint8_t>(value));
    }
    return bytes;
}

} // namespace foyer
