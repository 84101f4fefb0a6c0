// Text that staff type: UTF-8 that grows and shrinks at its end, by the keys of a keyboard or of the one on the screen.
// Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/summit/words.h"

namespace foyer {

inline constexpr std::size_t name_most = 120; // characters; more is no name

void type_character(std::string& text, char32_t character); // control characters are no text
void erase_character(std::string& text);
std::string utf8(char32_t character);

// The keyboard on the screen.
struct TouchKeyboard {
    enum class Page { latin, accents, cyrillic, signs } page = Page::latin;
    enum class Shift { off, once } shift = Shift::off;
    enum class Shown { no, yes } shown = Shown::no;
    bool operator==(const TouchKeyboard&) const = default;
};

// The characters of a page, row by row, as they are typed now. Latin letters stand as on the keyboards of the language:
// QWERTZ, AZERTY, else QWERTY.
std::vector<std::u32string> key_rows(const TouchKeyboard& keyboard, const Language& language);

} // namespace foyer
