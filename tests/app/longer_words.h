// A made-up language for seeing which words have no room and which have no translation: the English of the catalogue
// with every letter accented, longer than any real one, between brackets. "Call staff" is "[Ćáaļļ ...]".
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/app/strings.h"

namespace foyer::tests {

// Reads the English of whatever has languages of its own: a programme, a guest.
inline constexpr const char* longer_english = "en-XA";

// A sentence in it: 35 % more letters, 60 % where there are fewer than ten. What is put in stays as it is: {1}.
std::string longer(std::string_view english);

// Those words, and longer_english beside their languages; it is none of languages().
std::unique_ptr<Strings> with_longer_words(std::unique_ptr<Strings> words);

} // namespace foyer::tests
