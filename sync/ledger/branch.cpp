// Forks: one origin with two histories, because a device went on from an older copy of itself. Both are kept and
// folded, one under the origin's name, each other as a branch named by its first fact: nothing recorded is lost.
#include <algorithm>

#include "sync/ledger/inside.h"
#include "sync/ledger/placing.h"
#include "sync/ledger/schema.h"

namespace foyer {

Hash Ledger::Inside::head_at(const OriginState& state, std::uint64_t seq) const {
    if (seq == state.base.seq) return state.base.head;
    if (seq == state.floor.seq) return state.floor.head;
    auto row = database->query("SELECT head FROM fact WHERE id = ?");
    return row.bind(fact_key(state, seq)).step() ? Hash::from(row.bytes(0)).value_or(Hash{}) : Hash{};
}

bool Ledger::Inside::holds(const OriginState& state, std::uint64_t seq, ByteView header) {
    auto row = database->query("SELECT header FROM fact WHERE id = ?");
    return row.bind(fact_key(state, seq)).step() && std::ranges::equal(row.bytes(0), header);
}

OriginState* Ledger::Inside::find(const OriginId& origin) {
    const auto known = origins.find(origin);
    return known == origins.end() ? nullptr : &known->second;
}

std::vector<OriginState*> Ledger::Inside::histories_of(const OriginId& trunk) {
    std::vector<OriginState*> histories;
    if (const auto whole = origins.find(trunk); whole != origins.end()) histories.push_back(&whole->second);
    if (forks == 0) return histories;
    for (auto& [origin, state] : origins)
        if (state.is_branch() && state.trunk == trunk) histories.push_back(&state);
    return histories;
}

namespace {

class Forking {
public:
    Forking(Ledger::Inside& in, OriginState& old, std::uint64_t at)
        : in_(in), old_(old), base_{at - 1, in.head_at(old, at - 1)} {}

    OriginState& add_branch(const Hash& first_head) {
        const OriginId name = branch_of(old_.trunk, base_.seq + 1, first_head);
        (void)in_.database
            ->query("INSERT INTO origin(origin, device, role, public_key, trunk, base_seq, base_head) "
                    "VALUES(?,?,?,?,?,?,?)")
            .bind(name.view())
            .bind(old_.device.view())
            .bind(static_cast<int>(old_.role))
            .bind(old_.public_key)
            .bind(old_.trunk.view())
            .bind(base_.seq)
            .bind(base_.head.view())
            .run();
        auto row = in_.database->query("SELECT id FROM origin WHERE origin = ?");
        const std::int64_t key = row.bind(name.view()).step() ? row.integer(0) : 0;
        in_.origin_of_row[key] = name;
        OriginState branch = old_;
        branch.row = key;
        branch.origin = name;
        branch.base = branch.floor = branch.staff = base_;
        branch.stored_staff.reset();
        ++in_.forks;
        return in_.origins[name] = std::move(branch);
    }

    // The facts of `old` after the base go to `branch`, and what they fold to with them: rows name their facts.
    void move_to(OriginState& branch) {
        std::map<Subject, std::vector<FoldFact>> before;
        for (const Subject& subject : subjects_to_move()) before[subject] = in_.facts_of(subject);
        const std::int64_t first = fact_key(old_, base_.seq + 1), last = fact_key(old_, old_.floor.seq);
        for (const char* sql : {"UPDATE fact SET id = id + ? WHERE id BETWEEN ? AND ?",
                                "UPDATE history SET fact = fact + ? WHERE fact BETWEEN ? AND ?"})
            (void)in_.database->query(sql).bind(fact_key(branch, 0) - fact_key(old_, 0)).bind(first).bind(last).run();
        branch.floor = old_.floor;
        if (old_.staff.seq > base_.seq) branch.staff = old_.staff;
        old_.floor = base_;
        if (old_.staff.seq > base_.seq) old_.staff = base_;
        in_.store_marks(branch);
        in_.store_marks(old_);
        for (const auto& [subject, facts] : before) in_.refold(subject, facts, in_.facts_of(subject));
    }

private:
    [[nodiscard]] std::set<Subject> subjects_to_move() const {
        std::set<Subject> subjects;
        auto row = in_.database->query("SELECT body FROM fact WHERE id BETWEEN ? AND ? AND body IS NOT NULL");
        row.bind(fact_key(old_, base_.seq + 1)).bind(fact_key(old_, old_.floor.seq));
        while (row.step())
            if (auto body = decode_body(row.bytes(0))) subjects.insert(std::move(body->subject));
        return subjects;
    }

    Ledger::Inside& in_;
    OriginState& old_;
    const Mark base_;
};

} // namespace

OriginState& Ledger::Inside::fork(OriginState& old, std::uint64_t at, const Hash& theirs) {
    if (old.trunk == own) come_into_doubt("this device went on from an older copy of itself");
    Forking forking(*this, old, at);
    if (revoked.contains(old.device)) trust_due.insert(old.device); // which of the two it trusts
    if (const auto there = acknowledged.find(old.origin); there != acknowledged.end())
        there->second = std::min(there->second, at - 1); // which of the two the centre has, it says again
    const Hash ours = head_at(old, at);
    if (ours < theirs) return forking.add_branch(theirs);
    forking.move_to(forking.add_branch(ours));
    return old;
}

// --- what a peer has of them -------------------------------------------------------------------------------------

std::uint64_t Ledger::common(const HaveKey& key, const Have& theirs) const {
    if (const OriginState* ours = inside_->find(key.origin)) return common_with(*inside_, *ours, theirs, key.audience);
    const auto mark = theirs.find(key);
    return mark == theirs.end() ? 0 : mark->second.seq;
}

std::optional<FactId> Ledger::base(const OriginId& origin) const {
    const OriginState* known = inside_->find(origin);
    return known == nullptr ? std::nullopt : base_of(*inside_, *known);
}

std::uint64_t Ledger::forks() const { return inside_->forks; }

bool Ledger::wrote(const DeviceId& device, const OriginId& origin) const {
    const OriginState* known = inside_->find(origin);
    return known != nullptr && known->device == device;
}

Result<> Ledger::heard(const Have& theirs, Role role) {
    Inside& in = *inside_;
    if (role == Role::hub) in.note_acknowledged(theirs);
    const OriginState* own = in.find(in.own);
    const auto mark = theirs.find({in.own, Audience::floor});
    if (own == nullptr || mark == theirs.end()) return {};
    if (shared_with(in, *own, mark->second).value_or(0) < mark->second.seq)
        in.come_into_doubt("a peer has facts of this device that are not here: this is an older copy");
    return {};
}

// Only what is known to be ours: a hub that has another history of the same origin says nothing of this one. The mark
// that covers every body counts, as far as the bodies are here: an older copy got headers back whose bodies nobody has.
void Ledger::Inside::note_acknowledged(const Have& at_hub) {
    if (identity.certificate.certificate.role == Role::hub) return; // it is the centre
    std::map<OriginId, std::uint64_t> there;
    for (const auto& [origin, state] : origins) {
        if (state.device != identity.device) continue;
        const auto whole = shared_with(*this, state, at_hub, Audience::staff);
        const auto headers = std::max(whole, shared_with(*this, state, at_hub, Audience::floor));
        if (const auto seq = whole >= state.staff.seq ? headers : whole; seq > 0) there[origin] = seq;
    }
    if (there == acknowledged) return;
    acknowledged = std::move(there);
    acknowledged_changed = true;
}

} // namespace foyer
