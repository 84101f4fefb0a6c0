// Which of many things changed since when: each change has a number, and only the last one of a thing is kept.
#pragma once

#include <cstdint>
#include <map>

namespace foyer {

template <class Key>
class Revisions {
public:
    void note(const Key& changed) {
        std::uint64_t& last = last_[changed];
        order_.erase(last);
        last = ++now_;
        order_.emplace(last, changed);
    }
    // Everything may have changed: what was asked before is of no use any more.
    void forget() {
        last_.clear();
        order_.clear();
        began_ = ++now_;
    }
    [[nodiscard]] std::uint64_t now() const { return now_; }
    // Whether `each_since` can tell what changed since then: a number that was `now` after the last `forget`.
    [[nodiscard]] bool knows(std::uint64_t since) const { return began_ <= since && since <= now_; }
    void each_since(std::uint64_t since, const auto& visit) const {
        for (auto change = order_.upper_bound(since); change != order_.end(); ++change) visit(change->second);
    }

private:
    std::map<Key, std::uint64_t> last_;
    std::map<std::uint64_t, Key> order_;
    std::uint64_t now_ = 1, began_ = 1; // 0 is before everything
};

} // namespace foyer
