#include "kiosk/badges/qr.h"

#include <array>
#include <memory>
#include <string>

#include <qrencode.h>

namespace foyer {

namespace {

struct Release {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, Release>;

// `version` is a lower bound for libqrencode: 0 chooses, and a text that needs more gets more.
Code encode_at(const std::string& text, int version, QRecLevel level) {
    constexpr int case_sensitive = 1; // 0 would turn the text into upper case
    return Code{QRcode_encodeString(text.c_str(), version, level, QR_MODE_8, case_sensitive)};
}

Qr copy_of(const QRcode& code, char level) {
    Qr qr{code.version, level, code.width, {}};
    const auto count = static_cast<std::size_t>(code.width) * static_cast<std::size_t>(code.width);
    qr.modules.reserve(count);
    for (std::size_t i = 0; i < count; ++i) qr.modules.push_back(code.data[i] & 1U);
    return qr;
}

} // namespace

bool Qr::dark(int x, int y) const {
    if (x < 0 || y < 0 || x >= size || y >= size) return false;
    return modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) + static_cast<std::size_t>(x)] != 0;
}

Result<Qr> make_qr(std::string_view text) {
    if (text.empty()) return fault(FaultKind::bad_input, "an empty text makes no QR code");
    if (text.find('\0') != text.npos) return fault(FaultKind::bad_input, "a text with a NUL makes no QR code");
    const std::string terminated{text};
    const auto smallest = encode_at(terminated, 0, QR_ECLEVEL_L);
    if (!smallest)
        return fault(FaultKind::bad_input, "a text of " + std::to_string(text.size()) + " bytes fits into no QR code");
    struct Level {
        QRecLevel level;
        char letter;
    };
    constexpr std::array levels{Level{QR_ECLEVEL_H, 'H'}, Level{QR_ECLEVEL_Q, 'Q'}, Level{QR_ECLEVEL_M, 'M'}};
    for (const auto& [level, letter] : levels)
        if (const auto code = encode_at(terminated, smallest->version, level);
            code && code->version == smallest->version)
            return copy_of(*code, letter);
    return copy_of(*smallest, 'L');
}

} // namespace foyer
