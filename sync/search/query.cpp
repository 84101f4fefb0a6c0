#include "sync/search/query.h"

#include <algorithm>

namespace foyer::search {
namespace {

constexpr std::size_t words_max = 8, parts_max = 8;
constexpr int phone_digits_min = 3;

using Letters = std::vector<Letter>;

std::vector<Letters> split(const Letters& letters, Gap least) {
    std::vector<Letters> parts(1);
    for (const Letter& letter : letters)
        if (letter.glyph->gap < least || letter.glyph->gap == Gap::none)
            parts.back().push_back(letter);
        else
            parts.emplace_back();
    std::erase_if(parts, [](const Letters& part) {
        return std::ranges::all_of(part, [](const Letter& it) { return it.glyph->plain.empty(); });
    });
    return parts;
}

std::string joined(const Letters& letters, bool wide = false) {
    std::string text;
    for (const Letter& letter : letters)
        text += wide && !letter.glyph->wide.empty() ? letter.glyph->wide : letter.glyph->plain;
    return std::string(cut(text));
}

class Builder {
public:
    Builder(std::string_view typed, const Letters& letters) : typed_(typed) {
        const Digits all = digits_of(letters);
        std::vector<Letters> words = split(letters, Gap::hard);
        // "+49 170 4711" is one number and not three words.
        if (words.size() > 1 && is_phone(letters) && all.count >= phone_digits_min) {
            query_.words.push_back({{at({{}, all})}});
            return;
        }
        if (words.size() > words_max) words.resize(words_max);
        for (const Letters& word : words) query_.words.push_back(ways(word));
    }
    Query take() { return std::move(query_); }

private:
    std::size_t at(const Term& term) {
        const auto found = std::ranges::find(query_.terms, term);
        if (found != query_.terms.end()) return static_cast<std::size_t>(found - query_.terms.begin());
        query_.terms.push_back(term);
        return query_.terms.size() - 1;
    }

    std::vector<Query::Terms> ways(const Letters& word) {
        std::vector<Query::Terms> found;
        const auto add = [&](Query::Terms way) {
            if (std::ranges::find(found, way) == found.end()) found.push_back(std::move(way));
        };
        const std::string text = joined(word);
        add({at({text, {}})});
        add({at({joined(word, true), {}})});
        if (const std::string consonants = text.size() > 2 ? consonants_of(text) : ""; !consonants.empty())
            add({at({consonants, {}})});
        if (const Digits digits = digits_of(word); is_phone(word) && digits.count >= phone_digits_min)
            add({at({{}, digits})});
        if (std::vector<Letters> parts = split(word, Gap::soft); parts.size() > 1 && !is_mail(word)) {
            if (parts.size() > parts_max) parts.resize(parts_max);
            Query::Terms all;
            for (const Letters& part : parts) all.push_back(at({joined(part), {}}));
            add(std::move(all));
        }
        return found;
    }

    // Is one text from its beginning, and not the names that are in it.
    [[nodiscard]] bool is_mail(const Letters& word) const {
        return typed_.substr(word.front().from, word.back().to - word.front().from).find('@') != std::string_view::npos;
    }

    std::string_view typed_;
    Query query_;
};

} // namespace

Query query_of(std::string_view typed, Spelling& spelling) {
    return Builder(typed, spelling.letters(typed, letters_max)).take();
}

} // namespace foyer::search
