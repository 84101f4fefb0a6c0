#include "sync/central/central_store.h"

#include <algorithm>

#include "sync/central/histories.h"
#include "sync/ledger/placing.h"

namespace foyer {

CentralStore::CentralStore(std::unique_ptr<Postgres> postgres, Member member)
    : postgres_(std::move(postgres)), member_(std::move(member)) {}

static std::unexpected<Fault> failed(const Result<Table>& rows) { return std::unexpected(rows.error()); }

Result<Have> CentralStore::marks() const {
    const auto rows = postgres_->query("SELECT origin, floor_seq, floor_head, staff_seq, staff_head, base_seq "
                                       "FROM foyer.origin");
    if (!rows) return failed(rows);
    Have have;
    for (int row = 0; row < rows->size(); ++row) {
        const OriginId origin = OriginId::from(rows->bytes(row, 0)).value_or(OriginId{});
        for (const auto& [audience, column] : {std::pair{Audience::floor, 1}, std::pair{Audience::staff, 3}})
            if (rows->integer(row, column) > rows->integer(row, 5))
                have[{origin, audience}] = {rows->unsigned_integer(row, column),
                                            Hash::from(rows->bytes(row, column + 1)).value_or(Hash{})};
    }
    return have;
}

// One row of the hub's own, so that there is something to commit.
Result<> CentralStore::sign_in() const {
    const auto done =
        postgres_->query("INSERT INTO foyer.hub AS h (device, name, writes, seen) VALUES ($1, $2, 1, now()) "
                         "ON CONFLICT (device) DO UPDATE SET name = $2, writes = h.writes + 1, "
                         "seen = now()",
                         Parameters().bytes(member_.hub.view()).text(member_.hub_name));
    if (!done) return failed(done);
    return {};
}

Result<> CentralStore::confirm() const {
    auto transaction = PostgresTransaction::begin(*postgres_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto there = sign_in(); !there) return there;
    return transaction->commit();
}

Have CentralStore::have() const {
    auto seen = marks();
    if (!seen || !confirm()) return {};
    return std::move(*seen);
}

Result<> CentralStore::hint() const { return postgres_->execute("NOTIFY foyer"); }
Result<> CentralStore::listen_for_hints() const { return postgres_->execute("LISTEN foyer"); }

// The origin's trunk with all its branches, to look at.
static Histories whole_of(Postgres& postgres, const OriginId& origin) {
    Histories histories(postgres, Histories::Purpose::read);
    histories.load({&origin, 1});
    if (const History* found = histories.find(origin); found != nullptr && found->is_branch()) {
        const OriginId trunk = found->trunk;
        histories.load({&trunk, 1});
    }
    return histories;
}

Result<std::optional<SealedRun>> CentralStore::suffix(const OriginId& origin, Audience audience, std::uint64_t after,
                                                      std::size_t max_bytes) const {
    SealedRun run{origin, audience, 0, {}, {}};
    const auto sealed = read_facts(origin, after, max_bytes, run);
    if (!sealed) return std::unexpected(sealed.error());
    if (*sealed == 0) return read_into_branch(std::move(run));
    run.facts.resize(*sealed);
    return run;
}

// Adds its facts after `after`, and ends on a seal: how many of the run's facts it covers.
Result<std::size_t> CentralStore::read_facts(const OriginId& origin, std::uint64_t after, std::size_t max_bytes,
                                             SealedRun& run) const {
    // A seal stands at least every 256 facts, so each piece holds one.
    static constexpr int piece = 512;
    std::size_t bytes = 0, sealed = 0;
    for (bool more = true; more;) {
        const auto rows = postgres_->query(
            "SELECT f.seq, f.header, CASE WHEN f.audience <= $2 THEN f.body END, f.seal FROM foyer.origin o "
            "JOIN foyer.fact f ON f.origin = o.origin WHERE o.origin = $1 AND f.seq > greatest($3, o.base_seq) AND "
            "f.seq <= CASE WHEN $2 = 1 THEN o.staff_seq ELSE o.floor_seq END ORDER BY f.seq LIMIT $4",
            Parameters()
                .bytes(origin.view())
                .integer(std::int64_t{static_cast<int>(run.audience)})
                .integer(after)
                .integer(std::int64_t{piece}));
        if (!rows) return failed(rows);
        more = rows->size() == piece;
        for (int row = 0; row < rows->size(); ++row) {
            SealedRun::Fact fact{rows->blob(row, 1), std::nullopt};
            if (!rows->is_null(row, 2)) fact.body = rows->blob(row, 2);
            bytes += fact.header.size() + (fact.body ? fact.body->size() : 0) + 16;
            if (sealed > 0 && bytes > max_bytes) return sealed;
            after = rows->unsigned_integer(row, 0);
            if (run.facts.empty()) run.first_seq = after;
            run.facts.push_back(std::move(fact));
            if (rows->is_null(row, 3)) continue;
            sealed = run.facts.size();
            run.signature = rows->blob(row, 3);
        }
    }
    return sealed;
}

// As the ledger's: staff bodies that only a branch's seal covers.
Result<std::optional<SealedRun>> CentralStore::read_into_branch(SealedRun run) const {
    if (run.facts.empty() || run.audience == Audience::floor) return std::nullopt;
    static constexpr std::size_t to_first_seal = 0;
    Histories histories = whole_of(*postgres_, run.origin);
    const History* leaving = histories.find(run.origin);
    if (leaving == nullptr) return std::nullopt;
    for (const History* branch : branches_between(histories, *leaving, run.first_seq - 1)) {
        SealedRun whole = run;
        whole.origin = branch->origin;
        whole.facts.resize(branch->base.seq + 1 - run.first_seq);
        const auto sealed = read_facts(branch->origin, branch->base.seq, to_first_seal, whole);
        if (!sealed) return std::unexpected(sealed.error());
        if (*sealed == 0) continue;
        whole.facts.resize(*sealed);
        return whole;
    }
    return std::nullopt;
}

// --- histories ---------------------------------------------------------------------------------------------------

std::uint64_t CentralStore::common(const HaveKey& key, const Have& theirs) const {
    Histories histories = whole_of(*postgres_, key.origin);
    if (const History* ours = histories.find(key.origin)) return common_with(histories, *ours, theirs, key.audience);
    const auto mark = theirs.find(key);
    return mark == theirs.end() ? 0 : mark->second.seq;
}

bool CentralStore::wrote(const DeviceId& device, const OriginId& origin) const {
    Histories histories = whole_of(*postgres_, origin);
    const History* known = histories.find(origin);
    return known != nullptr && known->device == device;
}

std::optional<FactId> CentralStore::base(const OriginId& origin) const {
    Histories histories = whole_of(*postgres_, origin);
    const History* known = histories.find(origin);
    return known == nullptr ? std::nullopt : base_of(histories, *known);
}

std::uint64_t CentralStore::forks() const {
    const auto rows = postgres_->query("SELECT count(*) FROM foyer.origin WHERE trunk <> origin");
    return rows ? rows->unsigned_integer(0, 0) : 0;
}

// --- receiving ---------------------------------------------------------------------------------------------------

namespace {

// One receive call at work.
class Taking {
public:
    Taking(Histories& histories, const CentralStore::Member& member)
        : histories_(histories), member_(member), placing_(histories, member.summit) {}

