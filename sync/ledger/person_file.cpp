#include "sync/summit/person_file.h"

#include <algorithm>
#include <tuple>

#include "sync/ledger/inside.h"
#include "sync/summit/open_case.h"

namespace foyer {

static AttendanceRow attendance_at(const Query& row, const std::map<std::int64_t, OriginId>& origins) {
    const auto fact = static_cast<std::int64_t>(row.integer(0));
    const auto origin = origins.find(origin_row_of(fact));
    AttendanceRow says;
    says.id = {origin == origins.end() ? OriginId{} : origin->second, seq_of(fact)};
    says.event = row.text(1);
    says.reason = reason_named(row.text(2)).value_or(Reason::welcome);
    if (!row.is_null(3) && !row.text(3).empty()) says.place = PlaceId{row.text(3)};
    says.checkpoint = {row.text(4)};
    if (!row.is_null(5) && !row.text(5).empty()) says.badge = BadgeId{row.text(5)};
    says.case_number = row.text(6);
    says.happened = Instant{Milliseconds{row.integer(7)}};
    says.observed = row.integer(8) != 0;
    says.voided = row.integer(9) != 0;
    says.recorded = Hlc{row.unsigned_integer(10)}.instant();
    return says;
}

#define FOYER_ATTENDANCE                                                                                               \
    "SELECT h.fact, h.event, h.reason, h.place, h.checkpoint, h.badge, h.case_number, h.happened, h.observed, "        \
    "h.voided, f.time, h.kind, h.subject FROM history h JOIN fact f ON f.id = h.fact WHERE "

static bool is_seen_to(Database& database, const FactId& refusal) {
    const Subject subject = closing_subject(refusal);
    auto row = database.query("SELECT value FROM item WHERE kind = ? AND id = ?");
    if (!row.bind(static_cast<int>(subject.kind)).bind(subject.id).step()) return false;
    const auto payload = decode_payload(Kind::card_resolved, row.bytes(0));
    const auto* said = payload ? std::get_if<CardResolved>(&*payload) : nullptr;
    return said && closes_case(*said);
}

// In the facts alone: it is for people to read, and few things are done by hand.
static void read_reasons(PersonFile& file, Database& database, const std::map<std::int64_t, OriginId>& origins) {
    auto row = database.query("SELECT h.fact, f.kind, f.body FROM history h JOIN fact f ON f.id = h.fact WHERE "
                              "h.kind = ? AND h.subject = ? AND (h.reason = ? OR h.event = 'left' OR f.kind = ?)");
    row.bind(static_cast<int>(SubjectKind::attendee)).bind(file.attendee.id.text).bind(name(Reason::by_hand));
    row.bind(static_cast<int>(Kind::voided));
    while (row.step()) {
        if (row.is_null(2)) continue; // purged, or not for this node
        const auto body = decode_body(row.bytes(2));
        if (!body) continue;
        const auto says = decode_payload(static_cast<Kind>(row.integer(1)), body->payload);
        if (!says) continue;
        const auto origin = origins.find(origin_row_of(row.integer(0)));
        const FactId id{origin == origins.end() ? OriginId{} : origin->second, seq_of(row.integer(0))};
        if (const auto* entered = std::get_if<Entered>(&*says)) file.why[id] = entered->why;
        if (const auto* left = std::get_if<Left>(&*says); left && !left->why.empty()) file.why[id] = left->why;
        if (const auto* voided = std::get_if<Voided>(&*says)) file.back_why[voided->fact] = voided->why;
    }
}

std::optional<PersonFile> Ledger::person_file(const AttendeeId& id) const {
    const auto known = person_row(id);
    if (!known) return std::nullopt;
    PersonFile file{known->attendee, known->person, known->badge, known->code, {}, {}, {}, {}, {}, {}};
    Database& database = *inside_->database;
    auto contact = database.query("SELECT email, phone FROM contact WHERE attendee = ?");
    if (contact.bind(id.text).step()) file.contact = {contact.text(0), contact.text(1)};
    auto note = database.query("SELECT text FROM note WHERE attendee = ? ORDER BY line");
    note.bind(id.text);
    while (note.step()) file.notes.push_back(note.text(0));
    auto row = database.query(FOYER_ATTENDANCE "h.kind = ? AND h.subject = ? AND h.event IS NOT NULL");
    row.bind(static_cast<int>(SubjectKind::attendee)).bind(id.text);
    while (row.step()) file.attendance.push_back(attendance_at(row, inside_->origin_of_row));
    std::ranges::sort(file.attendance, std::ranges::greater{},
                      [](const AttendanceRow& says) { return std::tie(says.happened, says.recorded, says.id); });
    read_reasons(file, database, inside_->origin_of_row);
    for (const AttendanceRow& says : file.attendance)
        if (!says.case_number.empty() && is_seen_to(database, says.id)) file.seen_to.insert(says.id);
    return file;
}

std::optional<AttendanceRow> Ledger::visitor_case(const std::string& number) const {
    auto row = inside_->database->query(FOYER_ATTENDANCE "h.kind = ? AND h.case_number = ? AND h.case_number <> '' "
                                                         "ORDER BY h.happened DESC LIMIT 1");
    if (!row.bind(static_cast<int>(SubjectKind::visitor)).bind(number).step()) return std::nullopt;
    return attendance_at(row, inside_->origin_of_row);
}

// Of one person the last refusal alone: who is sent to staff again waits once.
std::vector<OpenCase> Ledger::open_cases(Instant since) const {
    Database& database = *inside_->database;
    auto row = database.query(
        FOYER_ATTENDANCE "h.case_number <> '' AND h.event = 'refused' AND NOT h.voided AND h.happened >= ? AND NOT "
                         "EXISTS(SELECT 1 FROM history e WHERE e.kind = h.kind AND e.subject = h.subject AND "
                         "e.event = 'entered' AND NOT e.voided AND e.happened >= h.happened) "
                         "ORDER BY h.happened DESC, f.time DESC");
    row.bind(since.time_since_epoch().count());
    std::vector<OpenCase> open;
    std::set<std::pair<std::int64_t, std::string>> known;
    while (row.step()) {
        if (!known.emplace(row.integer(11), row.text(12)).second) continue;
        OpenCase one{std::nullopt, attendance_at(row, inside_->origin_of_row)};
        if (row.integer(11) == static_cast<int>(SubjectKind::attendee)) one.who = AttendeeId{row.text(12)};
        open.push_back(std::move(one));
    }
    std::erase_if(open, [&](const OpenCase& one) { return is_seen_to(database, one.refusal.id); });
    return open;
}

} // namespace foyer
