#include "kiosk/badges/blocks.h"

#include <array>

#include "kiosk/badges/qr.h"

namespace foyer {

namespace {

// 16 and 231 are black and white of the fixed 6x6x6 cube: themes repaint the first 16 colours, not these.
constexpr std::string_view black_on_white = "\x1b[38;5;16;48;5;231m";
constexpr std::string_view as_before = "\x1b[0m";

std::string half_blocks(const Qr& qr) {
    constexpr std::array<std::string_view, 4> glyphs{" ", "\u2580", "\u2584", "\u2588"}; // none, upper, lower, both
    std::string out;
    for (int y = -qr_quiet_zone; y < qr.size + qr_quiet_zone; y += 2) {
        out += black_on_white;
        for (int x = -qr_quiet_zone; x < qr.size + qr_quiet_zone; ++x)
            out += glyphs[(qr.dark(x, y) ? 1U : 0U) + (qr.dark(x, y + 1) ? 2U : 0U)];
        out += as_before;
        out += '\n';
    }
    return out;
}

std::string hashes(const Qr& qr) {
    std::string out;
    for (int y = -qr_quiet_zone; y < qr.size + qr_quiet_zone; ++y) {
        for (int x = -qr_quiet_zone; x < qr.size + qr_quiet_zone; ++x) out += qr.dark(x, y) ? "##" : "  ";
        out += '\n';
    }
    return out;
}

} // namespace

Result<std::string> blocks(std::string_view code, Blocks style) {
    const auto qr = make_qr(code);
    if (!qr) return std::unexpected(qr.error());
    return style == Blocks::half ? half_blocks(*qr) : hashes(*qr);
}

} // namespace foyer