    Receipt take(const SealedRun& frame, const std::vector<Header>& headers) {
        const OriginId& trunk = headers.front().origin; // a branch has another name than its headers say
        if (histories_.find(trunk) == nullptr) {
            if (frame.first_seq != 1 || frame.origin != trunk) return hole_receipt();
            if (const std::string wrong = open(frame, headers.front()); !wrong.empty()) return refused_receipt(wrong);
        }
        const auto place = placing_.find_place(trunk, frame);
        return place ? store_at(*place, frame, headers) : place.error();
    }

private:
    using Placing = foyer::Placing<Histories, History>;

    std::string open(const SealedRun& frame, const Header& first) {
        const auto certificate = check_opening(first, member_.summit, member_.summit_key);
        if (!certificate) return certificate.error().detail;
        const Hash start = chain_start(member_.summit, frame.origin);
        if (!is_sealed(frame, member_.summit, frame.origin, head_after(start, frame, 0), certificate->public_key))
            return "a seal that does not fit its facts";
        histories_.open(frame.origin, *certificate, start);
        return {};
    }

    Receipt store_at(const Placing::Place& place, const SealedRun& frame, const std::vector<Header>& headers) {
        History& history = *place.history;
        const bool filled = fill_bodies(history, frame, headers, place.overlap);
        if (place.overlap == frame.facts.size())
            return {behind_  ? Receipt::Outcome::hole
                    : filled ? Receipt::Outcome::stored
                             : Receipt::Outcome::known,
                    0,
                    {},
                    history.origin};
        const std::uint64_t next = frame.first_seq + place.overlap;
        const bool goes_on = next > history.floor.seq;
        History& into = goes_on ? history : histories_.fork(history, next, placing_.first_head(place, frame));
        for (std::size_t i = place.overlap; i < frame.facts.size(); ++i)
            histories_.append(into, headers[i], frame.facts[i], headers[i].audience <= frame.audience,
                              i + 1 == frame.facts.size() ? std::optional{frame.signature} : std::nullopt);
        return {behind_ ? Receipt::Outcome::hole : Receipt::Outcome::stored,
                frame.facts.size() - place.overlap,
                {},
                into.origin};
    }

