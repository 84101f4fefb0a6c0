#include "sync/ledger/row_writer.h"

namespace foyer {

namespace {

std::int64_t ms(Instant instant) { return instant.time_since_epoch().count(); }

template <class Id>
std::optional<std::string> text_of(const std::optional<Id>& id) {
    return id ? std::optional{id->text} : std::nullopt;
}

} // namespace

void RowWriter::item(const std::optional<Payload>& value) {
    if (!value) return remove("DELETE FROM item WHERE id = ? AND kind = ?", static_cast<int>(subject_.kind));
    (void)database_.query("INSERT OR REPLACE INTO item(kind, id, value) VALUES(?,?,?)")
        .bind(static_cast<int>(subject_.kind))
        .bind_lasting(std::string_view{subject_.id})
        .bind(encode(*value))
        .run();
}

void RowWriter::attendee(const std::optional<Attendee>& who) {
    if (!who) return remove("DELETE FROM attendee WHERE id = ?");
    (void)database_
        .query("INSERT OR REPLACE INTO attendee(id, category, organisation, withdrawn, value) VALUES(?,?,?,?,?)")
        .bind_lasting(std::string_view{subject_.id})
        .bind(name(who->category))
        .bind(who->organisation.in("en"))
        .bind(who->withdrawn ? 1 : 0)
        .bind(encode(Payload{*who}))
        .run();
}

void RowWriter::person(const std::optional<Person>& who) {
    if (!who) return remove("DELETE FROM person WHERE attendee = ?");
    (void)database_.query("INSERT OR REPLACE INTO person(attendee, native_name, latin_name, value) VALUES(?,?,?,?)")
        .bind_lasting(std::string_view{subject_.id})
        .bind(who->native_name)
        .bind(who->latin_name)
        .bind(encode(Payload{*who}))
        .run();
}

void RowWriter::contact(const std::optional<Contact>& who) {
    if (!who) return remove("DELETE FROM contact WHERE attendee = ?");
    (void)database_.query("INSERT OR REPLACE INTO contact(attendee, email, phone) VALUES(?,?,?)")
        .bind_lasting(std::string_view{subject_.id})
        .bind(who->email)
        .bind(who->phone)
        .run();
}

void RowWriter::notes(const std::vector<std::string>& notes) {
    remove("DELETE FROM note WHERE attendee = ?");
    for (std::size_t line = 0; line < notes.size(); ++line)
        (void)database_.query("INSERT INTO note(attendee, line, text) VALUES(?,?,?)")
            .bind_lasting(std::string_view{subject_.id})
            .bind(static_cast<int>(line))
            .bind(notes[line])
            .run();
}

void RowWriter::badge(const std::optional<BadgeRow>& row) {
    // Of a badge that nobody issued only its death is worth a row: its code may prove by itself whose it is.
    if (!row || (row->issued.attendee.text.empty() && !row->revoked)) return remove("DELETE FROM badge WHERE id = ?");
    (void)database_
        .query("INSERT OR REPLACE INTO badge(id, attendee, kind, revision, code, replaces, printed, handed_over, "
               "revoked) "
               "VALUES(?,?,?,?,?,?,?,?,?)")
        .bind_lasting(std::string_view{subject_.id})
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

void RowWriter::badge_code(const std::string& code) {
    if (code.empty()) return remove("DELETE FROM badge_code WHERE badge = ?");
    (void)database_.query("INSERT OR REPLACE INTO badge_code(badge, code) VALUES(?,?)")
        .bind_lasting(std::string_view{subject_.id})
        .bind(code)
        .run();
}

void RowWriter::history(std::int64_t fact, const AttendanceRow* says) {
    auto q = database_.query("INSERT OR REPLACE INTO history(kind, subject, fact, event, reason, place, checkpoint, "
                             "badge, case_number, happened, observed, voided) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
    q.bind(static_cast<int>(subject_.kind)).bind_lasting(std::string_view{subject_.id}).bind(fact);
    if (says)
        q.bind(says->event)
            .bind(name(says->reason))
            .bind(text_of(says->place))
            .bind(says->checkpoint.text)
            .bind(text_of(says->badge))
            .bind(says->case_number)
            .bind(ms(says->happened))
            .bind(says->observed ? 1 : 0)
            .bind(says->voided ? 1 : 0);
    (void)q.run();
}

void RowWriter::presence(const PlaceId& place, const std::optional<PresenceRow>& row, std::optional<int> latest) {
    if (!row && !latest) {
        (void)database_.query("DELETE FROM presence WHERE attendee = ? AND place = ?")
            .bind_lasting(std::string_view{subject_.id})
            .bind(place.text)
            .run();
        return;
    }
    const PresenceRow visits = row.value_or(PresenceRow{});
    (void)database_
        .query("INSERT OR REPLACE INTO presence(attendee, place, first_entered, last_entered, entries, latest) "
               "VALUES(?,?,?,?,?,?)")
        .bind_lasting(std::string_view{subject_.id})
        .bind(place.text)
        .bind(ms(visits.first_entered))
        .bind(ms(visits.last_entered))
        .bind(visits.entries)
        .bind(latest)
        .run();
}

static std::string_view conflict_name(ConflictRow::Kind kind) {
    static constexpr std::string_view names[] = {"double_admission", "against_withdrawal", "clock", "against_badge",
                                                 "withdrawn_twice"};
    return names[static_cast<std::size_t>(kind)];
}

void RowWriter::conflicts(const std::vector<ConflictRow>& rows) {
    remove("DELETE FROM conflict WHERE subject = ? AND kind = ?", static_cast<int>(subject_.kind));
    for (const ConflictRow& row : rows)
        (void)database_
            .query("INSERT INTO conflict(conflict, kind, subject, origin, seq, other_origin, other_seq) "
                   "VALUES(?,?,?,?,?,?,?)")
            .bind(conflict_name(row.kind))
            .bind(static_cast<int>(subject_.kind))
            .bind_lasting(std::string_view{subject_.id})
            .bind(row.fact.origin.view())
            .bind(row.fact.seq)
            .bind(row.other.origin.view())
            .bind(row.other.seq)
            .run();
}

void RowWriter::device(const std::optional<DeviceRevoked>& revoked, std::optional<Milliseconds> clock_ahead) {
    if (!revoked && !clock_ahead) return remove("DELETE FROM device WHERE id = ?");
    (void)database_.query("INSERT OR REPLACE INTO device(id, revoked, clock_ahead) VALUES(?,?,?)")
        .bind_lasting(std::string_view{subject_.id})
        .bind(revoked ? std::optional{encode(Payload{*revoked})} : std::nullopt)
        .bind(clock_ahead ? std::optional{clock_ahead->count()} : std::nullopt)
        .run();
}

void RowWriter::remove(std::string_view sql) {
    (void)database_.query(sql).bind_lasting(std::string_view{subject_.id}).run();
}

void RowWriter::remove(std::string_view sql, int kind) {
    (void)database_.query(sql).bind_lasting(std::string_view{subject_.id}).bind(kind).run();
}

static void add_to_total(Database& database, const Tallies::key_type& key, int difference) {
    (void)database
        .query("INSERT INTO total(name, key, n) VALUES(?,?,?) ON CONFLICT(name, key) DO UPDATE SET n = n + excluded.n")
        .bind(key.first)
        .bind(key.second)
        .bind(difference)
        .run();
    if (difference > 0) return;
    (void)database.query("DELETE FROM total WHERE name = ? AND key = ? AND n = 0")
        .bind(key.first)
        .bind(key.second)
        .run();
}

void add_to_totals(Database& database, const Tallies& differences) {
    for (const auto& [key, difference] : differences)
        if (difference != 0) add_to_total(database, key, difference);
}

} // namespace foyer
