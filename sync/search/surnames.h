// How surnames in Han and Hangul are spelled in Latin letters, where that is not how the character reads elsewhere, or
// where there are several usual ways. A table, read once; nothing changes it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sync/search/spelling.h"

namespace foyer::search {

using Syllables = std::vector<std::string>;

class Surnames {
public:
    explicit Surnames(Spelling& spelling);
    // The spellings of a surname of one or two characters, a syllable a character; none: it is not known. The surname
    // is given as its glyphs' `plain`.
    [[nodiscard]] std::span<const Syllables> of(std::string_view surname) const;

private:
    std::unordered_map<std::string, std::vector<Syllables>> spellings_;
};

} // namespace foyer::search
