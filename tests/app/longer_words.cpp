#include "tests/app/longer_words.h"

#include <algorithm>
#include <array>

namespace foyer::tests {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string accented(char letter) {
    static constexpr std::array<const char*, 26> small{"á", "ḃ", "ç", "ð", "é", "ḟ", "ĝ", "ĥ", "í", "ĵ", "ķ", "ļ", "ṁ",
                                                       "ñ", "ó", "ṗ", "ɋ", "ř", "š", "ţ", "ú", "ṽ", "ŵ", "ẋ", "ý", "ž"};
    static constexpr std::array<const char*, 26> large{"Á", "Ḃ", "Ç", "Ð", "É", "Ḟ", "Ĝ", "Ĥ", "Í", "Ĵ", "Ķ", "Ļ", "Ṁ",
                                                       "Ñ", "Ó", "Ṗ", "Ɋ", "Ř", "Š", "Ţ", "Ú", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž"};
    const bool is_small = letter >= 'a';
    return (is_small ? small : large).at(static_cast<std::size_t>(letter - (is_small ? 'a' : 'A')));
}

std::size_t letters_in(std::string_view text) {
    std::size_t letters = 0;
    for (; !text.empty(); text.remove_prefix(1)) {
        if (text[0] == '{') text.remove_prefix(std::min(text.find('}'), text.size() - 1));
        letters += is_letter(text[0]);
    }
    return letters;
}

class LongerWords final : public Strings {
public:
    explicit LongerWords(std::unique_ptr<Strings> words) : words_(std::move(words)) {}

    [[nodiscard]] std::string text(const Language& language, Msgid sentence) const override {
        return language == longer_english ? longer(words_->text("en", sentence)) : words_->text(language, sentence);
    }
    [[nodiscard]] std::string plural(const Language& language, Msgid one, Msgid many, long count) const override {
        return language == longer_english ? longer(words_->plural("en", one, many, count))
                                          : words_->plural(language, one, many, count);
    }
    [[nodiscard]] std::vector<Language> languages() const override { return words_->languages(); }
    [[nodiscard]] std::vector<Language> reviewed() const override { return words_->reviewed(); }

private:
    std::unique_ptr<Strings> words_;
};

} // namespace

std::string longer(std::string_view english) {
    const std::size_t letters = letters_in(english);
    if (letters == 0) return std::string{english}; // "{1}, {2}" is an order, not a sentence
    const double more = letters < 10 ? 0.6 : 0.35;
    double owed = 0;
    std::string made = "[";
    for (std::size_t at = 0; at < english.size(); ++at) {
        if (english[at] == '{') {
            const std::size_t end = std::min(english.find('}', at), english.size() - 1);
            made += english.substr(at, end + 1 - at);
            at = end;
            continue;
        }
        if (!is_letter(english[at])) {
            made += english[at];
            continue;
        }
        const std::string letter = accented(english[at]);
        made += letter;
        owed += more;
        const bool vowel = std::string_view{"aeiou"}.contains(english[at]);
        for (; vowel && owed > 0.99; --owed) made += letter; // spread evenly: words grow, as in German
    }
    for (; owed > 0.99; --owed) made += "ö"; // no vowel came in time
    return made + "]";
}

std::unique_ptr<Strings> with_longer_words(std::unique_ptr<Strings> words) {
    return std::make_unique<LongerWords>(std::move(words));
}

} // namespace foyer::tests
