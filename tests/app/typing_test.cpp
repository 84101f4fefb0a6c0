// Text that staff type, and the keyboard on the screen.
#include "kiosk/app/typing.h"

#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

TEST_CASE("Typing takes characters of any script, and erases them whole") {
    std::string text;
    for (const char32_t c : std::u32string_view{U"aé沐🙂"}) type_character(text, c);
    CHECK(text == "aé沐🙂");
    erase_character(text);
    erase_character(text);
    CHECK(text == "aé");
    erase_character(text);
    CHECK(text == "a");
    type_character(text, 7);
    type_character(text, 0xD800);
    type_character(text, 0x110000);
    CHECK(text == "a");
    for (std::size_t i = 0; i < 2 * name_most; ++i) type_character(text, U'沐');
    CHECK(text.size() == 1 + 3 * (name_most - 1));
    for (int i = 0; i < 300; ++i) erase_character(text);
    CHECK(text.empty());
}

TEST_CASE("Shift gives the capital of every letter on the keyboard, once") {
    for (const char* language : {"en", "de", "fr"}) {
        for (const auto page :
             {TouchKeyboard::Page::latin, TouchKeyboard::Page::accents, TouchKeyboard::Page::cyrillic}) {
            TouchKeyboard keyboard{page};
            const auto small = key_rows(keyboard, language);
            keyboard.shift = TouchKeyboard::Shift::once;
            const auto capital = key_rows(keyboard, language);
            for (std::size_t row = 0; row < small.size(); ++row)
                for (std::size_t i = 0; i < small[row].size(); ++i) {
                    INFO(utf8(small[row][i]));
                    CHECK((small[row][i] == U'ß' || capital[row][i] < small[row][i]));
                }
        }
    }
    const TouchKeyboard accents{TouchKeyboard::Page::accents, TouchKeyboard::Shift::once};
    CHECK(key_rows(accents, "en").front() == U"ÄÀÁÂÃÅĀÆÇČĆ");
    CHECK(key_rows(accents, "en").back() == U"ßŠŚŽŹŻŁĞÝĐÞ");
    Terminal terminal = a_desk();
    terminal.touch(DeskTap{What::shift}).touch(TypeCharacter{U'M'}).touch(TypeCharacter{U'u'});
    CHECK(terminal.model.desk.query == "Mu");
    CHECK(terminal.model.desk.keyboard.shift == TouchKeyboard::Shift::off);
}

} // namespace
} // namespace foyer::tests
