// Facts to rows: each touched subject is folded again, and what differs is written, the totals by their difference.
#include <algorithm>

#include "sync/ledger/inside.h"
#include "sync/ledger/row_writer.h"
#include "sync/ledger/schema.h"

namespace foyer {

std::vector<FoldFact> Ledger::Inside::facts_of(const Subject& subject) const {
    std::vector<FoldFact> facts;
    auto row = database->query(
        "SELECT f.id, f.time, f.kind, f.body, f.quarantine IS NULL FROM history h JOIN fact f ON f.id = h.fact "
        "WHERE h.kind = ? AND h.subject = ?");
    row.bind(static_cast<int>(subject.kind)).bind(subject.id);
    while (row.step()) {
        auto body = decode_body(row.bytes(3));
        if (!body) continue; // judged when it came in; a damaged file is what `verify` finds
        auto payload = decode_payload(static_cast<Kind>(row.integer(2)), body->payload);
        if (!payload) continue;
        const std::int64_t key = row.integer(0);
        facts.push_back({{origin_of_row.at(origin_row_of(key)), seq_of(key)},
                         Hlc{row.unsigned_integer(1)},
                         std::move(body->seen),
                         body->happened,
                         body->observed,
                         std::move(*payload),
                         row.integer(4) != 0});
    }
    return facts;
}

Gain& Ledger::Inside::gain_of(GainingSubjects& gains, const Subject& subject) const {
    const auto [gain, unread] = gains.try_emplace(subject);
    if (unread) {
        gain->second.facts = facts_of(subject);
        gain->second.known = gain->second.facts.size();
    }
    return gain->second;
}

namespace {

// A person's rows, one a place: the visits there, and whether it is the place of the last of all visits.
struct PlaceRow {
    std::optional<PresenceRow> visits;
    std::optional<int> latest;
    bool operator==(const PlaceRow&) const = default;
};

std::map<PlaceId, PlaceRow> place_rows(const Rows& rows) {
    std::map<PlaceId, PlaceRow> places;
    for (const auto& [place, visits] : rows.presence) places[place].visits = visits;
    if (rows.at) places[rows.at->place].latest = rows.at->inside ? 1 : 0;
    return places;
}

void write_presence(RowWriter& write, const Rows& before, const Rows& after) {
    const std::map<PlaceId, PlaceRow> old = place_rows(before), now = place_rows(after);
    for (const auto& [place, row] : now)
        if (const auto known = old.find(place); known == old.end() || known->second != row)
            write.presence(place, row.visits, row.latest);
    for (const auto& [place, row] : old)
        if (!now.contains(place)) write.presence(place, std::nullopt, std::nullopt);
}

void write_difference(RowWriter& write, const Rows& before, const Rows& after) {
    if (before.item != after.item) write.item(after.item);
    if (before.attendee != after.attendee) write.attendee(after.attendee);
    if (before.person != after.person) write.person(after.person);
    if (before.contact != after.contact) write.contact(after.contact);
    if (before.notes != after.notes) write.notes(after.notes);
    if (before.badge != after.badge) write.badge(after.badge);
    if (before.badge_code != after.badge_code) write.badge_code(after.badge_code);
    if (before.conflicts != after.conflicts) write.conflicts(after.conflicts);
    if (before.revoked != after.revoked || before.clock_ahead != after.clock_ahead)
        write.device(after.revoked, after.clock_ahead);
    write_presence(write, before, after);
}

const AttendanceRow* says(const Rows& rows, const FactId& fact) {
    const auto row = std::ranges::find(rows.attendance, fact, &AttendanceRow::id);
    return row == rows.attendance.end() ? nullptr : &*row;
}

bool is_same(const AttendanceRow* a, const AttendanceRow* b) { return a && b ? *a == *b : a == b; }

} // namespace

void Ledger::Inside::refold(const Subject& subject, std::vector<FoldFact> before, std::vector<FoldFact> after) {
    before = in_order(std::move(before));
    after = in_order(std::move(after));
    const Rows old = fold(before), now = fold(after);
    RowWriter write(*database, subject);
    write_difference(write, old, now);
    for (const auto& [key, n] : now.tallies) totals_due[key] += n;
    for (const auto& [key, n] : old.tallies) totals_due[key] -= n;
    std::vector<FactId> ids;
    for (const FoldFact& fact : before) ids.push_back(fact.id);
    std::ranges::sort(ids);
    const auto is_known = [&](const FactId& id) { return std::ranges::binary_search(ids, id); };
    for (const FoldFact& fact : after)
        if (!is_known(fact.id) || !is_same(says(old, fact.id), says(now, fact.id)))
            write.history(fact_key(origins.at(fact.id.origin), fact.id.seq), says(now, fact.id));
    const bool brings_personal = std::ranges::any_of(
        after, [&](const FoldFact& fact) { return is_personal(kind_of(fact.payload)) && !is_known(fact.id); });
    if (now.purged && (!old.purged || brings_personal)) erase_personal(subject);
    note_badges(subject, old, now);
    if (old.revoked != now.revoked)
        if (const auto device = from_hex(subject.id)) trust_due.insert(DeviceId::from(*device).value_or(DeviceId{}));
    if (touched) touched(subject);
}

// In the order of their keys in the tables: neighbours lie on one page.
void Ledger::Inside::refold_all(GainingSubjects gains) {
    std::vector<std::pair<const Subject, Gain>*> in_turn;
    in_turn.reserve(gains.size());
    for (auto& one : gains) in_turn.push_back(&one);
    std::ranges::sort(in_turn, {}, [](const auto* one) -> const Subject& { return one->first; });
    for (auto* one : in_turn) {
        auto& [subject, gain] = *one;
        std::vector<FoldFact> known(gain.facts.begin(), gain.facts.begin() + static_cast<std::ptrdiff_t>(gain.known));
        refold(subject, std::move(known), std::move(gain.facts));
    }
    finish_rows();
}

// The totals once a transaction: facts that come together are mostly of one door and one minute.
void Ledger::Inside::finish_rows() {
    apply_trust();
    apply_dead_badges();
    add_to_totals(*database, std::exchange(totals_due, {}));
}

// --- all of them ---------------------------------------------------------------------------------------------------

namespace {

// Walks the facts in the order of their keys, then the subjects they name; either table may be written meanwhile.
class Making {
public:
    explicit Making(Ledger::Inside& in) : in_(in) {}

