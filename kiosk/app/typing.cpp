#include "kiosk/app/typing.h"

#include <algorithm>

#include "kiosk/app/strings.h"

namespace foyer {

namespace {

bool is_tail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::vector<std::u32string> letters_of(const Language& language) {
    const auto primary = primary_subtag(language);
    if (primary == "de") return {U"qwertzuiop", U"asdfghjkl", U"yxcvbnm"};
    if (primary == "fr") return {U"azertyuiop", U"qsdfghjklm", U"wxcvbn"};
    return {U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
}

// What else than Latin letters with nothing on them names have in them.
std::vector<std::u32string> rows_of(TouchKeyboard::Page page, const Language& language) {
    using enum TouchKeyboard::Page;
    switch (page) {
    case latin: return letters_of(language);
    case accents: return {U"äàáâãåāæçčć", U"éèêëęíìîïıñ", U"öóòôõøœüúùû", U"ßšśžźżłğýđþ"};
    case cyrillic: return {U"йцукенгшщзх", U"фывапролджэ", U"ячсмитьбюъё"};
    case signs: return {U"1234567890", U"-@._+'", U"()/&:,"};
    }
    return {};
}

// Of the letters above: Latin ones in pairs or by 32, Cyrillic by 32, ё by 80.
char32_t upper(char32_t c) {
    if ((c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7)) return c - 32;
    if (c >= 0x430 && c <= 0x44F) return c - 32;
    if (c == 0x451) return 0x401;
    if (c == 0x131) return U'I';
    if (c == 0x153) return 0x152;
    // Latin Extended-A: the capital stands just before its letter; with an even number but from ĺ to ň and from ź to ž.
    const bool odd_capitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c >= 0x100 && c <= 0x17E && (c % 2 == 1) != odd_capitals) return c - 1;
    return c;
}

} // namespace

std::string utf8(char32_t c) {
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0U | (c >> 6U)), byte(0x80U | (c & 0x3FU))};
    if (c < 0x10000) return {byte(0xE0U | (c >> 12U)), byte(0x80U | ((c >> 6U) & 0x3FU)), byte(0x80U | (c & 0x3FU))};
    return {byte(0xF0U | (c >> 18U)), byte(0x80U | ((c >> 12U) & 0x3FU)), byte(0x80U | ((c >> 6U) & 0x3FU)),
            byte(0x80U | (c & 0x3FU))};
}

void type_character(std::string& text, char32_t character) {
    const bool surrogate = character >= 0xD800 && character < 0xE000;
    if (character < 0x20 || (character >= 0x7F && character < 0xA0) || surrogate || character > 0x10FFFF) return;
    const auto characters = std::ranges::count_if(text, [](char byte) { return !is_tail(byte); });
    if (static_cast<std::size_t>(characters) < name_most) text += utf8(character);
}

void erase_character(std::string& text) {
    while (!text.empty() && is_tail(text.back())) text.pop_back();
    if (!text.empty()) text.pop_back();
}

std::vector<std::u32string> key_rows(const TouchKeyboard& keyboard, const Language& language) {
    auto rows = rows_of(keyboard.page, language);
    if (keyboard.shift == TouchKeyboard::Shift::once)
        for (auto& row : rows) std::ranges::transform(row, row.begin(), upper);
    return rows;
}

} // namespace foyer
