// Invented people for the tests of the search. One thread; nothing is kept.
#pragma once

#include <algorithm>

#include "sync/search/people_index.h"
#include "tests/catch.h"

namespace foyer::tests {

inline Findable somebody(const std::string& id, const std::string& native, const std::string& latin = "") {
    Findable who;
    who.id.text = id;
    who.person.native_name = native;
    who.person.latin_name = latin;
    return who;
}

// An index of people with these names and no other, whose ids are "id-0", "id-1"...
inline PeopleIndex index_of(const std::vector<std::string>& names) {
    PeopleIndex index;
    for (std::size_t i = 0; i < names.size(); ++i) index.put(somebody("id-" + std::to_string(i), names[i]));
    return index;
}

inline std::vector<std::string> ids(const Matches& matches) {
    std::vector<std::string> found;
    found.reserve(matches.best.size());
    for (const Match& match : matches.best) found.push_back(match.id.text);
    return found;
}

// The names that a query finds, the best first.
inline std::vector<std::string> texts(const PeopleIndex& index, std::string_view query) {
    std::vector<std::string> found;
    const Matches matches = index.find(query, 100);
    found.reserve(matches.best.size());
    for (const Match& match : matches.best) found.push_back(match.text);
    return found;
}

// Whether the query finds a person of this name, in an index of nobody else.
inline bool finds(const PeopleIndex& index, std::string_view query, const std::string& name) {
    return std::ranges::count(texts(index, query), name) == 1;
}

// The part of a match's text that is marked.
inline std::string marked(const PeopleIndex& index, std::string_view query) {
    const Matches found = index.find(query, 1);
    return found.best.empty() ? "" : found.best[0].text.substr(found.best[0].from, found.best[0].length);
}

} // namespace foyer::tests
