#include "sync/search/whole_name.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "sync/search/forms.h"

namespace foyer::search {

static std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += word;
    return all;
}

static void add_forms(std::set<std::string>& forms, std::vector<std::string> words) {
    forms.insert(joined(words));
    if (words.size() < 2) return;
    std::ranges::rotate(words, words.end() - 1);
    forms.insert(joined(words));
    std::ranges::sort(words);
    forms.insert(joined(words));
}

std::set<std::string> whole_name_forms(std::string_view name, Spelling& spelling) {
    std::vector<std::string> plain, wide; // words
    std::size_t count = 0;
    bool inside = false; // a word
    for (const Letter& letter : spelling.letters(name, letters_max)) {
        if (letter.glyph->gap != Gap::none) {
            inside = false;
            continue;
        }
        if (!std::exchange(inside, true)) plain.emplace_back(), wide.emplace_back();
        plain.back() += letter.glyph->plain;
        wide.back() += letter.glyph->wide.empty() ? letter.glyph->plain : letter.glyph->wide;
        ++count;
    }
    std::set<std::string> forms;
    if (count < 2) return forms;
    add_forms(forms, plain);
    add_forms(forms, wide);
    return forms;
}

} // namespace foyer::search
