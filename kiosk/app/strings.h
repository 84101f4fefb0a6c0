// The words on the screens, by language: what the rest of the room asks for, without knowing where they are kept.
//
// Every sentence that a person reads is written in the code as plain ASCII English with the suffix _t, `"All sent"_t`,
// and looked up in assets/strings/<language>.po, English included: there live the typographic quotes, no-break spaces
// and plural forms. The type keeps an untranslated string from reaching a screen; a test reads the literals from the
// sources and fails on any that one of the languages lacks. Arguments are positional: {1}, {2}...
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/views.h"

namespace foyer {

// A sentence that has translations.
struct Msgid {
    const char* english;
};
consteval Msgid operator""_t(const char* english, std::size_t) { return {english}; }

// Words by language. Implementations are immutable after loading, so any thread may read them.
class Strings {
public:
    virtual ~Strings() = default;
    // The translation; the English words when `language` is unknown or lacks it.
    [[nodiscard]] virtual std::string text(const Language& language, Msgid sentence) const = 0;
    // The same for a sentence about `count` things, by the language's own plural rule.
    [[nodiscard]] virtual std::string plural(const Language& language, Msgid one, Msgid many, long count) const = 0;
    // Those with words: "de", "en"... sorted.
    [[nodiscard]] virtual std::vector<Language> languages() const = 0;
    // Of those: what somebody has read whose language it is.
    [[nodiscard]] virtual std::vector<Language> reviewed() const = 0;
};

// `pattern` with {1}, {2}... replaced. A placeholder without an argument stays as it is.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments);

// "zh" of "zh-Hant".
std::string_view primary_subtag(std::string_view language);
// The tags whose words a reader of `language` reads, the nearest first: zh-TW, zh-Hant, zh.
std::vector<Language> nearest_tags(std::string_view language);

// Says things in one language. Made for the length of one view; keeps a reference to the words.
class Voice {
public:
    Voice(const Strings& strings, Language language) : strings_(strings), language_(std::move(language)) {}
    [[nodiscard]] const Language& language() const { return language_; }
    [[nodiscard]] std::string text(Msgid sentence, std::initializer_list<std::string_view> arguments = {}) const;
    [[nodiscard]] Label say(Msgid sentence, std::initializer_list<std::string_view> arguments = {}) const;
    // {1} is the count itself, further arguments follow.
    [[nodiscard]] Label count(Msgid one, Msgid many, long count,
                              std::initializer_list<std::string_view> arguments = {}) const;
    // "12,345" as the language groups its digits; from five on.
    [[nodiscard]] std::string number(long value) const;
    // The organisers' own words, with the language they turned out to be in.
    [[nodiscard]] Label of(const Wording& wording) const;
    // Parts that are not empty, joined as in "Level 2 · Seat 14".
    [[nodiscard]] Label join(std::initializer_list<std::string_view> parts) const;

private:
    const Strings& strings_;
    Language language_;
};

} // namespace foyer
