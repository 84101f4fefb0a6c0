// Letters as people compare them, how other scripts are read in Latin ones, and the names of regions: all that this
// room asks of ICU. One thread; owned by the index (`region_name`: any). Nothing fails: where ICU lacks the rules for a
// script, its letters have no reading.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::search {

enum class Script {
    spaced,    // Latin, digits, and whatever else has words and no reading
    han,       // a reading of each character, no spaces
    hangul,    // the same
    kana,      // a reading of the whole word, no spaces
    thai,      // the same; Lao, Khmer and Burmese too
    letters,   // Cyrillic: a reading of each letter
    consonants // Arabic, Hebrew: the same, but vowels are not written
};
// What stands between two words: soft is like a space and like nothing (a hyphen, an apostrophe), hard is a space.
enum class Gap { none, soft, hard };

// What is known of one character. Lives as long as its Spelling.
struct Glyph {
    std::string plain;              // as it is compared: lower case, no accents...; may be several characters or none
    std::string wide;               // the other way to write it without accents, "ue" of ü; empty: as `plain`
    std::vector<std::string> latin; // readings of the character alone, the usual first; [a-z]*
    Script script = Script::spaced;
    bool by_word = false; // readings are of whole words: ask Spelling::read
    int rules = 0;        // of which script, as Spelling::read is asked
    Gap gap = Gap::none;  // other than none: no letter, and `plain` is empty
};

// A character of a text, with the accents that follow it: bytes `from` to `to` of the text.
struct Letter {
    const Glyph* glyph;
    std::uint32_t from, to;
};

class Spelling {
public:
    Spelling();
    ~Spelling();
    Spelling(const Spelling&) = delete;
    Spelling& operator=(const Spelling&) = delete;

    // The first `most` characters of a text. Bytes that are no UTF-8 are hard gaps.
    [[nodiscard]] std::vector<Letter> letters(std::string_view text, std::size_t most);
    // How a word reads in Latin letters, [a-z0-9]*, the usual way first. `word` is made of `plain`, `rules` is its
    // glyphs'. Good until the next call.
    [[nodiscard]] const std::vector<std::string>& read(std::string_view word, int rules);

private:
    struct Icu;
    std::unique_ptr<Icu> icu_;
};

// What a country or region is called in a language, by its ISO 3166-1 code; the code itself where ICU knows no name.
std::string region_name(const std::string& code, const std::string& language);

} // namespace foyer::search
