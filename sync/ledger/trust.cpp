// What does not count any more: facts beyond what is trusted of a revoked device, and the bodies that a purge takes.
#include <algorithm>
#include <limits>

#include "sync/ledger/inside.h"
#include "sync/ledger/placing.h"

namespace foyer {

void Ledger::Inside::load_revoked() {
    revoked.clear();
    auto row = database->query("SELECT id, revoked FROM device WHERE revoked IS NOT NULL");
    while (row.step()) {
        const auto raw = from_hex(row.text(0));
        const auto id = raw ? DeviceId::from(*raw) : std::nullopt;
        auto payload = decode_payload(Kind::device_revoked, row.bytes(1));
        if (id && payload) revoked[*id] = std::get<DeviceRevoked>(std::move(*payload));
    }
}

std::uint64_t Ledger::Inside::trusted(const OriginState& state) {
    const auto device = revoked.find(state.device);
    if (device == revoked.end() || state.role == Role::hub) return std::numeric_limits<std::uint64_t>::max();
    for (const Trusted& history : device->second.trusted)
        if (history.origin == state.trunk)
            return shared_with(*this, state, {history.seq, history.head})
                .value_or(history.seq > state.floor.seq ? history.seq : 0);
    return 0;
}

// Until that fact is here nobody can tell which of its device's histories is the trusted one, so what came before it
// counted on trust alone.
bool Ledger::Inside::shows_whom_to_trust(const OriginState& state, std::uint64_t before) const {
    const auto device = revoked.find(state.device);
    return device != revoked.end() && std::ranges::any_of(device->second.trusted, [&](const Trusted& history) {
               return history.origin == state.trunk && before < history.seq && history.seq <= state.floor.seq;
           });
}

namespace {

// The facts of one device whose standing is another one than it should be.
class Standing {
public:
    Standing(Ledger::Inside& in, const DeviceId& device) : in_(in) {
        for (const auto& [origin, state] : in_.origins)
            if (state.device == device) look_at(state);
    }

    void correct() {
        for (const auto& [subject, keys] : changed_) {
            const auto before = in_.facts_of(subject);
            for (const auto& [key, counts] : keys)
                (void)in_.database->query("UPDATE fact SET quarantine = ? WHERE id = ?")
                    .bind(counts ? std::optional<std::string_view>{} : after_revocation)
                    .bind(key)
                    .run();
            in_.refold(subject, before, in_.facts_of(subject));
        }
    }

private:
    void look_at(const OriginState& state) {
        const std::uint64_t trusted = in_.trusted(state);
        auto row = in_.database->query("SELECT id, quarantine, body FROM fact WHERE id BETWEEN ? AND ? "
                                       "AND body IS NOT NULL");
        row.bind(fact_key(state, state.base.seq + 1)).bind(fact_key(state, state.floor.seq));
        while (row.step()) {
            const std::int64_t key = row.integer(0);
            const bool counts = seq_of(key) <= trusted, counted = row.is_null(1);
            if (counts == counted || (!counted && row.text(1) != after_revocation)) continue;
            if (auto body = decode_body(row.bytes(2))) changed_[body->subject].emplace_back(key, counts);
        }
    }

    Ledger::Inside& in_;
    std::map<Subject, std::vector<std::pair<std::int64_t, bool>>> changed_;
};

} // namespace

Draft Ledger::revocation(const DeviceId& device, const std::string& why, std::optional<Instant> lost) const {
    DeviceRevoked revoked{why, {}};
    const std::uint64_t until = lost ? static_cast<std::uint64_t>(lost->time_since_epoch().count()) << 16U
                                     : std::uint64_t{std::numeric_limits<std::int64_t>::max()};
    for (const auto& [origin, state] : inside_->origins) {
        if (state.device != device || state.is_branch()) continue;
        auto last = inside_->database->query("SELECT id, head FROM fact WHERE id BETWEEN ? AND ? AND time < ? "
                                             "ORDER BY id DESC LIMIT 1");
        last.bind(fact_key(state, 1)).bind(fact_key(state, state.floor.seq)).bind(until);
        if (last.step())
            revoked.trusted.push_back({origin, seq_of(last.integer(0)), Hash::from(last.bytes(1)).value_or(Hash{})});
    }
    return {{SubjectKind::device, device.hex()}, std::move(revoked), now()};
}

std::optional<DeviceRevoked> Ledger::revoked(const DeviceId& device) const {
    const auto known = inside_->revoked.find(device);
    return known == inside_->revoked.end() ? std::nullopt : std::optional{known->second};
}

std::optional<std::string> Ledger::dismissed(const DeviceId& device) const {
    const auto known = revoked(device);
    return known ? std::optional{known->why} : std::nullopt;
}

// Revocations are a hub's, and no hub can be revoked: what is corrected here makes nothing due again.
void Ledger::Inside::apply_trust() {
    if (trust_due.empty()) return;
    const std::set<DeviceId> due = std::exchange(trust_due, {});
    load_revoked();
    for (const DeviceId& device : due) Standing(*this, device).correct();
}

void Ledger::Inside::erase_personal(const Subject& purged) {
    std::string kinds;
    for (const Kind kind : {Kind::person, Kind::contact, Kind::note})
        kinds += (kinds.empty() ? "" : ",") + std::to_string(static_cast<int>(kind));
    (void)database
        ->query("UPDATE fact SET body = NULL, quarantine = ? WHERE kind IN (" + kinds +
                ") AND id IN (SELECT fact FROM history WHERE kind = ? AND subject = ?)")
        .bind(purged_body)
        .bind(static_cast<int>(purged.kind))
        .bind(purged.id)
        .run();
    (void)database
        ->query("DELETE FROM history WHERE kind = ? AND subject = ? AND "
                "EXISTS(SELECT 1 FROM fact f WHERE f.id = history.fact AND f.quarantine = ?)")
        .bind(static_cast<int>(purged.kind))
        .bind(purged.id)
        .bind(purged_body)
        .run();
    erased = true;
}

} // namespace foyer
