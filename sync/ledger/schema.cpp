#include "sync/ledger/schema.h"

namespace foyer {

static constexpr const char* tables = R"sql(
-- What happened: never changed, only a body may be purged.
CREATE TABLE origin(id INTEGER PRIMARY KEY, origin BLOB NOT NULL UNIQUE, device BLOB NOT NULL, role INTEGER NOT NULL,
  public_key BLOB NOT NULL, seq INTEGER NOT NULL, head BLOB NOT NULL, staff_seq INTEGER NOT NULL,
  staff_head BLOB NOT NULL);
CREATE TABLE fact(origin INTEGER NOT NULL, seq INTEGER NOT NULL, time INTEGER NOT NULL, kind INTEGER NOT NULL,
  audience INTEGER NOT NULL, header BLOB NOT NULL, head BLOB NOT NULL, body BLOB, quarantine TEXT,
  PRIMARY KEY(origin, seq)) WITHOUT ROWID;
CREATE TABLE subject(kind INTEGER NOT NULL, id TEXT NOT NULL, origin INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY(kind, id, origin, seq)) WITHOUT ROWID;
CREATE TABLE seal(origin INTEGER NOT NULL, seq INTEGER NOT NULL, signature BLOB NOT NULL,
  PRIMARY KEY(origin, seq)) WITHOUT ROWID;

-- What it folds to: can be made again from the facts at any time (foyer ledger rebuild).
CREATE TABLE item(kind INTEGER NOT NULL, id TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY(kind, id)) WITHOUT ROWID;
CREATE TABLE attendee(id TEXT PRIMARY KEY, category TEXT NOT NULL, organisation TEXT NOT NULL,
  withdrawn INTEGER NOT NULL,
  value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE person(attendee TEXT PRIMARY KEY, native_name TEXT NOT NULL, latin_name TEXT NOT NULL,
  value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE contact(attendee TEXT PRIMARY KEY, email TEXT NOT NULL, phone TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE note(attendee TEXT NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(attendee, line)) WITHOUT ROWID;
CREATE TABLE badge(id TEXT PRIMARY KEY, attendee TEXT NOT NULL, kind INTEGER NOT NULL, revision INTEGER NOT NULL,
  code BLOB NOT NULL, replaces TEXT, printed INTEGER NOT NULL, handed_over INTEGER NOT NULL,
  revoked INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX badge_by_code ON badge(code);
CREATE INDEX badge_by_attendee ON badge(attendee, revision);
CREATE INDEX badge_by_replaced ON badge(replaces) WHERE replaces IS NOT NULL;
CREATE TABLE badge_code(badge TEXT PRIMARY KEY, code TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE scan(origin INTEGER NOT NULL, seq INTEGER NOT NULL, subject TEXT NOT NULL, event TEXT NOT NULL,
  reason TEXT NOT NULL, place TEXT, checkpoint TEXT NOT NULL, badge TEXT, case_number TEXT NOT NULL,
  happened INTEGER NOT NULL, recorded INTEGER NOT NULL, observed INTEGER NOT NULL,
  PRIMARY KEY(origin, seq)) WITHOUT ROWID;
CREATE TABLE presence(attendee TEXT NOT NULL, place TEXT NOT NULL, first_entered INTEGER NOT NULL,
  last_entered INTEGER NOT NULL, entries INTEGER NOT NULL, PRIMARY KEY(attendee, place)) WITHOUT ROWID;
CREATE TABLE last_seen(attendee TEXT PRIMARY KEY, place TEXT NOT NULL, inside INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE tally(subject_kind INTEGER NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
  n INTEGER NOT NULL, PRIMARY KEY(subject_kind, subject, name, key)) WITHOUT ROWID;
CREATE TABLE total(name TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(name, key)) WITHOUT ROWID;

-- This node's own: never facts, never sent.
CREATE TABLE private(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE enrolment(code_hash BLOB PRIMARY KEY, role INTEGER NOT NULL, name TEXT NOT NULL, checkpoint TEXT,
  expires INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;

-- For people with the sqlite3 shell. Times are milliseconds since 1970 UTC.
CREATE VIEW attendance AS
  SELECT datetime(happened / 1000, 'unixepoch') AS utc, event, reason, subject, p.native_name AS name,
  place, checkpoint,
         case_number FROM scan LEFT JOIN person p ON p.attendee = scan.subject ORDER BY happened;
CREATE VIEW inside_now AS
  SELECT l.place, l.attendee, p.native_name AS name FROM last_seen l LEFT JOIN person p USING(attendee) WHERE l.inside;
CREATE VIEW arrivals_by_minute AS
  SELECT datetime(CAST(key AS INTEGER) / 1000, 'unixepoch') AS utc, n AS arrivals FROM total
  WHERE name = 'arrivals' AND n > 0 ORDER BY CAST(key AS INTEGER);
)sql";

Result<> prepare_schema(Database& database, const std::filesystem::path& file) {
    int format = 0;
    {
        auto q = database.query("PRAGMA user_version");
        if (q.step()) format = static_cast<int>(q.integer(0));
    }
    if (database.trouble()) return std::unexpected(*database.trouble());
    if (format == ledger_format) return {};
    if (format > ledger_format)
        return fault(FaultKind::newer_version, file.string() + " was written by a newer Foyer (format " +
                                                   std::to_string(format) + ", this one knows " +
                                                   std::to_string(ledger_format) + "): upgrade this program");
    Transaction transaction(database);
    if (auto r = database.execute(tables); !r) return r;
    if (auto r = database.execute("PRAGMA user_version = " + std::to_string(ledger_format)); !r) return r;
    return transaction.commit();
}

} // namespace foyer
