// Looking at a ledger as a whole: numbers, every fact, is it what was written, the rows made again.
#include <system_error>

#include "sync/ledger/chain.h"
#include "sync/ledger/inside.h"
#include "sync/ledger/schema.h"

namespace foyer {

static std::uint64_t number(Database& database, std::string_view sql) {
    auto row = database.query(sql);
    return row.step() ? row.unsigned_integer(0) : 0;
}

Ledger::Stat Ledger::stat() const {
    Database& database = *inside_->database;
    Stat stat;
    stat.facts = number(database, "SELECT count(*) FROM fact");
    stat.bodies = number(database, "SELECT count(*) FROM fact WHERE body IS NOT NULL");
    stat.origins = inside_->origins.size();
    stat.seals = number(database, "SELECT count(*) FROM fact WHERE seal IS NOT NULL");
    stat.quarantined = number(database, "SELECT count(*) FROM fact WHERE quarantine IS NOT NULL");
    stat.attendees = number(database, "SELECT count(*) FROM attendee");
    stat.badges = number(database, "SELECT count(*) FROM badge");
    stat.recorded = number(database, "SELECT total(n) FROM total WHERE name = 'scans'");
    stat.unacknowledged = unacknowledged();
    stat.file_bytes = number(database, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
    stat.format = ledger_format;
    return stat;
}

Result<> Ledger::each_fact(const std::function<bool(const FactRow&)>& visit) const {
    inside_->database->begin_reading();
    auto row = inside_->database->query("SELECT f.id, f.header, f.head, f.body, f.seal, f.quarantine FROM origin o "
                                        "CROSS JOIN fact f ON f.id BETWEEN o.id << 40 AND (o.id + 1 << 40) - 1 "
                                        "ORDER BY o.origin, f.id");
    while (row.step()) {
        const std::int64_t key = row.integer(0);
        const FactId id{inside_->origin_of_row.at(origin_row_of(key)), seq_of(key)};
        const auto header = decode_header(row.bytes(1));
        if (!header)
            return fault(FaultKind::corrupt, "fact " + std::to_string(id.seq) + " of origin " + id.origin.hex() + ": " +
                                                 header.error().detail);
        FactRow fact{id, *header, Hash::from(row.bytes(2)).value_or(Hash{}), std::nullopt, std::nullopt, row.text(5)};
        if (!row.is_null(3)) fact.body = row.blob(3);
        if (!row.is_null(4)) fact.seal = row.blob(4);
        if (!visit(fact)) break;
    }
    if (inside_->database->trouble()) return std::unexpected(*inside_->database->trouble());
    return {};
}

// --- verify ------------------------------------------------------------------------------------------------------

namespace {

// Walks one origin after the other, computing every head and checking every seal, certificate and body hash.
class Verifying {
public:
    Verifying(const SummitId& summit, ByteView summit_key, const std::map<OriginId, OriginState>& origins)
        : summit_(summit), summit_key_(summit_key), origins_(origins) {}

    bool take(const Ledger::FactRow& fact) {
        if (fact.id.origin != origin_ && !(finish_origin() && start_origin(fact))) return false;
        if (fact.id.seq != seq_ + 1) return found(fact, "a fact is missing before it");
        seq_ = fact.id.seq;
        head_ = next_head(head_, encode(fact.header));
        if (head_ != fact.head) return found(fact, "the chain does not fit");
        if (fact.body && hash({*fact.body}) != fact.header.body_hash) return found(fact, "its body was changed");
        const bool purged = fact.quarantine == purged_body && is_personal(fact.header.kind);
        if (!fact.body && !purged && fact.header.audience == Audience::floor) return found(fact, "its body is missing");
        return check_seal(fact);
    }

    Result<> result() {
        if (finding_.empty()) finish_origin();
        if (!finding_.empty()) return fault(FaultKind::corrupt, finding_);
        return {};
    }

private:
    bool start_origin(const Ledger::FactRow& fact) {
        const OriginState& state = origins_.at(fact.id.origin);
        origin_ = fact.id.origin;
        trunk_ = fact.header.origin;
        if (state.is_branch()) return start_branch(fact, state);
        seq_ = sealed_ = 0;
        head_ = chain_start(summit_, origin_);
        if (fact.id.seq != 1) return found(fact, "its origin does not start with fact 1");
        const auto certificate = check_opening(fact.header, summit_, summit_key_);
        if (!certificate) return found(fact, certificate.error().detail);
        public_key_ = certificate->public_key;
        return true;
    }

    // A branch goes on from where it leaves; its certificate is the trunk's, its name that of its first fact.
    bool start_branch(const Ledger::FactRow& fact, const OriginState& state) {
        seq_ = sealed_ = state.base.seq;
        head_ = state.base.head;
        public_key_ = state.public_key;
        const bool named = branch_of(trunk_, fact.id.seq, next_head(head_, encode(fact.header))) == origin_;
        return named || found(fact, "it is not the first fact of this branch");
    }

    bool check_seal(const Ledger::FactRow& fact) {
        if (!fact.seal) return true;
        if (!verify(seal_message(summit_, trunk_, seq_, head_), *fact.seal, public_key_))
            return found(fact, "the seal after it does not fit");
        sealed_ = seq_;
        return true;
    }

    bool finish_origin() {
        if (seq_ == 0) return true;
        if (sealed_ != seq_) return finding_ = "origin " + origin_.hex() + ": facts after the last seal", false;
        return true;
    }

    bool found(const Ledger::FactRow& fact, const std::string& what) {
        finding_ = "fact " + std::to_string(fact.id.seq) + " of origin " + fact.id.origin.hex() + ": " + what;
        return false;
    }

    const SummitId& summit_;
    ByteView summit_key_;
    const std::map<OriginId, OriginState>& origins_;
    OriginId origin_, trunk_; // of the facts at hand, and in their headers
    Bytes public_key_;
    Hash head_;
    std::uint64_t seq_ = 0, sealed_ = 0;
    std::string finding_;
};

} // namespace

Result<> Ledger::verify() const {
    const SummitId summit = summit_id();
    Verifying verifying(summit, inside_->identity.summit_key, inside_->origins);
    if (auto r = each_fact([&](const FactRow& fact) { return verifying.take(fact); }); !r) return r;
    return verifying.result();
}

// --- rebuild -----------------------------------------------------------------------------------------------------

Result<Hash> Ledger::rows_hash() const { return hash_rows(*inside_->database); }

Result<> Ledger::rebuild() {
    Inside& in = *inside_;
    Result<Hash> before, after;
    {
        Transaction transaction(*in.database);
        before = hash_rows(*in.database);
        in.make_rows();
        after = hash_rows(*in.database);
        if (auto r = transaction.commit(); !r) return r;
    }
    in.committed(true);
    if (!before || !after) return std::unexpected((!before ? before : after).error());
    if (*before != *after) return fault(FaultKind::corrupt, "the rows were not what the facts give; they are now");
    return {};
}

} // namespace foyer
