// What was typed, taken apart: every word has to be found, in one of its ways. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/search/phone.h"

namespace foyer::search {

// Something to look up: the beginning of a form, or a part of a phone number.
struct Term {
    std::string text; // empty: `digits`
    Digits digits;
    bool operator==(const Term&) const = default;
};

struct Query {
    using Terms = std::vector<std::size_t>; // places in `terms`
    std::vector<Term> terms;                // each once
    std::vector<std::vector<Terms>> words;  // of every word one way, and of that way all terms; none: finds nobody
};

Query query_of(std::string_view typed, Spelling& spelling);

} // namespace foyer::search
