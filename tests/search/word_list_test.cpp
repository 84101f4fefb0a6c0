// The ordered words under the search, against a plain map.
#include <map>
#include <random>

#include "sync/search/word_list.h"
#include "tests/catch.h"

namespace foyer::tests {
namespace {

using search::WordList;
using Answer = std::map<std::uint32_t, bool>; // posting: of the whole word

TEST_CASE("Words added and removed are found by their prefixes as in a plain map") {
    const auto seed = GENERATE(1U, 2U, 3U);
    CAPTURE(seed);
    std::mt19937 random(seed);
    WordList words;
    std::map<std::string, std::vector<std::uint32_t>> model;
    const auto word = [&] {
        std::string text(1 + random() % 6, 'a');
        for (char& c : text) c = static_cast<char>('a' + random() % 5);
        return text;
    };
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const bool growing = i % 8'000 < 5'000;
        if (model.empty() || random() % 4 < (growing ? 3U : 1U)) {
            const std::string added = word();
            words.add(added, i);
            model[added].push_back(i);
        } else {
            auto at = model.lower_bound(word());
            if (at == model.end()) at = model.begin();
            const std::size_t which = random() % at->second.size();
            words.remove(at->first, at->second[which]);
            at->second.erase(at->second.begin() + static_cast<std::ptrdiff_t>(which));
            if (at->second.empty()) model.erase(at);
        }
    }
    CHECK(words.size() == model.size());
    for (int i = 0; i < 300; ++i) {
        const std::string prefix = i == 0 ? "" : word();
        Answer found, wanted;
        words.each(prefix, [&](bool whole, std::span<const WordList::Posting> postings) {
            for (const auto posting : postings) found[posting] = whole;
        });
        for (const auto& [text, postings] : model)
            if (text.starts_with(prefix))
                for (const auto posting : postings) wanted[posting] = text == prefix;
        REQUIRE(found == wanted);
    }
    for (const auto& [text, postings] : model)
        for (const auto posting : postings) words.remove(text, posting);
    CHECK(words.size() == 0);
    words.remove("a", 1);
}

} // namespace
} // namespace foyer::tests
