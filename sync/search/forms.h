// The forms under which a text can be found: its words, their parts, and their readings in Latin letters. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sync/search/spelling.h"
#include "sync/search/surnames.h"

namespace foyer::search {

constexpr std::size_t form_bytes_max = 96; // what follows is not compared
constexpr std::size_t letters_max = 256;   // of a text

// At most `form_bytes_max` bytes, whole characters.
std::string_view cut(std::string_view text, std::size_t most = form_bytes_max);

struct Span {
    std::uint32_t from = 0, to = 0; // bytes of the text that the form is of
    bool operator==(const Span&) const = default;
};

struct Form {
    // word: a whole one. inside: from somewhere in a text to its end. surname: its reading alone. reading: of a word,
    // or from a syllable to the end. initials: of syllables; the consonants of a word.
    enum class Kind : std::uint8_t { word, inside, surname, reading, initials };
    struct Piece {
        std::uint32_t end; // in `text`
        Span of;
    };
    Kind kind;
    std::string text;
    std::vector<Piece> pieces; // one after the other

    // What of the source the first `bytes` bytes are: whole characters of it, or words where nothing finer is known.
    [[nodiscard]] Span first(std::size_t bytes) const;
};

// How far words are joined to one ("vandermeer"): over everything, over hyphens and the like, or always and only so.
enum class Joined { far, near, whole };

// What is found as it is written.
std::vector<Form> written_forms(const std::vector<Letter>& letters, Joined joined);
// What is found as it is read in Latin letters, of a name.
std::vector<Form> read_forms(const std::vector<Letter>& letters, Spelling& spelling, const Surnames& surnames);

// The consonants that a word in Latin letters would be written with in Arabic or Hebrew, behind a mark that no text
// has; empty when they are fewer than two.
std::string consonants_of(std::string_view latin);

} // namespace foyer::search
