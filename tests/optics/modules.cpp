#include "tests/optics/modules.h"

#include <qrencode.h>

#include <memory>

namespace foyer::test {

Modules modules_of(const std::string& text, Correction correction) {
    if (text.empty()) return {};
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString(text.c_str(), 0, static_cast<QRecLevel>(correction), QR_MODE_8, 1), QRcode_free);
    if (!code) return {};
    Modules modules{code->width, {}};
    const int count = code->width * code->width;
    for (int i = 0; i < count; ++i) modules.dark.push_back((code->data[i] & 1U) != 0);
    return modules;
}

} // namespace foyer::test
