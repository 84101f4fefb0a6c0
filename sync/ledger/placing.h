// Where a frame belongs among the histories of its origin: one, or several after a fork. Whatever holds histories asks
// here (this room's tables, a database that several hubs share), so that all of them place and name alike.
//
// `Histories` has: `histories_of(trunk)`, `find(origin)`, `head_at(history, seq)`, `holds(history, seq, header)`. A
// history has: origin, trunk, base, floor, public_key, is_branch().
#pragma once

#include <algorithm>

#include "sync/ledger/chain.h"
#include "sync/summit/store.h"

namespace foyer {

inline Hash head_after(Hash head, const SealedRun& frame, std::size_t from) {
    for (std::size_t i = from; i < frame.facts.size(); ++i) head = next_head(head, frame.facts[i].header);
    return head;
}

inline std::uint64_t last_seq_of(const SealedRun& frame) { return frame.first_seq + frame.facts.size() - 1; }

inline bool is_sealed(const SealedRun& frame, const SummitId& summit, const OriginId& trunk, const Hash& head,
                      ByteView public_key) {
    return verify(seal_message(summit, trunk, last_seq_of(frame), head), frame.signature, public_key);
}

inline Receipt refused_receipt(std::string reason) { return {Receipt::Outcome::refused, 0, std::move(reason)}; }
inline Receipt hole_receipt() { return {Receipt::Outcome::hole, 0, {}}; }

template <class Histories, class History>
class Placing {
public:
    Placing(Histories& histories, const SummitId& summit) : histories_(histories), summit_(summit) {}

    // The frame continues this history, whose next facts it repeats at first.
    struct Place {
        History* history;
        std::size_t overlap;
    };

    std::expected<Place, Receipt> find_place(const OriginId& trunk, const SealedRun& frame) {
        std::optional<Place> best;
        bool reached = false;
        for (History* history : histories_.histories_of(trunk)) {
            const std::uint64_t before = frame.first_seq - 1;
            if (before < history->base.seq || before > history->floor.seq) continue;
            reached = true;
            const Place place{history, overlap_with(*history, frame, 0)};
            const bool beside = history->is_branch() && before == history->base.seq && place.overlap == 0;
            if (beside || (best && place.overlap <= best->overlap)) continue;
            if (place.overlap < frame.facts.size() && !is_sealed_after(*history, before, frame)) continue;
            best = place;
        }
        if (best) follow_branches(*best, frame);
        if (best) return *best;
        // A branch that is not known yet may leave a history that is not known either.
        const bool known = histories_.find(frame.origin) != nullptr;
        return std::unexpected(reached && known ? refused_receipt("a seal that does not fit its facts")
                                                : hole_receipt());
    }

    // The head after the first fact of the frame that its place does not have.
    [[nodiscard]] Hash first_head(const Place& place, const SealedRun& frame) const {
        const std::uint64_t next = frame.first_seq + place.overlap;
        return next_head(histories_.head_at(*place.history, next - 1), frame.facts[place.overlap].header);
    }

private:
    [[nodiscard]] bool is_sealed_after(const History& history, std::uint64_t before, const SealedRun& frame) const {
        const Hash head = head_after(histories_.head_at(history, before), frame, 0);
        return is_sealed(frame, summit_, history.trunk, head, history.public_key);
    }

    // How many of the frame's facts from `from` on this history has at their places.
    [[nodiscard]] std::size_t overlap_with(const History& history, const SealedRun& frame, std::size_t from) const {
        std::size_t same = from;
        while (same < frame.facts.size() && frame.first_seq + same <= history.floor.seq &&
               histories_.holds(history, frame.first_seq + same, frame.facts[same].header))
            ++same;
        return same - from;
    }

    // Where two histories part, the frame may go on as one of the branches that are known already.
    void follow_branches(Place& place, const SealedRun& frame) {
        for (;;) {
            const std::uint64_t next = frame.first_seq + place.overlap;
            if (place.overlap == frame.facts.size() || next > place.history->floor.seq) return;
            History* branch = histories_.find(branch_of(place.history->trunk, next, first_head(place, frame)));
            if (branch == nullptr) return;
            const std::size_t more = overlap_with(*branch, frame, place.overlap);
            if (more == 0) return; // it cannot be read now
            place = {branch, place.overlap + more};
        }
    }

