// Which of many things changed since when: the last few thousand changes in order, each with a number.
#pragma once

#include <cstdint>
#include <deque>

namespace foyer {

template <class Key>
class Revisions {
public:
    void note(const Key& changed) {
        ++now_;
        changes_.push_back(changed);
        if (changes_.size() > most) changes_.pop_front();
    }
    // Everything may have changed.
    void forget() {
        ++now_;
        changes_.clear();
    }
    [[nodiscard]] std::uint64_t now() const { return now_; }
    // Whether `each_since` can tell what changed after `since`, an earlier `now`; 0 is before everything.
    [[nodiscard]] bool knows(std::uint64_t since) const { return since <= now_ && now_ - since <= changes_.size(); }
    // In order; what changed twice comes twice.
    void each_since(std::uint64_t since, const auto& visit) const {
        for (std::size_t i = changes_.size() - (now_ - since); i < changes_.size(); ++i) visit(changes_[i]);
    }

private:
    static constexpr std::size_t most = 4096;
    std::deque<Key> changes_; // the last one has the number now_
    std::uint64_t now_ = 1;
};

} // namespace foyer
