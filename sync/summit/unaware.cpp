#include "sync/summit/unaware.h"

#include <algorithm>

namespace foyer {

Knowledge::Knowledge(std::span<const FoldFact> ordered) {
    for (std::size_t i = 0; i < ordered.size(); ++i) index_[ordered[i].id] = i;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        std::vector<bool>& seen = seen_.emplace_back(ordered.size(), false);
        look_through(ordered[i].seen, seen);
        for (std::size_t k = 0; k < i; ++k)
            if (ordered[k].id.origin == ordered[i].id.origin) seen[k] = true;
    }
}

void Knowledge::look_through(std::span<const FactId> heads, std::vector<bool>& seen) const {
    for (const FactId& head : heads) {
        const auto known = index_.find(head);
        // Later in the order than what saw it: only in facts that claim to have seen each other.
        if (known == index_.end() || known->second >= seen_.size()) continue;
        seen[known->second] = true;
        for (std::size_t k = 0; k < seen.size(); ++k) seen[k] = seen[k] || seen_[known->second][k];
    }
}

std::vector<bool> Knowledge::seen_through(std::span<const FactId> heads) const {
    std::vector<bool> seen(seen_.size(), false);
    look_through(heads, seen);
    return seen;
}

namespace {

struct Entry {
    std::size_t index;
    PlaceId place;
};

// In an emergency nobody was asked, so nobody erred.
bool is_a_decision(const Entered& entered) { return entered.reason != Reason::free_passage; }

bool is_withdrawal(const FoldFact& fact) {
    const auto* attendee = std::get_if<Attendee>(&fact.payload);
    return attendee && attendee->withdrawn;
}

} // namespace

std::vector<ConflictRow> against(const BadgeId& badge, std::span<const FoldFact> of_holder,
                                 std::span<const FoldFact> killers) {
    const auto is_entry_by_it = [&](const FoldFact& fact) {
        const auto* entered = std::get_if<Entered>(&fact.payload);
        return fact.counts && entered && entered->badge == badge && is_a_decision(*entered);
    };
    if (std::ranges::none_of(of_holder, is_entry_by_it)) return {};
    const Knowledge knowledge(of_holder);
    std::vector<ConflictRow> conflicts;
    for (std::size_t i = 0; i < of_holder.size(); ++i) {
        if (!is_entry_by_it(of_holder[i])) continue;
        const auto killer =
            std::ranges::find_if(killers, [&](const FoldFact& fact) { return !knowledge.seen_through(fact.seen)[i]; });
        if (killer != killers.end())
            conflicts.push_back({ConflictRow::Kind::against_badge, of_holder[i].id, killer->id});
    }
    return conflicts;
}

// Those who withdrew somebody without knowing that it was done: each may have put a substitute there.
static std::vector<ConflictRow> withdrawn_twice(std::span<const FoldFact> ordered, const Knowledge& knowledge,
                                                std::span<const std::size_t> withdrawals) {
    std::vector<ConflictRow> conflicts;
    for (auto later = withdrawals.begin(); later != withdrawals.end(); ++later) {
        const bool knew = std::any_of(withdrawals.begin(), later,
                                      [&](std::size_t earlier) { return knowledge.has_seen(*later, earlier); });
        if (later != withdrawals.begin() && !knew)
            conflicts.push_back(
                {ConflictRow::Kind::withdrawn_twice, ordered[*later].id, ordered[withdrawals.front()].id});
    }
    return conflicts;
}

std::vector<ConflictRow> unaware(std::span<const FoldFact> ordered) {
    std::vector<Entry> entries;
    std::vector<std::size_t> withdrawals;
    std::map<PlaceId, OriginId> recorded_by;
    bool by_several = false; // to one place: an origin knows its own
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        if (!ordered[i].counts) continue;
        if (const auto* entered = std::get_if<Entered>(&ordered[i].payload); entered && is_a_decision(*entered)) {
            entries.push_back({i, entered->place});
            const auto& author = ordered[i].id.origin;
            by_several = recorded_by.try_emplace(entered->place, author).first->second != author || by_several;
        }
        if (is_withdrawal(ordered[i])) withdrawals.push_back(i);
    }
    if (!by_several && withdrawals.size() < 2 && (entries.empty() || withdrawals.empty()))
        return {}; // nearly everybody

    const Knowledge knowledge(ordered);
    std::vector<ConflictRow> conflicts = withdrawn_twice(ordered, knowledge, withdrawals);
    for (auto later = entries.begin(); later != entries.end(); ++later) {
        const auto first = std::find_if(entries.begin(), later, [&](const Entry& earlier) {
            return earlier.place == later->place && knowledge.unaware(later->index, earlier.index);
        });
        if (first != later)
            conflicts.push_back(
                {ConflictRow::Kind::double_admission, ordered[later->index].id, ordered[first->index].id});
        for (const std::size_t withdrawal : withdrawals)
            if (knowledge.unaware(later->index, withdrawal)) {
                conflicts.push_back(
                    {ConflictRow::Kind::against_withdrawal, ordered[later->index].id, ordered[withdrawal].id});
                break;
            }
    }
    return conflicts;
}

} // namespace foyer
