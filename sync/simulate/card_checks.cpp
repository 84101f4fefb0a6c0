#include "sync/simulate/card_checks.h"

#include <algorithm>

namespace foyer::simulate {

namespace {

using Known = Knowledge::Known;

class Conflicts {
public:
    explicit Conflicts(const Knowledge& knowledge) : facts_(knowledge.facts()) {
        std::map<OriginId, std::map<std::uint64_t, int>> histories;
        for (const auto& [key, known] : facts_)
            if (++histories[known.id.origin][known.id.seq] > 1) forked_.insert(known.id.origin);
        for (const auto& [key, known] : facts_) {
            const bool unclear =
                known.is_lost() || forked_.contains(known.id.origin) || knowledge.is_revoked(known.author);
            if (unclear) unclear_.insert(known.subject);
            if (known.entered && !known.free_passage) entries_[known.subject].push_back(key);
            if (known.kills) killers_[*known.kills].push_back(key);
        }
    }

    // Entries of one person to one place that did not know of each other; nothing for whom that cannot be told.
    [[nodiscard]] std::vector<std::pair<Hash, Hash>> double_admissions(const PlaceId& where) const {
        std::vector<std::pair<Hash, Hash>> pairs;
        for (const auto& [subject, entries] : entries_) {
            if (unclear_.contains(subject)) continue;
            for (auto a = entries.begin(); a != entries.end(); ++a)
                for (auto b = std::next(a); b != entries.end(); ++b)
                    if (facts_.at(*a).entered == where && facts_.at(*b).entered == where && unaware(*a, *b))
                        pairs.emplace_back(*a, *b);
        }
        return pairs;
    }

    // Entries by a badge that somebody killed who did not know of them.
    [[nodiscard]] std::vector<Hash> against_badges() const {
        std::vector<Hash> found;
        for (const auto& [subject, entries] : entries_)
            for (const Hash& entry : entries)
                if (const auto& badge = facts_.at(entry).by; badge && !is_unclear(subject) && !is_unclear(*badge))
                    if (std::ranges::any_of(killers_of(*badge), [&](const Hash& kill) { return !knows(kill, entry); }))
                        found.push_back(entry);
        return found;
    }

    [[nodiscard]] bool is_unclear(const BadgeId& badge) const {
        return is_unclear(subject_of(badge)) || std::ranges::any_of(killers_of(badge), [&](const Hash& kill) {
                   return is_unclear(facts_.at(kill).subject);
               });
    }
    [[nodiscard]] bool is_unclear(const Subject& subject) const { return unclear_.contains(subject); }
    [[nodiscard]] const Known& known(const Hash& key) const { return facts_.at(key); }
    [[nodiscard]] bool is_forked(const OriginId& origin) const { return forked_.contains(origin); }

private:
    [[nodiscard]] bool knows(const Hash& later, const Hash& earlier) const {
        std::set<Hash> looked;
        std::vector<Hash> due = {later};
        while (!due.empty()) {
            const Hash next = due.back();
            due.pop_back();
            if (!looked.insert(next).second) continue;
            if (next == earlier) return true;
            const Known& known = facts_.at(next);
            due.insert(due.end(), known.aware_of.begin(), known.aware_of.end());
        }
        return false;
    }
    [[nodiscard]] bool unaware(const Hash& a, const Hash& b) const { return !knows(a, b) && !knows(b, a); }
    [[nodiscard]] std::vector<Hash> killers_of(const BadgeId& badge) const {
        const auto known = killers_.find(badge);
        return known == killers_.end() ? std::vector<Hash>{} : known->second;
    }

