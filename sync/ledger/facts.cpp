// Facts in and out of the tables: one at a time with its chain, and whole frames for a peer.
#include <algorithm>
#include <cassert>

#include "sync/ledger/chain.h"
#include "sync/ledger/inside.h"
#include "sync/ledger/placing.h"
#include "sync/ledger/schema.h"
#include "sync/summit/sense.h"

namespace foyer {

std::string role_objection(Kind kind, Role role) {
    using enum Kind;
    if (role == Role::hub) return {};
    const bool scanning = kind == origin_opened || kind == entered || kind == left || kind == refused ||
                          kind == session_runs || kind == call || kind == emergency || kind == meeting_runs;
    const bool badges = kind == badge_printed || kind == badge_handed_over;
    if (scanning || badges) return {};
    if (kind == card_resolved || kind == voided || kind == loan)
        return role == Role::desk ? "" : "a door may not write this kind of fact";
    const bool people = kind == person || kind == attendee || kind == contact || kind == note || kind == delegation ||
                        kind == badge_issued || kind == badge_code || kind == badge_revoked;
    if (role == Role::desk && people) return {};
    return role == Role::desk ? "a desk may not write this kind of fact" : "a door may not write this kind of fact";
}

bool is_programme_kind(Kind kind) {
    const bool item = kind >= Kind::summit && kind <= Kind::delegation;
    const bool meets = kind == Kind::meeting || kind == Kind::meeting_runs;
    return item || meets || kind == Kind::device || kind == Kind::session_runs || kind == Kind::emergency;
}

static void advance(Mark& mark, const Hash& head) {
    ++mark.seq;
    mark.head = head;
}

std::int64_t fact_key(const OriginState& state, std::uint64_t seq) {
    assert(seq < std::uint64_t{1} << seq_bits);
    return (state.row << seq_bits) + static_cast<std::int64_t>(seq);
}
std::uint64_t seq_of(std::int64_t key) {
    return static_cast<std::uint64_t>(key) & ((std::uint64_t{1} << seq_bits) - 1);
}
std::int64_t origin_row_of(std::int64_t key) { return key >> seq_bits; }

void Ledger::Inside::insert(OriginState& state, const NewFact& fact, std::optional<Bytes> seal) {
    const Hash head = next_head(state.floor.head, fact.encoded);
    auto row = database->query("INSERT INTO fact(id, time, kind, audience, header, head, body, seal, quarantine) "
                               "VALUES(?,?,?,?,?,?,?,?,?)");
    row.bind(fact_key(state, fact.header.seq))
        .bind(fact.header.time.value)
        .bind(static_cast<int>(fact.header.kind))
        .bind(static_cast<int>(fact.header.audience))
        .bind_lasting(ByteView{fact.encoded})
        .bind_lasting(head.view());
    fact.body ? row.bind_lasting(ByteView{*fact.body}) : row.bind_null();
    seal ? row.bind_lasting(ByteView{*seal}) : row.bind_null();
    fact.quarantine.empty() ? row.bind_null() : row.bind_lasting(std::string_view{fact.quarantine});
    (void)row.run();
    advance(state.floor, head);
    // A bare header never counts as having: the staff mark waits for the body, unless a purge took it.
    const bool has_it = fact.body || fact.quarantine == purged_body;
    if (has_it && state.staff.seq + 1 == fact.header.seq) advance(state.staff, head);
}

Ledger::Inside::NewFact Ledger::Inside::judge(const OriginState& state, const Header& header, Bytes encoded,
                                              std::optional<Bytes> body, Audience audience) {
    NewFact judged{header, std::move(encoded), std::move(body), {}, std::nullopt};
    if (!judged.body) {
        if (header.audience <= audience) judged.quarantine = purged_body; // else withheld from this node
        return judged;
    }
    auto decoded = decode_body(*judged.body);
    auto payload = decoded ? decode_payload(header.kind, decoded->payload) : std::unexpected(decoded.error());
    judged.quarantine = decoded ? role_objection(header.kind, state.role) : decoded.error().detail;
    if (judged.quarantine.empty() && !payload) judged.quarantine = payload.error().detail;
    if (judged.quarantine.empty()) judged.quarantine = contradiction(header, *decoded, *payload);
    if (!judged.quarantine.empty()) return judged;
    const bool counts = header.seq <= trusted(state);
    if (!counts) judged.quarantine = after_revocation;
    judged.foldable = Foldable{std::move(decoded->subject),
                               {{state.origin, header.seq},
                                header.time,
                                std::move(decoded->seen),
                                decoded->happened,
                                decoded->observed,
                                std::move(*payload),
                                counts}};
    return judged;
}

// --- out ---------------------------------------------------------------------------------------------------------

void Ledger::Inside::add_marks(const OriginState& state, Have& have) const {
    if (state.floor.seq > state.base.seq) have.insert_or_assign({state.origin, Audience::floor}, state.floor);
    const bool staff = audience_of(identity.certificate.certificate.role) == Audience::staff;
    if (staff && state.staff.seq > state.base.seq) have.insert_or_assign({state.origin, Audience::staff}, state.staff);
}

Have Ledger::have() const {
    Have have;
    for (const auto& [origin, state] : inside_->origins) inside_->add_marks(state, have);
    return have;
}

Store::News Ledger::have_since(std::uint64_t since) const {
    const Inside& in = *inside_;
    News news{{}, in.changes.now()};
    if (!in.changes.knows(since))
        news.marks = have();
    else
        in.changes.each_since(since, [&](const OriginId& origin) { in.add_marks(in.origins.at(origin), news.marks); });
    return news;
}

Result<std::optional<SealedRun>> Ledger::suffix(const OriginId& origin, Audience audience, std::uint64_t after,
                                                std::size_t max_bytes) const {
    static constexpr std::size_t most_asked = 64;
    const HaveKey key{origin, audience};
    std::vector<Asked>& asked = inside_->asked;
    const auto before = std::ranges::find_if(
        asked, [&](const Asked& one) { return one.key == key && one.after == after && one.max_bytes == max_bytes; });
    if (before != asked.end()) return before->answer;
    auto answer = inside_->read_run(key, after, max_bytes);
    if (!answer) return answer;
    if (asked.size() == most_asked) asked.erase(asked.begin());
    asked.push_back({key, after, max_bytes, *answer});
    return answer;
}

// Adds the facts of `state` after `after` up to `last`, and ends on a seal: how many of the run's facts it covers.
Result<std::size_t> Ledger::Inside::read_facts(const OriginState& state, std::uint64_t after, std::uint64_t last,
                                               std::size_t max_bytes, SealedRun& run) const {
    database->begin_reading();
    std::size_t bytes = 0, sealed = 0;
    auto row = database->query("SELECT header, body, audience, seal FROM fact WHERE id > ? AND id <= ? "
                               "ORDER BY id");
    row.bind(fact_key(state, after)).bind(fact_key(state, last));
    while (row.step()) {
        const bool withheld = run.audience == Audience::floor && row.integer(2) == static_cast<int>(Audience::staff);
        SealedRun::Fact fact{row.blob(0), std::nullopt};
        if (!withheld && !row.is_null(1)) fact.body = row.blob(1);
        bytes += fact.header.size() + (fact.body ? fact.body->size() : 0) + 16;
        if (sealed > 0 && bytes > max_bytes) break;
        run.facts.push_back(std::move(fact));
        if (row.is_null(3)) continue;
        sealed = run.facts.size();
        run.signature = row.blob(3);
    }
    if (database->trouble()) return std::unexpected(*database->trouble());
    return sealed;
}

Result<std::optional<SealedRun>> Ledger::Inside::read_run(const HaveKey& key, std::uint64_t after,
                                                          std::size_t max_bytes) {
    const OriginState* state = find(key.origin);
    if (state == nullptr) return std::nullopt;
    const std::uint64_t last = key.audience == Audience::staff ? state->staff.seq : state->floor.seq;
    after = std::max(after, state->base.seq);
    if (after >= last) return std::nullopt;
    SealedRun run{key.origin, key.audience, after + 1, {}, {}};
    const auto sealed = read_facts(*state, after, last, max_bytes, run);
    if (!sealed) return std::unexpected(sealed.error());
    if (*sealed == 0) return read_into_branch(*state, std::move(run));
    run.facts.resize(*sealed);
    return run;
}

// These bodies came in a run that went on into a branch: the only seal here that covers them is there.
Result<std::optional<SealedRun>> Ledger::Inside::read_into_branch(const OriginState& state, SealedRun run) {
    if (forks == 0 || run.audience == Audience::floor) return std::nullopt;
    static constexpr std::size_t to_first_seal = 0;
    for (const OriginState* branch : branches_between(*this, state, run.first_seq - 1)) {
        SealedRun whole = run;
        whole.origin = branch->origin;
        whole.facts.resize(branch->base.seq + 1 - run.first_seq);
        const auto sealed = read_facts(*branch, branch->base.seq, branch->staff.seq, to_first_seal, whole);
        if (!sealed) return std::unexpected(sealed.error());
        if (*sealed == 0) continue;
        whole.facts.resize(*sealed);
        return whole;
    }
    return std::nullopt;
}

} // namespace foyer
