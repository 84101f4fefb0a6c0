#include "scanner/hand/keyboard_layout.h"

#include <algorithm>
#include <string_view>

namespace foyer {
namespace {

// Key by key, row by row, plain then shifted. A key that makes nothing by itself (dead: it waits for a letter) is
// U+FFFD.
struct Layout {
    std::u32string_view plain, shifted;
};
constexpr char32_t dead = U'\xfffd';

constexpr Layout us{UR"(`1234567890-=qwertyuiop[]\asdfghjkl;'zxcvbnm,./)",
                    UR"(~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?)"};

// As X.org and Windows have them, in the order of KeyboardLayout. The key right of P and its neighbours carry what each
// language needs.
constexpr std::array<Layout, 4> layouts{{
    // German, Austrian
    {U"\xfffd"
     U"1234567890ß\xfffdqwertzuiopü+#asdfghjklöäyxcvbnm,.-",
     U"°!\"§$%&/()=?\xfffdQWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_"},
    // Swiss German
    {U"§1234567890'\xfffdqwertzuiopü\xfffd$asdfghjklöäyxcvbnm,.-",
     U"°+\"*ç%&/()=?\xfffdQWERTZUIOPè!£ASDFGHJKLéàYXCVBNM;:_"},
    // United Kingdom
    {UR"(`1234567890-=qwertyuiop[]#asdfghjkl;'zxcvbnm,./)", UR"(¬!"£$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@ZXCVBNM<>?)"},
    // French
    {U"²&é\"'(-è_çà)=azertyuiop\xfffd$*qsdfghjklmùwxcvbn,;:!", U"\xfffd"
                                                               U"1234567890°+AZERTYUIOP\xfffd£µQSDFGHJKLM%WXCVBN?./§"},
}};

constexpr bool are_whole() {
    return std::ranges::all_of(layouts, [](const Layout& layout) {
        return layout.plain.size() == us.plain.size() && layout.shifted.size() == us.shifted.size();
    });
}
static_assert(us.plain.size() == us.shifted.size() && are_whole());
static_assert(layouts.size() + 1 == keyboard_layouts.size());

std::optional<char32_t> meant(const Layout& layout, char32_t shown) {
    if (shown == U' ') return shown;
    if (shown == dead) return std::nullopt;
    if (const auto at = layout.plain.find(shown); at != layout.plain.npos) return us.plain[at];
    if (const auto at = layout.shifted.find(shown); at != layout.shifted.npos) return us.shifted[at];
    return std::nullopt;
}

} // namespace

std::string utf8_of(const Keys& keys) {
    std::string text;
    const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    for (const char32_t c : keys) {
        if (c < 0x80) {
            add(c);
        } else if (c < 0x800) {
            add(0xc0 | c >> 6), add(0x80 | (c & 0x3f));
        } else if (c < 0x10000) {
            add(0xe0 | c >> 12), add(0x80 | (c >> 6 & 0x3f)), add(0x80 | (c & 0x3f));
        } else {
            add(0xf0 | c >> 18), add(0x80 | (c >> 12 & 0x3f)), add(0x80 | (c >> 6 & 0x3f)), add(0x80 | (c & 0x3f));
        }
    }
    return text;
}

std::optional<Keys> meant(KeyboardLayout layout, const Keys& shown) {
    if (layout == KeyboardLayout::as_shown) return shown;
    Keys keys;
    for (const char32_t character : shown) {
        const auto key = meant(layouts[static_cast<std::size_t>(layout) - 1], character);
        if (!key) return std::nullopt;
        keys += *key;
    }
    return keys;
}

} // namespace foyer
