// Who acted without knowing of whom: conflicts are seen in what authors had seen, not guessed from clocks.
#pragma once

#include "sync/summit/fold.h"

namespace foyer {

// Of each fact the ones it had seen, directly or through others; an origin has seen its own. Asked about a subject
// whose facts are `ordered` as in_order gives them.
class Knowledge {
public:
    explicit Knowledge(std::span<const FoldFact> ordered);
    // By their places in `ordered`.
    [[nodiscard]] bool has_seen(std::size_t later, std::size_t earlier) const { return seen_[later][earlier]; }
    [[nodiscard]] bool unaware(std::size_t a, std::size_t b) const { return !has_seen(a, b) && !has_seen(b, a); }
    // By `heads` and through them: what an author knew of this subject who wrote about another one.
    [[nodiscard]] std::vector<bool> seen_through(std::span<const FactId> heads) const;

private:
    void look_through(std::span<const FactId> heads, std::vector<bool>& seen) const;
    std::map<FactId, std::size_t> index_;
    std::vector<std::vector<bool>> seen_;
};

// Entries by `badge` among its holder's facts (in order) that one of its `killers` had not seen: facts that revoke or
// replace it.
std::vector<ConflictRow> against(const BadgeId& badge, std::span<const FoldFact> of_holder,
                                 std::span<const FoldFact> killers);

// Entries to one place, an entry and a withdrawal, and two withdrawals, that had not seen each other.
std::vector<ConflictRow> unaware(std::span<const FoldFact> ordered);

} // namespace foyer