    const std::map<Hash, Known>& facts_;
    std::set<OriginId> forked_;
    std::set<Subject> unclear_;
    std::map<Subject, std::vector<Hash>> entries_;
    std::map<BadgeId, std::vector<Hash>> killers_;
};

// A card's event and the fact that it is about, which a branch may have given another name.
bool is_about(const Card& card, const Known& known) {
    return card.who && known.subject == subject_of(*card.who) &&
           std::ranges::any_of(card.events, [&](const CardEvent& event) {
               return event.happened == known.happened && event.fact.seq == known.id.seq;
           });
}

} // namespace

static std::vector<Card> cards_of(World& world, CardKind kind) {
    std::vector<Card> cards = world.nodes.front()->ledger().cards();
    std::erase_if(cards, [&](const Card& card) { return card.kind != kind; });
    return cards;
}

static bool is_by_a_copy(const World& world, const Card& card) {
    return std::ranges::any_of(card.events, [&](const CardEvent& event) {
        return std::ranges::any_of(world.nodes,
                                   [&](const auto& node) { return node->may_fork && node->device() == event.device; });
    });
}

static void check_double_admissions(World& world, const Conflicts& conflicts) {
    const std::vector<Card> cards = cards_of(world, CardKind::double_admission);
    const auto pairs = conflicts.double_admissions({"hall"});
    for (const auto& [a, b] : pairs) {
        const auto tells = [&](const Card& card) {
            return is_about(card, conflicts.known(a)) || is_about(card, conflicts.known(b));
        };
        if (std::ranges::none_of(cards, tells))
            world.stage.found("hub", "no card tells of a double admission of " + conflicts.known(a).subject.id);
    }
    for (const Card& card : cards) {
        const auto is_guilty = [&](const auto& pair) {
            return is_about(card, conflicts.known(pair.first)) && is_about(card, conflicts.known(pair.second));
        };
        if (is_by_a_copy(world, card) || conflicts.is_unclear(subject_of(*card.who))) continue;
        if (std::ranges::none_of(pairs, is_guilty))
            world.stage.found("hub", "a card tells of a double admission that was none, of " + card.who->text);
    }
}

static void check_dead_badges(World& world, const Conflicts& conflicts) {
    const std::vector<Card> cards = cards_of(world, CardKind::admitted_against_revocation);
    const std::vector<Hash> entries = conflicts.against_badges();
    for (const Hash& entry : entries) {
        const auto tells = [&](const Card& card) { return is_about(card, conflicts.known(entry)); };
        if (std::ranges::none_of(cards, tells))
            world.stage.found("hub",
                              "no card tells of an entry by a dead badge of " + conflicts.known(entry).subject.id);
    }
    for (const Card& card : cards) {
        const bool is_unclear = std::ranges::any_of(world.knowledge.facts(), [&](const auto& fact) {
            return is_about(card, fact.second) && fact.second.by && conflicts.is_unclear(*fact.second.by);
        });
        if (is_unclear || is_by_a_copy(world, card) || conflicts.is_unclear(subject_of(*card.who))) continue;
        if (std::ranges::none_of(entries, [&](const Hash& entry) { return is_about(card, conflicts.known(entry)); }))
            world.stage.found("hub", "a card tells of a badge that was not dead, of " + card.who->text);
    }
}

void check_cards(World& world) {
    const Conflicts conflicts(world.knowledge);
    check_double_admissions(world, conflicts);
    check_dead_badges(world, conflicts);
}

void check_trust(World& world) {
    const Conflicts conflicts(world.knowledge);
    std::map<std::string, const Known*> revocations; // by device; there is one at most
    for (const auto& [key, known] : world.knowledge.facts())
        if (known.revokes && !known.is_lost()) revocations[known.subject.id] = &known;
    if (revocations.empty()) return;
    (void)world.nodes.front()->ledger().each_fact([&](const Ledger::FactRow& row) {
        const auto fact = world.knowledge.facts().find(hash({encode(row.header)}));
        if (fact == world.knowledge.facts().end() || !row.body) return true;
        const auto revoked = revocations.find(fact->second.author.hex());
        if (revoked == revocations.end() || conflicts.is_forked(row.header.origin)) return true;
        const auto& trusted = revoked->second->revokes->trusted;
        const auto history = std::ranges::find(trusted, row.header.origin, &Trusted::origin);
        const bool counts = history != trusted.end() && row.header.seq <= history->seq;
        if (counts == row.quarantine.empty()) return true;
        world.stage.found("hub", "a revoked device's fact " + std::to_string(row.header.seq) +
                                     (counts ? " does not count" : " counts beyond what is trusted"));
        return false;
    });
}

} // namespace foyer::simulate
