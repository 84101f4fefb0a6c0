// Words in order, each with who has it: what a prefix is looked up in. Blocks of at most 256 words hold their own text,
// so that a word added or removed moves some kilobytes and never everything. What is removed is overwritten. Pure.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::search {

class WordList {
public:
    using Posting = std::uint32_t; // anything below 2^31

    // `word`: at most 255 bytes. What is added twice is there twice; removing what is not there changes nothing.
    void add(std::string_view word, Posting posting);
    void remove(std::string_view word, Posting posting);
    [[nodiscard]] std::size_t size() const { return words_; }

    // Calls found(bool whole, std::span<const Posting>) for every word that begins with `prefix`; whole: and ends so.
    template <class Found>
    void each(std::string_view prefix, Found&& found) const {
        for (auto [block, at] = place(prefix); block < blocks_.size(); ++block, at = 0)
            for (; at < blocks_[block].entries.size(); ++at) {
                const Entry& entry = blocks_[block].entries[at];
                const std::string_view word = blocks_[block].word(entry);
                if (!word.starts_with(prefix)) return;
                found(word.size() == prefix.size(), postings(entry));
            }
    }

private:
    struct Entry {
        std::uint16_t at;  // in the block's text
        std::uint8_t size; // of the word
        std::uint32_t who; // a posting, or 2^31 + where in `lists_`
    };
    struct Block {
        std::vector<Entry> entries;
        std::string text;
        std::size_t used = 0; // bytes of `text` that words are in
        [[nodiscard]] std::string_view word(const Entry& entry) const { return {text.data() + entry.at, entry.size}; }
    };
    struct Place {
        std::size_t block, at;
    };

    [[nodiscard]] Place place(std::string_view word) const; // of the first word that is not before it
    [[nodiscard]] std::span<const Posting> postings(const Entry& entry) const;
    void split(std::size_t block);
    static void tidy(Block& block);
    void join(Entry& entry, Posting posting);
    void forget(Place place);

    std::vector<Block> blocks_;
    std::deque<std::vector<Posting>> lists_; // grows without moving them
    std::vector<std::uint32_t> free_lists_;
    std::size_t words_ = 0;
};

} // namespace foyer::search
