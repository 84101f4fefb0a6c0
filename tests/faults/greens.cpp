#include "tests/faults/greens.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

namespace foyer::test {

namespace {

constexpr int unseen_a_kill = 8; // decided while a frame was painted that nobody saw

std::string trimmed(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

std::string time_of(Instant instant) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()).count() % 86400;
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return text;
}

// What a door recorded, as its log would say it: with the ids of the facts.
using Key = std::tuple<std::string, std::string, std::string>; // time, reason, case
struct Recorded {
    std::map<Key, int> facts;
    int all = 0;
};

Recorded recorded_by(const Ledger& ledger, const std::vector<OriginId>& origins, const audit::Found& found,
                     const std::string& where) {
    Recorded recorded;
    std::set<std::pair<Subject, Instant>> events;
    (void)ledger.each_fact([&](const Ledger::FactRow& row) {
        if (std::ranges::find(origins, row.header.origin) == origins.end() || !row.body) return true;
        const auto body = decode_body(*row.body);
        const auto payload = body ? decode_payload(row.header.kind, body->payload) : std::unexpected(body.error());
        if (!payload) return true;
        const auto* entered = std::get_if<Entered>(&*payload);
        const auto* refused = std::get_if<Refused>(&*payload);
        if (entered == nullptr && refused == nullptr) return true;
        if (!events.insert({body->subject, body->happened}).second)
            found(where, "has one event twice, the second as fact " + std::to_string(row.header.seq));
        const Reason reason = entered != nullptr ? entered->reason : refused->reason;
        ++recorded.facts[{time_of(body->happened), std::string(name(reason)),
                          refused != nullptr ? refused->case_number : ""}];
        ++recorded.all;
        return true;
    });
    return recorded;
}

void check_held(const std::map<Key, int>& shown, const Recorded& recorded, const std::string& where,
                const audit::Found& found) {
    for (const auto& [key, times] : shown) {
        const auto fact = recorded.facts.find(key);
        const int facts = fact == recorded.facts.end() ? 0 : fact->second;
        if (facts < times)
            found(where, "somebody saw " + std::get<1>(key) + " " + std::get<2>(key) + " at " + std::get<0>(key) +
                             ", " + std::to_string(times) + " times; recorded: " + std::to_string(facts));
    }
}

// Who knew of what: through the ids in bodies, and an origin of its own.
class Awareness {
public:
    void add(const FactId& id, const Body& body) { seen_[body.subject][id] = body.seen; }
    [[nodiscard]] bool knows(const Subject& subject, const FactId& later, const FactId& earlier) const {
        const auto& facts = seen_.at(subject);
        std::set<FactId> looked;
        std::vector<FactId> due{later};
        while (!due.empty()) {
            const FactId next = due.back();
            due.pop_back();
            if (!looked.insert(next).second) continue;
            if (next.origin == earlier.origin && next.seq >= earlier.seq) return true;
            for (const auto& [id, seen] : facts)
                if (id.origin == next.origin && id.seq <= next.seq) due.insert(due.end(), seen.begin(), seen.end());
        }
        return false;
    }

private:
    std::map<Subject, std::map<FactId, std::vector<FactId>>> seen_;
};

} // namespace

std::vector<Seen> seen_on(const std::vector<std::string>& log) {
    static constexpr std::size_t kind_at = 11, kind_size = 13, reason_at = 25, reason_size = 16, rest_at = 42;
    std::vector<Seen> all;
    for (const std::string& line : log) {
        if (line.size() <= rest_at || line[2] != ':' || line[5] != ':' || line[8] != 'Z') continue;
        Seen seen{line.substr(0, 8), trimmed(line.substr(kind_at, kind_size)),
                  trimmed(line.substr(reason_at, reason_size)), ""};
        const std::string rest = line.substr(rest_at);
        if (rest.size() > 2 && rest[1] == '-') seen.case_number = rest.substr(0, rest.find(' '));
        all.push_back(std::move(seen));
    }
    return all;
}

void check_seen(const std::vector<Seen>& seen, const Ledger& terminal, const Ledger& hub, int kills,
                const audit::Found& found) {
    const std::string& name_of = terminal.identity().device_name;
    std::map<Key, int> shown;
    int all = 0;
    for (const Seen& one : seen) {
        if (one.reason == name(Reason::cannot_record)) {
            if (one.kind == name(VerdictKind::admitted)) found(name_of, "green, and not recorded, at " + one.time);
            continue;
        }
        ++shown[{one.time, one.reason, one.case_number}];
        ++all;
    }
    const auto origins = terminal.own_origins();
    const Recorded here = recorded_by(terminal, origins, found, name_of);
    const Recorded there = recorded_by(hub, origins, found, "hub");
    check_held(shown, here, name_of, found);
    check_held(shown, there, "hub", found);
    if (here.facts != there.facts) found("hub", "has not the facts of " + name_of);
    if (here.all > all + kills * unseen_a_kill)
        found(name_of, std::to_string(here.all) + " recorded, " + std::to_string(all) + " shown");
}

std::size_t double_admissions(const Ledger& hub) {
    const auto cards = hub.cards();
    return static_cast<std::size_t>(std::ranges::count(cards, CardKind::double_admission, &Card::kind));
}

void check_double_admissions(const Ledger& hub, const audit::Found& found) {
    Awareness awareness;
    std::map<Subject, std::vector<FactId>> entries;
    (void)hub.each_fact([&](const Ledger::FactRow& row) {
        const auto body = row.body ? decode_body(*row.body) : std::unexpected(Fault{});
        if (!body || body->subject.kind != SubjectKind::attendee) return true;
        awareness.add(row.id, *body);
        if (row.header.kind == Kind::entered) entries[body->subject].push_back(row.id);
        return true;
    });
    std::set<std::set<FactId>> conflicts, told;
    for (const auto& [subject, of_one] : entries)
        for (auto a = of_one.begin(); a != of_one.end(); ++a)
            for (auto b = std::next(a); b != of_one.end(); ++b)
                if (!awareness.knows(subject, *a, *b) && !awareness.knows(subject, *b, *a)) conflicts.insert({*a, *b});
    for (const Card& card : hub.cards()) {
        if (card.kind != CardKind::double_admission) continue;
        std::set<FactId> facts;
        for (const CardEvent& event : card.events) facts.insert(event.fact);
        told.insert(facts);
    }
    // A later entry has one card, with the first that it did not know of: each entry is on one, not each pair.
    std::set<FactId> on_cards;
    for (const auto& facts : told) {
        on_cards.insert(facts.begin(), facts.end());
        if (!conflicts.contains(facts)) found("hub", "a card tells of a double admission that was none");
    }
    for (const auto& facts : conflicts)
        for (const FactId& fact : facts)
            if (!on_cards.contains(fact)) found("hub", "no card tells of entry " + std::to_string(fact.seq));
}

} // namespace foyer::test
