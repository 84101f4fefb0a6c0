#include "sync/search/word_list.h"

#include <algorithm>
#include <cassert>

namespace foyer::search {
namespace {

constexpr std::size_t entries_max = 256;
constexpr std::size_t text_max = 60'000; // of 65,535 that an entry can tell
constexpr std::uint32_t listed = std::uint32_t{1} << 31U;

} // namespace

WordList::Place WordList::place(std::string_view word) const {
    // The first block whose last word is not before `word`.
    const auto block =
        std::ranges::partition_point(blocks_, [&](const Block& it) { return it.word(it.entries.back()) < word; });
    if (block == blocks_.end()) return {blocks_.size(), 0};
    const auto entry =
        std::ranges::partition_point(block->entries, [&](const Entry& it) { return block->word(it) < word; });
    return {static_cast<std::size_t>(block - blocks_.begin()),
            static_cast<std::size_t>(entry - block->entries.begin())};
}

std::span<const WordList::Posting> WordList::postings(const Entry& entry) const {
    if (entry.who < listed) return {&entry.who, 1};
    return lists_[entry.who - listed];
}

void WordList::add(std::string_view word, Posting posting) {
    assert(word.size() <= 255 && posting < listed);
    if (blocks_.empty()) blocks_.emplace_back();
    Place at{0, 0};
    if (!blocks_[0].entries.empty()) at = place(word);
    if (at.block == blocks_.size()) at = {blocks_.size() - 1, blocks_.back().entries.size()};
    Block& block = blocks_[at.block];
    if (at.at < block.entries.size() && block.word(block.entries[at.at]) == word) {
        join(block.entries[at.at], posting);
        return;
    }
    const auto start = static_cast<std::uint16_t>(block.text.size());
    block.text += word;
    block.used += word.size();
    block.entries.insert(block.entries.begin() + static_cast<std::ptrdiff_t>(at.at),
                         {start, static_cast<std::uint8_t>(word.size()), posting});
    ++words_;
    if (block.text.size() > text_max) tidy(block);
    if (block.entries.size() >= entries_max || block.text.size() > text_max) split(at.block);
}

void WordList::join(Entry& entry, Posting posting) {
    if (entry.who >= listed) {
        lists_[entry.who - listed].push_back(posting);
        return;
    }
    if (free_lists_.empty()) {
        free_lists_.push_back(static_cast<std::uint32_t>(lists_.size()));
        lists_.emplace_back();
    }
    lists_[free_lists_.back()] = {entry.who, posting};
    entry.who = listed + free_lists_.back();
    free_lists_.pop_back();
}

void WordList::remove(std::string_view word, Posting posting) {
    if (words_ == 0) return;
    const Place at = place(word);
    if (at.block == blocks_.size()) return;
    Entry& entry = blocks_[at.block].entries[at.at];
    if (blocks_[at.block].word(entry) != word) return;
    if (entry.who < listed) {
        if (entry.who == posting) forget(at);
        return;
    }
    const std::uint32_t number = entry.who - listed;
    std::vector<Posting>& list = lists_[number];
    const auto found = std::ranges::find(list, posting);
    if (found == list.end()) return;
    *found = list.back();
    list.pop_back();
    if (list.size() > 1) return;
    entry.who = list[0];
    list = {};
    free_lists_.push_back(number);
}

void WordList::forget(Place place) {
    Block& block = blocks_[place.block];
    const auto entry = block.entries.begin() + static_cast<std::ptrdiff_t>(place.at);
    std::fill_n(block.text.begin() + entry->at, entry->size, '\0');
    block.used -= entry->size;
    block.entries.erase(entry);
    --words_;
    if (block.entries.empty())
        blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(place.block));
    else if (block.used < block.text.size() / 2)
        tidy(block);
}

void WordList::tidy(Block& block) {
    std::string text;
    text.reserve(block.used);
    for (Entry& entry : block.entries) {
        const auto at = static_cast<std::uint16_t>(text.size());
        text += block.word(entry);
        entry.at = at;
    }
    block.text = std::move(text);
}

void WordList::split(std::size_t at) {
    Block second;
    Block& first = blocks_[at];
    const auto middle = first.entries.begin() + static_cast<std::ptrdiff_t>(first.entries.size() / 2);
    second.entries.reserve(entries_max * 3 / 4);
    for (auto entry = middle; entry != first.entries.end(); ++entry) {
        const std::string_view word = first.word(*entry);
        second.entries.push_back({static_cast<std::uint16_t>(second.text.size()), entry->size, entry->who});
        second.text += word;
    }
    second.used = second.text.size();
    first.used -= second.used;
    first.entries.erase(middle, first.entries.end());
    tidy(first);
    blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(second));
}

} // namespace foyer::search
