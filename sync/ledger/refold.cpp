// Facts to rows: each touched subject is folded again, and what differs is written, the totals by their difference.
#include "sync/ledger/inside.h"

namespace foyer {

std::vector<FoldFact> Ledger::Inside::facts_of(const Subject& subject) const {
    std::vector<FoldFact> facts;
    auto row = database->query("SELECT f.origin, f.seq, f.time, f.kind, f.body FROM subject s JOIN fact f "
                               "ON f.origin = s.origin AND f.seq = s.seq "
                               "WHERE s.kind = ? AND s.id = ? AND f.body IS NOT NULL AND f.quarantine IS NULL");
    row.bind(static_cast<int>(subject.kind)).bind(subject.id);
    while (row.step()) {
        auto body = decode_body(row.bytes(4));
        if (!body) continue; // judged when it came in; a damaged file is what `verify` finds
        auto payload = decode_payload(static_cast<Kind>(row.integer(3)), body->payload);
        if (!payload) continue;
        facts.push_back({{origin_of_row.at(row.integer(0)), row.unsigned_integer(1)},
                         Hlc{row.unsigned_integer(2)},
                         std::move(body->seen),
                         body->happened,
                         body->observed,
                         std::move(*payload)});
    }
    return facts;
}

namespace {

bool any_of(const std::set<Kind>& touched, std::initializer_list<Kind> kinds) {
    for (const Kind kind : kinds)
        if (touched.contains(kind)) return true;
    return false;
}

std::int64_t ms(Instant instant) { return instant.time_since_epoch().count(); }

std::string_view category_name(Category category) {
    static constexpr std::string_view names[] = {"delegate", "speaker",     "vip",       "press", "staff",
                                                 "crew",     "interpreter", "exhibitor", "guest"};
    return names[static_cast<std::size_t>(category)];
}

template <class Id>
std::optional<std::string> text_of(const std::optional<Id>& id) {
    return id ? std::optional{id->text} : std::nullopt;
}

// Writes one subject's rows.
class RowWriter {
public:
    RowWriter(Database& database, const Subject& subject, const std::map<OriginId, OriginState>& origins)
        : database_(database), subject_(subject), origins_(origins) {}

    void item(const std::optional<Payload>& value) {
        if (!value) return remove("DELETE FROM item WHERE id = ? AND kind = ?", static_cast<int>(subject_.kind));
        (void)database_.query("INSERT OR REPLACE INTO item(kind, id, value) VALUES(?,?,?)")
            .bind(static_cast<int>(subject_.kind))
            .bind(subject_.id)
            .bind(encode(*value))
            .run();
    }

    void attendee(const std::optional<Attendee>& who) {
        if (!who) return remove("DELETE FROM attendee WHERE id = ?");
        (void)database_
            .query("INSERT OR REPLACE INTO attendee(id, category, organisation, withdrawn, value) VALUES(?,?,?,?,?)")
            .bind(subject_.id)
            .bind(category_name(who->category))
            .bind(who->organisation.in("en"))
            .bind(who->withdrawn ? 1 : 0)
            .bind(encode(Payload{*who}))
            .run();
    }

    void person(const std::optional<Person>& who) {
        if (!who) return remove("DELETE FROM person WHERE attendee = ?");
        (void)database_.query("INSERT OR REPLACE INTO person(attendee, native_name, latin_name, value) VALUES(?,?,?,?)")
            .bind(subject_.id)
            .bind(who->native_name)
            .bind(who->latin_name)
            .bind(encode(Payload{*who}))
            .run();
    }

    void contact(const std::optional<Contact>& who) {
        if (!who) return remove("DELETE FROM contact WHERE attendee = ?");
        (void)database_.query("INSERT OR REPLACE INTO contact(attendee, email, phone) VALUES(?,?,?)")
            .bind(subject_.id)
            .bind(who->email)
            .bind(who->phone)
            .run();
    }

    void notes(const std::vector<std::string>& notes) {
        remove("DELETE FROM note WHERE attendee = ?");
        for (std::size_t line = 0; line < notes.size(); ++line)
            (void)database_.query("INSERT INTO note(attendee, line, text) VALUES(?,?,?)")
                .bind(subject_.id)
                .bind(static_cast<int>(line))
                .bind(notes[line])
                .run();
    }

    void badge(const std::optional<BadgeRow>& row) {
        if (!row || row->issued.attendee.text.empty()) return remove("DELETE FROM badge WHERE id = ?");
        (void)database_
            .query("INSERT OR REPLACE INTO badge(id, attendee, kind, revision, code, replaces, printed, handed_over, "
                   "revoked) "
                   "VALUES(?,?,?,?,?,?,?,?,?)")
            .bind(subject_.id)
            .bind(row->issued.attendee.text)
            .bind(static_cast<int>(row->issued.kind))
            .bind(row->issued.revision)
            .bind(row->issued.code.view())
            .bind(text_of(row->issued.replaces))
            .bind(row->printed ? 1 : 0)
            .bind(row->handed_over ? 1 : 0)
            .bind(row->revoked ? 1 : 0)
            .run();
    }

