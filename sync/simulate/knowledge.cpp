#include "sync/simulate/knowledge.h"

#include <algorithm>

namespace foyer::simulate {

static std::string place_of(const Knowledge::Known& known) {
    return "fact " + std::to_string(known.id.seq) + " of origin " + known.id.origin.hex().substr(0, 8);
}

void Knowledge::committed(Node& node) {
    // Histories have other names after a fork.
    if (node.ledger().forks() != seen_[node.number].forks) return look_at_all(node);
    look_at_new(node);
}

void Knowledge::opened(Node& node) {
    const Seen before = std::exchange(seen_[node.number], {});
    look_at_all(node);
    const Seen& now = seen_[node.number];
    for (const Hash& key : before.held)
        if (!now.held.contains(key)) lost(node, key, false);
    for (const Hash& key : before.bodies)
        if (!now.bodies.contains(key)) lost(node, key, true);
    node.was_restored = false;
}

void Knowledge::lost(Node& node, const Hash& key, bool body) {
    Known& known = facts_.at(key);
    if (!node.was_restored) stage_.found(node.name, "what was on its disk is not there: " + place_of(known));
    auto& holders = body ? known.body_holders : known.holders;
    holders.erase(node.number);
    if (holders.empty()) (body ? known.body_destroyed : known.destroyed) = true;
}

void Knowledge::look_at_all(Node& node) {
    Seen& seen = seen_[node.number];
    const auto looked = node.ledger().each_fact([&](const Ledger::FactRow& row) {
        note(node, seen, encode(row.header), row.body);
        return true;
    });
    if (!looked) stage_.found(node.name, "its ledger cannot be read: " + looked.error().detail);
    seen.marks = node.ledger().have();
    seen.forks = node.ledger().forks();
}

void Knowledge::look_at_new(Node& node) {
    static constexpr std::size_t plenty = std::size_t{1} << 18U;
    const Ledger& ledger = node.ledger();
    Seen& seen = seen_[node.number];
    for (const auto& [key, mark] : ledger.have()) {
        std::uint64_t& after = seen.marks[key].seq;
        while (after < mark.seq) {
            const auto run = ledger.suffix(key.origin, key.audience, after, plenty);
            if (!run) return stage_.found(node.name, "its ledger cannot be read: " + run.error().detail);
            if (!*run) break; // a staff part that ends within a run
            for (const SealedRun::Fact& fact : (*run)->facts) note(node, seen, fact.header, fact.body);
            after = (*run)->first_seq + (*run)->facts.size() - 1;
        }
    }
}

void Knowledge::note(Node& node, Seen& seen, ByteView encoded, const std::optional<Bytes>& body) {
    const Hash key = hash({encoded});
    const auto [at, is_new] = facts_.try_emplace(key);
    Known& known = at->second;
    if (is_new) {
        const auto header = decode_header(encoded);
        known.id = {header->origin, header->seq};
        known.kind = header->kind;
        known.audience = header->audience;
        if (std::ranges::count(node.ledger().own_origins(), header->origin) == 0)
            stage_.found(node.name, "has what its author never wrote: " + place_of(known));
    }
    known.holders.insert(node.number);
    known.destroyed = false; // it was on its way
    seen.held.insert(key);
    if (!body) return;
    if (known.audience == Audience::staff && node.role == Role::door)
        stage_.found(node.name, "a door has the body of a staff fact: " + place_of(known));
    if (known.body_holders.empty()) note_body(known, key, *body);
    known.body_holders.insert(node.number);
    known.body_destroyed = false;
    seen.bodies.insert(key);
}

void Knowledge::note_body(Known& known, const Hash& key, ByteView encoded) {
    const auto body = decode_body(encoded);
    if (!body) return;
    known.subject = body->subject;
    known.happened = body->happened;
    const auto payload = decode_payload(known.kind, body->payload);
    if (!payload) return;
    if (const auto* entered = std::get_if<Entered>(&*payload)) entries_[{body->subject.id, entered->place}].insert(key);
    if (std::holds_alternative<BadgeRevoked>(*payload)) revocations_[body->subject.id].insert(key);
}

bool Knowledge::holds_entry(const Node& node, const AttendeeId& who, const PlaceId& where) const {
    const auto found = entries_.find({who.text, where});
    return found != entries_.end() && std::ranges::any_of(found->second, [&](const Hash& key) {
               return facts_.at(key).body_holders.contains(node.number);
           });
}

bool Knowledge::holds_revocation(const Node& node, const BadgeId& badge) const {
    const auto found = revocations_.find(badge.text);
    return found != revocations_.end() && std::ranges::any_of(found->second, [&](const Hash& key) {
               return facts_.at(key).body_holders.contains(node.number);
           });
}

} // namespace foyer::simulate
