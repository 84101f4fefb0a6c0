// Facts in and out of the tables: one at a time with its chain, and whole frames for a peer.
#include <algorithm>

#include "sync/ledger/chain.h"
#include "sync/ledger/inside.h"

namespace foyer {

std::string role_objection(Kind kind, Role role) {
    using enum Kind;
    if (role == Role::hub) return {};
    const bool scanning = kind == origin_opened || kind == entered || kind == left || kind == refused;
    const bool badges = kind == badge_printed || kind == badge_handed_over;
    if (scanning || badges) return {};
    const bool people = kind == person || kind == attendee || kind == contact || kind == note || kind == delegation ||
                        kind == badge_issued || kind == badge_code || kind == badge_revoked;
    if (role == Role::desk && people) return {};
    return role == Role::desk ? "a desk may not write this kind of fact" : "a door may not write this kind of fact";
}

bool is_programme_kind(Kind kind) { return kind == Kind::device || (kind >= Kind::summit && kind <= Kind::delegation); }

static void advance(Mark& mark, const Hash& head) {
    ++mark.seq;
    mark.head = head;
}

void Ledger::Inside::insert(OriginState& state, const NewFact& fact, TouchedSubjects& touched) {
    const Hash head = next_head(state.floor.head, fact.encoded);
    (void)database
        ->query("INSERT INTO fact(origin, seq, time, kind, audience, header, head, body, quarantine) "
                "VALUES(?,?,?,?,?,?,?,?,?)")
        .bind(state.row)
        .bind(fact.header.seq)
        .bind(fact.header.time.value)
        .bind(static_cast<int>(fact.header.kind))
        .bind(static_cast<int>(fact.header.audience))
        .bind(fact.encoded)
        .bind(head.view())
        .bind(fact.body)
        .bind(fact.quarantine.empty() ? std::optional<std::string>{} : fact.quarantine)
        .run();
    advance(state.floor, head);
    // A bare header never counts as having: the staff mark waits for the body.
    if (fact.body && state.staff.seq + 1 == fact.header.seq) advance(state.staff, head);
    touch(state, fact, touched);
}

void Ledger::Inside::touch(const OriginState& state, const NewFact& fact, TouchedSubjects& touched) {
    if (!fact.decoded || !fact.quarantine.empty()) return;
    (void)database->query("INSERT OR IGNORE INTO subject(kind, id, origin, seq) VALUES(?,?,?,?)")
        .bind(static_cast<int>(fact.decoded->subject.kind))
        .bind(fact.decoded->subject.id)
        .bind(state.row)
        .bind(fact.header.seq)
        .run();
    TouchedRows& subject = touched[fact.decoded->subject];
    subject.kinds.insert(fact.header.kind);
    subject.facts.insert({state.origin, fact.header.seq});
}

void Ledger::Inside::insert_seal(const OriginState& state, ByteView signature) {
    (void)database->query("INSERT OR REPLACE INTO seal(origin, seq, signature) VALUES(?,?,?)")
        .bind(state.row)
        .bind(state.floor.seq)
        .bind(signature)
        .run();
}

// --- out ---------------------------------------------------------------------------------------------------------

Have Ledger::have() const {
    const bool staff = audience_of(inside_->identity.certificate.certificate.role) == Audience::staff;
    Have have;
    for (const auto& [origin, state] : inside_->origins) {
        if (state.floor.seq > 0) have[{origin, Audience::floor}] = state.floor;
        if (staff && state.staff.seq > 0) have[{origin, Audience::staff}] = state.staff;
    }
    return have;
}

Result<std::optional<SealedRun>> Ledger::suffix(const OriginId& origin, Audience audience, std::uint64_t after,
                                                std::size_t max_bytes) const {
    const auto known = inside_->origins.find(origin);
    if (known == inside_->origins.end()) return std::nullopt;
    const OriginState& state = known->second;
    const std::uint64_t last = audience == Audience::staff ? state.staff.seq : state.floor.seq;
    if (after >= last) return std::nullopt;

    SealedRun frame{origin, audience, after + 1, {}, {}};
    std::size_t bytes = 0, sealed = 0; // sealed: how many of `facts` the last seal seen covers
    auto row = inside_->database->query("SELECT f.header, f.body, f.audience, s.signature FROM fact f LEFT JOIN seal s "
                                        "ON s.origin = f.origin AND s.seq = f.seq "
                                        "WHERE f.origin = ? AND f.seq > ? AND f.seq <= ? ORDER BY f.seq");
    row.bind(state.row).bind(after).bind(last);
    while (row.step()) {
        const bool withheld = audience == Audience::floor && row.integer(2) == static_cast<int>(Audience::staff);
        SealedRun::Fact fact{row.blob(0), std::nullopt};
        if (!withheld && !row.is_null(1)) fact.body = row.blob(1);
        bytes += fact.header.size() + (fact.body ? fact.body->size() : 0) + 16;
        if (sealed > 0 && bytes > max_bytes) break;
        frame.facts.push_back(std::move(fact));
        if (row.is_null(3)) continue;
        sealed = frame.facts.size();
        frame.signature = row.blob(3);
    }
    if (inside_->database->trouble()) return std::unexpected(*inside_->database->trouble());
    if (sealed == 0) return std::nullopt; // bodies behind the last seal this node holds for that audience
    frame.facts.resize(sealed);
    return frame;
}

} // namespace foyer