    // Staff bodies for headers that came through a door before; a run may begin in a history that `history` leaves.
    bool fill_bodies(History& history, const SealedRun& frame, const std::vector<Header>& headers,
                     std::size_t overlap) {
        behind_ = false;
        if (overlap == 0) return false;
        bool some = false;
        each_part(histories_, history, frame.first_seq, overlap, [&](History& part, std::size_t from, std::size_t end) {
            some = fill_bodies_of(part, frame, std::span(headers).subspan(from, end - from)) || some;
        });
        if (some && overlap == frame.facts.size()) keep_seal(history, frame);
        return some;
    }

    bool fill_bodies_of(History& history, const SealedRun& frame, std::span<const Header> headers) {
        bool filled = false;
        for (const Header& header : headers) {
            if (header.seq <= history.staff.seq) continue;
            if (header.seq != history.staff.seq + 1) {
                behind_ = behind_ || frame.audience == Audience::staff;
                break;
            }
            const std::optional<Bytes>& body = frame.facts[header.seq - frame.first_seq].body;
            if (!body && header.audience > frame.audience) break; // withheld from us
            histories_.fill(history, header, body);
            filled = true;
        }
        if (filled) histories_.count_what_follows(history);
        return filled;
    }

    // The headers may have come in a longer run, with a seal at its end only.
    void keep_seal(History& history, const SealedRun& frame) {
        const std::uint64_t last = last_seq_of(frame);
        if (is_sealed(frame, member_.summit, history.trunk, histories_.head_at(history, last), history.public_key))
            histories_.seal(history, last, frame.signature);
    }

    Histories& histories_;
    const CentralStore::Member& member_;
    Placing placing_;
    bool behind_ = false; // bodies of the last frame were not taken: the staff part has a hole before them
};

} // namespace

Result<std::vector<Receipt>> CentralStore::receive(std::span<const SealedRun> frames) {
    // Hubs that open the same new origins in another order stand in each other's way: then one after the other.
    static constexpr int attempts = 10;
    for (int attempt = 1;; ++attempt) {
        auto receipts = try_receive(frames, attempt > 1);
        if (receipts || attempt == attempts || postgres_->is_lost() || !postgres_->may_retry()) return receipts;
    }
}

Result<std::vector<Receipt>> CentralStore::try_receive(std::span<const SealedRun> frames, bool alone) {
    std::vector<Result<std::vector<Header>>> headers;
    std::vector<OriginId> trunks;
    for (const SealedRun& frame : frames) {
        headers.push_back(headers_of(frame));
        if (headers.back()) trunks.push_back(headers.back()->front().origin);
    }
    auto transaction = PostgresTransaction::begin(*postgres_);
    if (!transaction) return std::unexpected(transaction.error());
    if (alone)
        if (auto locked = postgres_->execute("LOCK TABLE foyer.format IN EXCLUSIVE MODE"); !locked)
            return std::unexpected(locked.error());
    Histories histories(*postgres_, Histories::Purpose::write);
    histories.load(trunks);
    Taking taking(histories, member_);
    std::vector<Receipt> receipts;
    for (std::size_t i = 0; i < frames.size() && !histories.trouble(); ++i)
        receipts.push_back(headers[i] ? taking.take(frames[i], *headers[i])
                                      : refused_receipt(headers[i].error().detail));
    histories.write();
    if (histories.trouble()) return std::unexpected(*histories.trouble());
    if (auto signed_in = sign_in(); !signed_in) return std::unexpected(signed_in.error());
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    received_ = histories.marks();
    return receipts;
}

} // namespace foyer
