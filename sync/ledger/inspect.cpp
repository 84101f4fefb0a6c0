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
    stat.seals = number(database, "SELECT count(*) FROM seal");
    stat.quarantined = number(database, "SELECT count(*) FROM fact WHERE quarantine IS NOT NULL");
    stat.attendees = number(database, "SELECT count(*) FROM attendee");
    stat.badges = number(database, "SELECT count(*) FROM badge");
    stat.recorded = number(database, "SELECT count(*) FROM scan");
    stat.unacknowledged = unacknowledged();
    stat.file_bytes = number(database, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
    stat.format = ledger_format;
    return stat;
}

Result<> Ledger::each_fact(const std::function<bool(const FactRow&)>& visit) const {
    auto row = inside_->database->query("SELECT f.origin, f.seq, f.header, f.head, f.body, f.quarantine FROM fact f "
                                        "JOIN origin o ON o.id = f.origin ORDER BY o.origin, f.seq");
    while (row.step()) {
        const FactId id{inside_->origin_of_row.at(row.integer(0)), row.unsigned_integer(1)};
        const auto header = decode_header(row.bytes(2));
        if (!header)
            return fault(FaultKind::corrupt, "fact " + std::to_string(id.seq) + " of origin " + id.origin.hex() + ": " +
                                                 header.error().detail);
        FactRow fact{id, *header, Hash::from(row.bytes(3)).value_or(Hash{}), std::nullopt, row.text(5)};
        if (!row.is_null(4)) fact.body = row.blob(4);
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
    Verifying(Database& database, const SummitId& summit, ByteView summit_key,
              const std::map<OriginId, OriginState>& origins)
        : database_(database), summit_(summit), summit_key_(summit_key), origins_(origins) {}

    bool take(const Ledger::FactRow& fact) {
        if (fact.id.origin != origin_ && !(finish_origin() && start_origin(fact))) return false;
        if (fact.id.seq != seq_ + 1) return found(fact, "a fact is missing before it");
        seq_ = fact.id.seq;
        head_ = next_head(head_, encode(fact.header));
        if (head_ != fact.head) return found(fact, "the chain does not fit");
        if (fact.body && hash({*fact.body}) != fact.header.body_hash) return found(fact, "its body was changed");
        if (!fact.body && fact.header.audience == Audience::floor) return found(fact, "its body is missing");
        return check_seal(fact);
    }

    Result<> result() {
        if (finding_.empty()) finish_origin();
        if (!finding_.empty()) return fault(FaultKind::corrupt, finding_);
        return {};
    }

private:
    bool start_origin(const Ledger::FactRow& fact) {
        origin_ = fact.id.origin;
        seq_ = sealed_ = 0;
        head_ = chain_start(summit_, origin_);
        if (fact.id.seq != 1) return found(fact, "its origin does not start with fact 1");
        const auto certificate = check_opening(fact.header, summit_, summit_key_);
        if (!certificate) return found(fact, certificate.error().detail);
        public_key_ = certificate->public_key;
        return true;
    }

    bool check_seal(const Ledger::FactRow& fact) {
        auto row = database_.query("SELECT signature FROM seal WHERE origin = ? AND seq = ?");
        if (!row.bind(origins_.at(origin_).row).bind(seq_).step()) return true;
        if (!verify(seal_message(summit_, origin_, seq_, head_), row.bytes(0), public_key_))
            return found(fact, "the seal after it does not fit");
        sealed_ = seq_;
        return true;
    }

    bool finish_origin() {
        if (seq_ == 0) return true;
        if (sealed_ != seq_) return finding_ = "origin " + origin_.hex() + ": facts after the last seal", false;
        if (origins_.at(origin_).floor.seq != seq_)
            return finding_ = "origin " + origin_.hex() + ": facts are missing at the end", false;
        return true;
    }

    bool found(const Ledger::FactRow& fact, const std::string& what) {
        finding_ = "fact " + std::to_string(fact.id.seq) + " of origin " + fact.id.origin.hex() + ": " + what;
        return false;
    }

    Database& database_;
    const SummitId& summit_;
    ByteView summit_key_;
    const std::map<OriginId, OriginState>& origins_;
    OriginId origin_;
    Bytes public_key_;
    Hash head_;
    std::uint64_t seq_ = 0, sealed_ = 0;
    std::string finding_;
};

} // namespace

Result<> Ledger::verify() const {
    const SummitId summit = summit_id();
    Verifying verifying(*inside_->database, summit, inside_->identity.summit_key, inside_->origins);
    if (auto r = each_fact([&](const FactRow& fact) { return verifying.take(fact); }); !r) return r;
    if (auto r = verifying.result(); !r) return r;
    for (const auto& [origin, state] : inside_->origins) {
        auto row = inside_->database->query("SELECT count(*) FROM fact WHERE origin = ?");
        if (row.bind(state.row).step() && row.unsigned_integer(0) != state.floor.seq)
            return fault(FaultKind::corrupt, "origin " + origin.hex() + ": its facts are not those that were counted");
    }
    return {};
}

// --- rebuild -----------------------------------------------------------------------------------------------------

static constexpr std::string_view derived_tables[] = {"item",     "attendee",  "person",     "contact",
                                                      "note",     "badge",     "badge_code", "scan",
                                                      "presence", "last_seen", "tally",      "total"};

// A hash over every row of the derived tables.
static Result<Hash> fold_hash(Database& database) {
    Hash running;
    for (const std::string_view table : derived_tables) {
        auto row = database.query("SELECT * FROM " + std::string{table});
        while (row.step())
            for (int column = 0; column < row.columns(); ++column) running = hash({running.view(), row.bytes(column)});
    }
    if (database.trouble()) return std::unexpected(*database.trouble());
    return running;
}

Result<> Ledger::rebuild() {
    Inside& in = *inside_;
    Database& database = *in.database;
    TouchedSubjects subjects;
    auto row =
        database.query("SELECT s.kind, s.id, f.kind, s.origin, s.seq FROM subject s JOIN fact f USING(origin, seq)");
    while (row.step()) {
        TouchedRows& touched = subjects[{static_cast<SubjectKind>(row.integer(0)), row.text(1)}];
        touched.kinds.insert(static_cast<Kind>(row.integer(2)));
        touched.facts.insert({in.origin_of_row.at(row.integer(3)), row.unsigned_integer(4)});
    }
    Result<Hash> before, after;
    {
        Transaction transaction(database);
        before = fold_hash(database);
        for (const std::string_view table : derived_tables)
            if (auto r = database.execute("DELETE FROM " + std::string{table}); !r) return r;
        in.refold_all(subjects);
        after = fold_hash(database);
        if (auto r = transaction.commit(); !r) return r;
    }
    in.committed(true);
    if (!before || !after) return std::unexpected((!before ? before : after).error());
    if (*before != *after) return fault(FaultKind::corrupt, "the rows were not what the facts give; they are now");
    return {};
}

} // namespace foyer