    Histories& histories_;
    const SummitId& summit_;
};

template <class Histories, class History>
bool is_on(Histories& histories, const History& history, const Mark& mark) {
    return history.base.seq <= mark.seq && mark.seq <= history.floor.seq &&
           histories.head_at(history, mark.seq) == mark.head;
}

// Up to where the history of a mark and `ours` are the same; none: nobody here knows a history with that mark.
template <class Histories, class History>
std::optional<std::uint64_t> shared_with(Histories& histories, const History& ours, const Mark& theirs) {
    if (theirs.seq <= ours.base.seq) return theirs.seq;
    // Back from history to history, to where theirs left ours.
    for (Mark mark = theirs;;) {
        if (is_on(histories, ours, mark)) return mark.seq;
        const auto all = histories.histories_of(ours.trunk);
        const auto other = std::ranges::find_if(
            all, [&](const History* h) { return h->base.seq < mark.seq && is_on(histories, *h, mark); });
        if (other == all.end()) break;
        mark = (*other)->base;
    }
    return std::nullopt;
}

// How much of `ours` a peer with these marks has for sure, under whatever name: one that does not know of a fork calls
// by the origin's name what is a branch here. The staff mark of what it calls a branch, too, says nothing of the bodies
// before that.
template <class Histories, class History>
std::uint64_t shared_with(Histories& histories, const History& ours, const Have& theirs, Audience audience) {
    std::uint64_t most = 0;
    for (const History* named : histories.histories_of(ours.trunk)) {
        if (audience == Audience::staff && named->is_branch() && named->origin != ours.origin) continue;
        if (const auto mark = theirs.find({named->origin, audience}); mark != theirs.end())
            most = std::max(most, shared_with(histories, ours, mark->second).value_or(0));
    }
    return most;
}

// See Store::common. A head that is not known here goes on from the only history there is; where there are several it
// may go on from any of them.
template <class Histories, class History>
std::uint64_t common_with(Histories& histories, const History& ours, const Have& theirs, Audience audience) {
    const std::uint64_t shared = shared_with(histories, ours, theirs, audience);
    const auto named = theirs.find({ours.origin, audience});
    if (named == theirs.end() || named->second.seq <= ours.floor.seq) return shared;
    return histories.histories_of(ours.trunk).size() == 1 ? named->second.seq : shared;
}

// The fact that a branch continues.
template <class Histories, class History>
std::optional<FactId> base_of(Histories& histories, const History& branch) {
    if (!branch.is_branch()) return std::nullopt;
    for (const History* other : histories.histories_of(branch.trunk))
        if (other->base.seq < branch.base.seq && is_on(histories, *other, branch.base))
            return FactId{other->origin, branch.base.seq};
    return std::nullopt;
}

// The branches that leave `history` after its fact `after`, up to where staff bodies of it are here, and of which such
// are here, too.
template <class Histories, class History>
std::vector<const History*> branches_between(Histories& histories, const History& history, std::uint64_t after) {
    std::vector<const History*> branches;
    for (const History* other : histories.histories_of(history.trunk))
        if (other->is_branch() && after < other->base.seq && other->base.seq <= history.staff.seq &&
            other->staff.seq > other->base.seq && is_on(histories, history, other->base))
            branches.push_back(other);
    return branches;
}

// A run of `count` facts from `first` on that ends in `last` may begin in what that leaves: `with(history, from, end)`
// for each history that holds some of them, the oldest first; the run's facts `from` up to `end` are there.
template <class Histories, class History, class With>
void each_part(Histories& histories, History& last, std::uint64_t first, std::size_t count, With with) {
    std::vector<History*> path{&last};
    while (first <= path.back()->base.seq) {
        const auto base = base_of(histories, *path.back());
        History* before = base ? histories.find(base->origin) : nullptr;
        if (before == nullptr) break;
        path.push_back(before);
    }
    for (std::size_t i = path.size(); i-- > 0;) {
        const std::uint64_t from = std::max(first, path[i]->base.seq + 1);
        const std::uint64_t end = i == 0 ? first + count : std::min(first + count, path[i - 1]->base.seq + 1);
        if (from < end) with(*path[i], from - first, end - first);
    }
}

} // namespace foyer
