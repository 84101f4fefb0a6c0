#include "sync/ledger/reports.h"

#include "sync/ledger/inside.h"

namespace foyer {

namespace {

using Cells = Report::Cells;

std::optional<std::string> cell(const Query& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional{row.text(column)};
}

// As the query gives it: every value a cell.
void add_rows(Query row, std::vector<Cells>& rows) {
    while (row.step()) {
        Cells cells;
        for (int column = 0; column < row.columns(); ++column) cells.push_back(cell(row, column));
        rows.push_back(std::move(cells));
    }
}

std::string utc(Database& database, Instant when) {
    auto row = database.query("SELECT strftime('%Y-%m-%dT%H:%M:%fZ', ? / 1000.0, 'unixepoch')");
    return row.bind(when.time_since_epoch().count()).step() ? row.text(0) : "";
}

std::string joined(const std::vector<ForumId>& forums) {
    std::string text;
    for (const ForumId& forum : forums) text += (text.empty() ? "" : ",") + forum.text;
    return text;
}

} // namespace

#define FOYER_UTC(column) "strftime('%Y-%m-%dT%H:%M:%fZ', " column " / 1000.0, 'unixepoch')"

Report Ledger::report(const std::vector<AttendeeId>& attendees) const {
    Database& database = *inside_->database;
    Report::Rows people{"attendee", {}}, events{"attendance", {}}, visits{"presence", {}};
    for (const AttendeeId& id : attendees) {
        auto row = database.query("SELECT id, category, organisation, withdrawn FROM attendee WHERE id = ?");
        if (row.bind(id.text).step()) {
            const auto who = attendee(id);
            people.rows.push_back({row.text(0), row.text(1), row.text(2), who ? who->country : "",
                                   who && who->delegation ? std::optional{who->delegation->text} : std::nullopt,
                                   who ? joined(who->forums) : "", row.text(3)});
        }
        auto history =
            database.query("SELECT h.subject, lower(hex(o.origin)), h.fact & 1099511627775, h.event, h.reason, "
                           "h.place, h.checkpoint, " FOYER_UTC("h.happened") ", " FOYER_UTC(
                               "(f.time >> 16)") ", h.observed, h.voided FROM history h JOIN fact f ON f.id = h.fact "
                                                 "JOIN origin o ON o.id = h.fact >> 40 "
                                                 "WHERE h.kind = ? AND h.subject = ? AND h.event IS NOT NULL");
        add_rows(std::move(history.bind(static_cast<int>(SubjectKind::attendee)).bind(id.text)), events.rows);
        auto presence = database.query("SELECT attendee, place, " FOYER_UTC("first_entered") ", " FOYER_UTC(
            "last_entered") ", entries, coalesce(latest, 0) FROM presence WHERE attendee = ?");
        add_rows(std::move(presence.bind(id.text)), visits.rows);
    }
    return {{std::move(people), std::move(events), std::move(visits)}};
}

Report Ledger::programme_report() const {
    Database& database = *inside_->database;
    const Programme& programme = inside_->programme;
    const Language language = programme.summit.languages.empty() ? "en" : programme.summit.languages.front();
    Report::Rows places{"place", {}}, forums{"forum", {}}, sessions{"session", {}};
    for (const Place& place : programme.places)
        places.rows.push_back({place.id.text, place.parent ? std::optional{place.parent->text} : std::nullopt,
                               place.name.in(language),
                               place.capacity ? std::optional{std::to_string(*place.capacity)} : std::nullopt});
    for (const Forum& forum : programme.forums)
        forums.rows.push_back({forum.id.text, forum.name.in(language), forum.place.text});
    for (const Session& session : programme.sessions)
        sessions.rows.push_back({session.id.text, session.forum ? std::optional{session.forum->text} : std::nullopt,
                                 session.place.text, session.title.in(language), utc(database, session.starts),
                                 utc(database, session.ends)});
    return {{std::move(places), std::move(forums), std::move(sessions)}};
}

std::vector<AttendeeId> Ledger::attendees_after(const AttendeeId& id, std::size_t most) const {
    std::vector<AttendeeId> ids;
    auto row = inside_->database->query(
        "SELECT DISTINCT subject FROM history WHERE kind = ? AND subject > ? ORDER BY subject LIMIT ?");
    row.bind(static_cast<int>(SubjectKind::attendee)).bind(id.text).bind(static_cast<std::int64_t>(most));
    while (row.step()) ids.push_back({row.text(0)});
    return ids;
}

void Ledger::on_touched(std::function<void(const Subject&)> listener) { inside_->touched = std::move(listener); }

} // namespace foyer