    void badge_code(const std::string& code) {
        if (code.empty()) return remove("DELETE FROM badge_code WHERE badge = ?");
        (void)database_.query("INSERT OR REPLACE INTO badge_code(badge, code) VALUES(?,?)")
            .bind(subject_.id)
            .bind(code)
            .run();
    }

    void scan(const AttendanceRow& row) {
        (void)database_
            .query("INSERT OR REPLACE INTO scan(origin, seq, subject, event, reason, place, checkpoint, badge, "
                   "case_number, "
                   "happened, recorded, observed) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(origins_.at(row.id.origin).row)
            .bind(row.id.seq)
            .bind(subject_.id)
            .bind(row.event)
            .bind(name(row.reason))
            .bind(text_of(row.place))
            .bind(row.checkpoint.text)
            .bind(text_of(row.badge))
            .bind(row.case_number)
            .bind(ms(row.happened))
            .bind(ms(row.recorded))
            .bind(row.observed ? 1 : 0)
            .run();
    }

    void presence(const PlaceId& place, const PresenceRow& row) {
        (void)database_
            .query("INSERT OR REPLACE INTO presence(attendee, place, first_entered, last_entered, entries) "
                   "VALUES(?,?,?,?,?)")
            .bind(subject_.id)
            .bind(place.text)
            .bind(ms(row.first_entered))
            .bind(ms(row.last_entered))
            .bind(row.entries)
            .run();
    }

    void last_seen(const std::optional<At>& at) {
        if (!at) return remove("DELETE FROM last_seen WHERE attendee = ?");
        (void)database_.query("INSERT OR REPLACE INTO last_seen(attendee, place, inside) VALUES(?,?,?)")
            .bind(subject_.id)
            .bind(at->place.text)
            .bind(at->inside ? 1 : 0)
            .run();
    }

    // This subject's share of the counts, and the totals by the difference to its old share.
    void tallies(const Tallies& now) {
        Tallies change = now;
        auto row = database_.query("SELECT name, key, n FROM tally WHERE subject_kind = ? AND subject = ?");
        row.bind(static_cast<int>(subject_.kind)).bind(subject_.id);
        while (row.step()) change[{row.text(0), row.text(1)}] -= static_cast<int>(row.integer(2));
        for (const auto& [key, difference] : change) {
            if (difference == 0) continue;
            const auto kept = now.find(key);
            own_tally(key, kept == now.end() ? 0 : kept->second);
            total(key, difference);
        }
    }

private:
    void remove(std::string_view sql) { (void)database_.query(sql).bind(subject_.id).run(); }
    void remove(std::string_view sql, int kind) { (void)database_.query(sql).bind(subject_.id).bind(kind).run(); }

    void own_tally(const Tallies::key_type& key, int n) {
        auto q = database_.query(
            n == 0 ? std::string_view{"DELETE FROM tally WHERE subject_kind=? AND subject=? AND name=? AND key=?"}
                   : "INSERT OR REPLACE INTO tally(subject_kind, subject, name, key, n) VALUES(?,?,?,?,?)");
        q.bind(static_cast<int>(subject_.kind)).bind(subject_.id).bind(key.first).bind(key.second);
        if (n != 0) q.bind(n);
        (void)q.run();
    }

    void total(const Tallies::key_type& key, int difference) {
        (void)database_
            .query(
                "INSERT INTO total(name, key, n) VALUES(?,?,?) ON CONFLICT(name, key) DO UPDATE SET n = n + excluded.n")
            .bind(key.first)
            .bind(key.second)
            .bind(difference)
            .run();
        if (difference > 0) return;
        (void)database_.query("DELETE FROM total WHERE name = ? AND key = ? AND n = 0")
            .bind(key.first)
            .bind(key.second)
            .run();
    }

    Database& database_;
    const Subject& subject_;
    const std::map<OriginId, OriginState>& origins_;
};

} // namespace

void Ledger::Inside::refold(const Subject& subject, const TouchedRows& touched, std::vector<FoldFact> fact_rows) {
    using enum Kind;
    const Rows rows = fold(in_order(std::move(fact_rows)));
    RowWriter write(*database, subject, origins);
    if (any_of(touched.kinds, {summit, place, forum, session, checkpoint, hint, delegation, device}))
        write.item(rows.item);
    if (touched.kinds.contains(attendee)) write.attendee(rows.attendee);
    if (touched.kinds.contains(person)) write.person(rows.person);
    if (touched.kinds.contains(contact)) write.contact(rows.contact);
    if (touched.kinds.contains(note)) write.notes(rows.notes);
    if (any_of(touched.kinds, {badge_issued, badge_printed, badge_handed_over, badge_revoked})) write.badge(rows.badge);
    if (touched.kinds.contains(badge_code)) write.badge_code(rows.badge_code);
    if (any_of(touched.kinds, {entered, left, refused})) {
        for (const AttendanceRow& row : rows.attendance)
            if (touched.facts.contains(row.id)) write.scan(row);
        for (const auto& [place, row] : rows.presence) write.presence(place, row);
        write.last_seen(rows.at);
    }
    if (any_of(touched.kinds, {attendee, entered, left, refused})) write.tallies(rows.tallies);
}

void Ledger::Inside::refold_all(const TouchedSubjects& touched) {
    for (const auto& [subject, what] : touched) refold(subject, what, facts_of(subject));
}

} // namespace foyer
