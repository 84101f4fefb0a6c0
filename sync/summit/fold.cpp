#include "sync/summit/fold.h"

#include <algorithm>
#include <queue>
#include <set>
#include <tuple>

#include "sync/summit/unaware.h"

namespace foyer {

// As nearly all are that come from a ledger: by their clocks, and none has seen a later one.
static bool are_in_order(std::span<const FoldFact> facts) {
    static constexpr std::size_t few = 16; // more are looked up in an index
    if (facts.size() > few) return false;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (i > 0 && std::tie(facts[i - 1].time, facts[i - 1].id) >= std::tie(facts[i].time, facts[i].id)) return false;
        for (const FoldFact& later : facts.subspan(i + 1))
            if (std::ranges::find(facts[i].seen, later.id) != facts[i].seen.end()) return false;
    }
    return true;
}

std::vector<FoldFact> in_order(std::vector<FoldFact> facts) {
    if (are_in_order(facts)) return facts;
    std::map<FactId, std::size_t> index;
    for (std::size_t i = 0; i < facts.size(); ++i) index[facts[i].id] = i;
    std::vector<std::vector<std::size_t>> later(facts.size());
    std::vector<int> waits_for(facts.size(), 0);
    for (std::size_t i = 0; i < facts.size(); ++i)
        for (const FactId& seen : facts[i].seen)
            if (const auto known = index.find(seen); known != index.end() && known->second != i) {
                later[known->second].push_back(i);
                ++waits_for[i];
            }

    const auto comes_after = [&](std::size_t a, std::size_t b) {
        return std::tie(facts[a].time, facts[a].id) > std::tie(facts[b].time, facts[b].id);
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(comes_after)> ready(comes_after);
    std::vector<bool> placed(facts.size(), false);
    for (std::size_t i = 0; i < facts.size(); ++i)
        if (waits_for[i] == 0) ready.push(i);
    std::vector<FoldFact> ordered;
    ordered.reserve(facts.size());
    while (!ready.empty()) {
        const std::size_t next = ready.top();
        ready.pop();
        placed[next] = true;
        ordered.push_back(std::move(facts[next]));
        for (const std::size_t i : later[next])
            if (--waits_for[i] == 0) ready.push(i);
    }
    // Facts that claim to have seen each other can only be made on purpose: they come last, by their own clocks.
    std::vector<FoldFact> impossible;
    for (std::size_t i = 0; i < facts.size(); ++i)
        if (!placed[i]) impossible.push_back(std::move(facts[i]));
    std::ranges::sort(impossible, {}, [](const FoldFact& f) { return std::tie(f.time, f.id); });
    std::ranges::move(impossible, std::back_inserter(ordered));
    return ordered;
}

std::vector<FactId> heads(std::span<const FoldFact> facts, Kind kind) {
    const auto is_seen_by_it = [&](const FoldFact& fact) {
        return is_personal(kind) || !is_personal(kind_of(fact.payload));
    };
    std::set<FactId> seen;
    for (const FoldFact& fact : facts)
        if (is_seen_by_it(fact)) seen.insert(fact.seen.begin(), fact.seen.end());
    std::vector<FactId> unseen;
    for (const FoldFact& fact : facts)
        if (is_seen_by_it(fact) && !seen.contains(fact.id)) unseen.push_back(fact.id);
    if (unseen.size() > max_seen) unseen.erase(unseen.begin(), unseen.end() - max_seen);
    return unseen;
}

namespace {

class Folding {
public:
    void add(const FoldFact& fact) {
        fact_ = &fact;
        std::visit(*this, fact.payload);
    }

    // Registers: the last one stands.
    void operator()(const OriginOpened&) {}
    void operator()(const Attendee& value) {
        const bool withdrawn = value.withdrawn || (rows.attendee && rows.attendee->withdrawn);
        rows.attendee = value;
        rows.attendee->withdrawn = withdrawn; // one-way
    }
    void operator()(const Person& value) { rows.person = value; }
    void operator()(const Contact& value) { rows.contact = value; }
    void operator()(const Note& value) { rows.notes.push_back(value.text); }
    template <class Item>
    void operator()(const Item& value) {
        rows.item = value;
    }

    void operator()(const Call& value) {
        const auto* before = rows.item ? std::get_if<Call>(&*rows.item) : nullptr;
        if (!before || before->state != Call::State::done) rows.item = value; // done is one-way
    }
    void operator()(const SessionRuns& value) {
        auto* session = rows.item ? std::get_if<Session>(&*rows.item) : nullptr;
        if (!session || value.ends.value_or(session->ends) < value.starts.value_or(session->starts)) return;
        session->starts = value.starts.value_or(session->starts);
        session->ends = value.ends.value_or(session->ends);
        if (value.doors_open) session->doors_open = value.doors_open;
    }

    void operator()(const MeetingRuns& value) {
        if (auto* meeting = rows.item ? std::get_if<Meeting>(&*rows.item) : nullptr) apply(value, *meeting);
    }

    void operator()(const BadgeIssued& value) { badge().issued = value; }
    void operator()(const BadgeCode& value) { rows.badge_code = value.code; }
    void operator()(const BadgePrinted&) { badge().printed = true; }
    void operator()(const BadgeHandedOver&) { badge().handed_over = true; }
    void operator()(const BadgeRevoked&) { badge().revoked = true; } // one-way

    void operator()(const DeviceRevoked& value) { rows.revoked = value; }
    void operator()(const ClockNoticed& value) {
        rows.clock_ahead = value.ahead;
        clock_ = fact_->id;
    }
    void operator()(const Voided& value) { voided_.insert(value.fact); } // one-way
    void operator()(const Purged&) { rows.purged = true; }               // one-way

    // Events.
    void operator()(const Entered& value) {
        visits_.push_back({fact_->id, fact_->happened, {value.place, true}, fact_->observed});
        attend("entered", value.reason, value.place, value.checkpoint, value.badge, {});
    }
    void operator()(const Left& value) {
        visits_.push_back({fact_->id, fact_->happened, {value.place, false}, fact_->observed});
        attend("left", Reason::left, value.place, value.checkpoint, value.badge, {});
    }
    void operator()(const Refused& value) {
        attend("refused", value.reason, std::nullopt, value.checkpoint, value.badge, value.case_number);
    }

    Rows finish() {
        if (rows.purged) {
            rows.person.reset();
            rows.contact.reset();
            rows.notes.clear();
        }
        for (AttendanceRow& row : rows.attendance) row.voided = voided_.contains(row.id);
        std::erase_if(visits_, [&](const Visit& visit) { return voided_.contains(visit.fact); });
        place_visits();
        count();
        if (rows.clock_ahead && std::chrono::abs(*rows.clock_ahead) > clock_tolerance)
            rows.conflicts.push_back({ConflictRow::Kind::clock, clock_, {}});
        return std::move(rows);
    }

    Rows rows;

private:
    struct Visit {
        FactId fact;
        Instant happened;
        At at;
        bool observed = true;
    };

    BadgeRow& badge() { return rows.badge ? *rows.badge : rows.badge.emplace(); }

    void attend(std::string event, Reason reason, std::optional<PlaceId> place, const CheckpointId& checkpoint,
                const std::optional<BadgeId>& badge, const std::string& case_number) {
        rows.attendance.push_back({fact_->id, std::move(event), reason, std::move(place), checkpoint, badge,
                                   case_number, fact_->happened, fact_->time.instant(), fact_->observed});
        ++rows.tallies[{"scans", std::string{name(reason)}}];
        ++rows.tallies[{"recorded", fact_->id.origin.hex()}];
        if (!case_number.empty()) ++rows.tallies[{"cases", fact_->id.origin.hex()}];
    }

    // Events by when they happened: paper lists are typed in later.
    void place_visits() {
        std::ranges::stable_sort(visits_, {}, &Visit::happened);
        for (const Visit& visit : visits_) {
            // Nobody saw it: whoever was in another place by then had gone before.
            if (!visit.observed && !visit.at.inside && rows.at && rows.at->place != visit.at.place) continue;
            rows.at = visit.at;
            if (!visit.at.inside) continue;
            const auto [row, first_time] = rows.presence.try_emplace(visit.at.place);
            if (first_time) row->second.first_entered = visit.happened;
            row->second.last_entered = visit.happened;
            ++row->second.entries;
        }
    }

    void count() {
        if (rows.attendee && !rows.attendee->withdrawn) {
            ++rows.tallies[{"expected", ""}];
            for (const ForumId& forum : rows.attendee->forums) ++rows.tallies[{"registered", forum.text}];
        }
        if (rows.at) ++rows.tallies[{rows.at->inside ? "at" : "away", rows.at->place.text}];
        if (rows.at && rows.at->inside && rows.attendee && !rows.attendee->withdrawn)
            for (const ForumId& forum : rows.attendee->forums)
                ++rows.tallies[{"claim", forum.text + "|" + rows.at->place.text}];
        for (const auto& [place, row] : rows.presence) ++rows.tallies[{"ever", place.text}];
        const auto first = std::ranges::find_if(visits_, [](const Visit& visit) { return visit.at.inside; });
        if (first == visits_.end()) return;
        ++rows.tallies[{"arrived", ""}];
        const auto minute = std::chrono::floor<std::chrono::minutes>(first->happened);
        ++rows.tallies[{"arrivals", std::to_string(Instant{minute}.time_since_epoch().count())}];
    }

    const FoldFact* fact_ = nullptr;
    std::vector<Visit> visits_;
    std::set<FactId> voided_;
    FactId clock_;
};

} // namespace

Rows fold(std::span<const FoldFact> ordered) {
    Folding folding;
    for (const FoldFact& fact : ordered)
        if (fact.counts) folding.add(fact);
    Rows rows = folding.finish();
    std::ranges::move(unaware(ordered), std::back_inserter(rows.conflicts));
    return rows;
}

} // namespace foyer
