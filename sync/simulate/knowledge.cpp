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

// A wiped disk: what it had must be with others, for its last hub said so. That hub may have been put back since.
void Knowledge::gone(Node& node) {
    for (const Hash& key : std::exchange(seen_[node.number], {}).held) {
        Known& known = facts_.at(key);
        known.holders.erase(node.number);
        known.body_holders.erase(node.number);
        if (!known.holders.empty()) continue;
        known.destroyed = true;
        if (known.taken_from_hub) continue;
        stage_.found(node.name, "is gone, and with it what nobody else has: " + place_of(known));
    }
}

void Knowledge::lost(Node& node, const Hash& key, bool body) {
    Known& known = facts_.at(key);
    if (body && is_personal(known.kind) && may_lack(known.subject)) return;
    if (!node.was_restored) stage_.found(node.name, "what was on its disk is not there: " + place_of(known));
    known.taken_from_hub = known.taken_from_hub || (!body && node.role == Role::hub);
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
            const auto base = (*run)->origin == key.origin ? std::nullopt : ledger.base((*run)->origin);
            after = base ? base->seq : (*run)->first_seq + (*run)->facts.size() - 1;
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
        known.author = node.device();
        known.kind = header->kind;
        known.audience = header->audience;
        if (std::ranges::count(node.ledger().own_origins(), header->origin) == 0)
            stage_.found(node.name, "has what its author never wrote: " + place_of(known));
    }
    known.holders.insert(node.number);
    known.destroyed = false; // it was on its way
    known.taken_from_hub = known.taken_from_hub && node.role != Role::hub;
    seen.held.insert(key);
    if (!body) return;
    if (known.audience == Audience::staff && node.role == Role::door)
        stage_.found(node.name, "a door has the body of a staff fact: " + place_of(known));
    if (known.body_holders.empty()) note_body(node, known, key, *body);
    known.body_holders.insert(node.number);
    known.body_destroyed = false;
    seen.bodies.insert(key);
}

void Knowledge::note_body(const Node& node, Known& known, const Hash& key, ByteView encoded) {
    const auto body = decode_body(encoded);
    if (!body) return;
    known.subject = body->subject;
    known.happened = body->happened;
    if (body->subject.kind == SubjectKind::attendee && !is_personal(known.kind)) {
        note_aware(node, known, body->subject);
        impersonal_[body->subject].insert(key);
    }
    const auto payload = decode_payload(known.kind, body->payload);
    if (!payload) return;
    if (const auto* entered = std::get_if<Entered>(&*payload)) {
        known.entered = entered->place;
        known.by = entered->badge;
        known.free_passage = entered->reason == Reason::free_passage;
        entries_[{body->subject.id, entered->place}].insert(key);
    }
    if (const auto* revoked = std::get_if<DeviceRevoked>(&*payload)) {
        known.revokes = *revoked;
        revoked_.insert(body->subject.id);
    }
    if (std::holds_alternative<Purged>(*payload)) purges_.insert(key);
    if (std::holds_alternative<BadgeRevoked>(*payload)) {
        revocations_[body->subject.id].insert(key);
        note_kill(node, known, {body->subject.id});
    }
    if (const auto* issued = std::get_if<BadgeIssued>(&*payload)) {
        issues_.try_emplace(body->subject.id, key, subject_of(issued->attendee));
        if (issued->replaces) note_kill(node, known, *issued->replaces);
    }
}

void Knowledge::note_aware(const Node& node, Known& known, const Subject& subject) {
    for (const Hash& other : impersonal_[subject])
        if (holds_body(node, other)) known.aware_of.insert(other);
}

// Whose badge it was its author knows by its issue.
void Knowledge::note_kill(const Node& node, Known& known, const BadgeId& badge) {
    known.kills = badge;
    const auto issue = issues_.find(badge.text);
    if (issue != issues_.end() && holds_body(node, issue->second.first)) note_aware(node, known, issue->second.second);
}

bool Knowledge::holds_body(const Node& node, const Hash& key) const {
    return facts_.at(key).body_holders.contains(node.number);
}

bool Knowledge::holds_entry(const Node& node, const AttendeeId& who, const PlaceId& where) const {
    const auto found = entries_.find({who.text, where});
    return found != entries_.end() && std::ranges::any_of(found->second, [&](const Hash& key) {
               const Known& known = facts_.at(key);
               return known.body_holders.contains(node.number) && !is_revoked(known.author);
           });
}

bool Knowledge::holds_revocation(const Node& node, const BadgeId& badge) const {
    const auto found = revocations_.find(badge.text);
    return found != revocations_.end() && std::ranges::any_of(found->second, [&](const Hash& key) {
               const Known& known = facts_.at(key);
               return known.body_holders.contains(node.number) && !is_revoked(known.author);
           });
}

bool Knowledge::may_lack(const Subject& subject) const {
    return std::ranges::any_of(purges_, [&](const Hash& key) { return facts_.at(key).subject == subject; });
}

bool Knowledge::must_lack(const Subject& subject) const {
    return std::ranges::any_of(purges_, [&](const Hash& key) {
        const Known& purge = facts_.at(key);
        return purge.subject == subject && !purge.is_lost();
    });
}

} // namespace foyer::simulate