    bool index_next_fact() {
        std::int64_t key = 0;
        std::string reason;
        const auto fact = read_fact_after(key_, key, reason);
        if (!fact) return false;
        key_ = key;
        if (fact->quarantine != reason)
            (void)in_.database->query("UPDATE fact SET quarantine = ? WHERE id = ?")
                .bind(fact->quarantine.empty() ? std::optional<std::string>{} : fact->quarantine)
                .bind(key)
                .run();
        if (fact->foldable) RowWriter(*in_.database, fact->foldable->subject).history(key, nullptr);
        return true;
    }

    bool fold_next_subject() {
        {
            auto row = in_.database->query("SELECT kind, subject FROM history WHERE (kind, subject) > (?, ?) "
                                           "ORDER BY kind, subject LIMIT 1");
            if (!row.bind(static_cast<int>(subject_.kind)).bind(subject_.id).step()) return false;
            subject_ = {static_cast<SubjectKind>(row.integer(0)), row.text(1)};
        }
        in_.refold(subject_, {}, in_.facts_of(subject_));
        return true;
    }

private:
    [[nodiscard]] std::optional<Ledger::Inside::NewFact> read_fact_after(std::int64_t last, std::int64_t& key,
                                                                         std::string& reason) const {
        auto row =
            in_.database->query("SELECT id, header, body, quarantine FROM fact WHERE id > ? AND body IS NOT NULL "
                                "ORDER BY id LIMIT 1");
        if (!row.bind(last).step()) return std::nullopt;
        key = row.integer(0);
        reason = row.text(3);
        const auto header = decode_header(row.bytes(1));
        if (!header) return Ledger::Inside::NewFact{{}, {}, {}, header.error().detail, std::nullopt};
        return in_.judge(in_.origins.at(in_.origin_of_row.at(origin_row_of(key))), *header, {}, row.blob(2),
                         Audience::staff);
    }

    Ledger::Inside& in_;
    std::int64_t key_ = 0;
    Subject subject_{SubjectKind{0}, ""};
};

} // namespace

void Ledger::Inside::make_rows() {
    (void)clear_rows(*database);
    revoked.clear();
    Making making(*this);
    while (making.index_next_fact()) {}
    while (making.fold_next_subject()) {}
    finish_rows();
}

Result<> Ledger::Inside::make_due_rows() {
    if (!private_value(rows_due)) return {};
    Transaction transaction(*database);
    make_rows();
    (void)database->query("DELETE FROM private WHERE name = ?").bind(rows_due).run();
    if (auto r = transaction.commit(); !r) return r;
    load_programme();
    return {};
}

} // namespace foyer
