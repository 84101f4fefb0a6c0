#include "sync/ledger/schema.h"

#include "sync/crypto/crypto.h"

namespace foyer {

static constexpr const char* fact_tables = R"sql(
-- What happened: never changed, only a body may be purged. A fact's id is its origin's id << 40 | seq; the last fact of
-- an origin is how far it goes. staff_seq, staff_head: how far every body is there, NULL when as far as the headers.
-- A branch of a fork is an origin of its own: trunk is the origin in its headers, and its facts follow base_seq.
CREATE TABLE origin(id INTEGER PRIMARY KEY, origin BLOB NOT NULL UNIQUE, device BLOB NOT NULL, role INTEGER NOT NULL,
  public_key BLOB NOT NULL, staff_seq INTEGER, staff_head BLOB, trunk BLOB, base_seq INTEGER, base_head BLOB);
CREATE TABLE fact(id INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind INTEGER NOT NULL, audience INTEGER NOT NULL,
  header BLOB NOT NULL, head BLOB NOT NULL, body BLOB, seal BLOB, quarantine TEXT);
)sql";

static constexpr const char* row_tables = R"sql(
-- What they come to: can be made again from the facts at any time (foyer ledger rebuild).
-- history: each subject's facts; of an attendance also what it says (event: entered, left, refused).
CREATE TABLE history(kind INTEGER NOT NULL, subject TEXT NOT NULL, fact INTEGER NOT NULL, event TEXT, reason TEXT,
  place TEXT, checkpoint TEXT, badge TEXT, case_number TEXT, happened INTEGER, observed INTEGER, voided INTEGER,
  PRIMARY KEY(kind, subject, fact)) WITHOUT ROWID;
CREATE TABLE item(kind INTEGER NOT NULL, id TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY(kind, id)) WITHOUT ROWID;
CREATE TABLE attendee(id TEXT PRIMARY KEY, category TEXT NOT NULL, organisation TEXT NOT NULL,
  withdrawn INTEGER NOT NULL, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE person(attendee TEXT PRIMARY KEY, native_name TEXT NOT NULL, latin_name TEXT NOT NULL,
  value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE contact(attendee TEXT PRIMARY KEY, email TEXT NOT NULL, phone TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE note(attendee TEXT NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(attendee, line)) WITHOUT ROWID;
CREATE TABLE badge(id TEXT PRIMARY KEY, attendee TEXT NOT NULL, kind INTEGER NOT NULL, revision INTEGER NOT NULL,
  code BLOB NOT NULL, replaces TEXT, printed INTEGER NOT NULL, handed_over INTEGER NOT NULL,
  revoked INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX badge_by_attendee ON badge(attendee, revision);
CREATE INDEX badge_by_replaced ON badge(replaces) WHERE replaces IS NOT NULL;
CREATE TABLE badge_code(badge TEXT PRIMARY KEY, code TEXT NOT NULL) WITHOUT ROWID;
-- latest: 1 in the place where the person was last seen entering, 0 in the one they were last seen leaving, else NULL.
CREATE TABLE presence(attendee TEXT NOT NULL, place TEXT NOT NULL, first_entered INTEGER NOT NULL,
  last_entered INTEGER NOT NULL, entries INTEGER NOT NULL, latest INTEGER, PRIMARY KEY(attendee, place)) WITHOUT ROWID;
-- Entries that another author did not know of (conflict: double_admission, against_withdrawal), clocks that are off.
CREATE TABLE conflict(conflict TEXT NOT NULL, kind INTEGER NOT NULL, subject TEXT NOT NULL, origin BLOB NOT NULL,
  seq INTEGER NOT NULL, other_origin BLOB, other_seq INTEGER,
  PRIMARY KEY(kind, subject, conflict, origin, seq)) WITHOUT ROWID;
-- revoked: what is trusted of a device that is out; clock_ahead: ms, as a hub last noticed it.
CREATE TABLE device(id TEXT PRIMARY KEY, revoked BLOB, clock_ahead INTEGER) WITHOUT ROWID;
CREATE TABLE total(name TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(name, key)) WITHOUT ROWID;
)sql";

// Younger than the format: ledgers that lack it get it when they are opened.
static constexpr const char* case_index =
    "CREATE INDEX IF NOT EXISTS history_by_case ON history(case_number) WHERE case_number <> '';";

static constexpr const char* private_tables = R"sql(
-- This node's own: never facts, never sent.
CREATE TABLE private(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE enrolment(code_hash BLOB PRIMARY KEY, role INTEGER NOT NULL, name TEXT NOT NULL, checkpoint TEXT,
  expires INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
)sql";

static constexpr const char* views = R"sql(
-- For people with the sqlite3 shell. Times are UTC.
CREATE VIEW facts AS
  SELECT lower(hex(o.origin)) AS origin, f.id & 1099511627775 AS seq, datetime((f.time >> 16) / 1000, 'unixepoch') AS
  recorded, f.kind, f.audience, f.body IS NOT NULL AS has_body, f.seal IS NOT NULL AS sealed, f.quarantine
  FROM fact f JOIN origin o ON o.id = f.id >> 40;
CREATE VIEW attendance AS
  SELECT datetime(h.happened / 1000, 'unixepoch') AS happened, h.event, h.reason, h.subject AS attendee,
  p.native_name AS name, h.place, h.checkpoint, h.case_number, h.voided,
  datetime((f.time >> 16) / 1000, 'unixepoch') AS recorded
  FROM history h JOIN fact f ON f.id = h.fact LEFT JOIN person p ON p.attendee = h.subject
  WHERE h.event IS NOT NULL ORDER BY h.happened;
CREATE VIEW inside_now AS
  SELECT l.place, l.attendee, p.native_name AS name FROM presence l LEFT JOIN person p USING(attendee)
  WHERE l.latest = 1;
CREATE VIEW arrivals_by_minute AS
  SELECT datetime(CAST(key AS INTEGER) / 1000, 'unixepoch') AS minute, n AS arrivals FROM total
  WHERE name = 'arrivals' AND n > 0 ORDER BY CAST(key AS INTEGER);
)sql";

// What can be made from the facts, in any order.
static constexpr std::string_view made_tables[] = {"history", "item",       "attendee", "person", "contact",  "note",
                                                   "badge",   "badge_code", "presence", "total",  "conflict", "device"};

// --- older formats -------------------------------------------------------------------------------------------------

static constexpr const char* drop_format_1 = R"sql(
DROP VIEW attendance; DROP VIEW inside_now; DROP VIEW arrivals_by_minute;
DROP TABLE subject; DROP TABLE item; DROP TABLE attendee; DROP TABLE person; DROP TABLE contact; DROP TABLE note;
DROP TABLE badge; DROP TABLE badge_code; DROP TABLE scan; DROP TABLE presence; DROP TABLE last_seen; DROP TABLE tally;
DROP TABLE total;
ALTER TABLE origin RENAME TO origin_1;
ALTER TABLE fact RENAME TO fact_1;
)sql";

static constexpr const char* facts_of_format_1 = R"sql(
INSERT INTO origin SELECT id, origin, device, role, public_key, nullif(staff_seq, seq),
  CASE WHEN staff_seq <> seq THEN staff_head END, NULL, NULL, NULL FROM origin_1;
INSERT INTO fact SELECT origin << 40 | seq, time, kind, audience, header, head, body,
  (SELECT signature FROM seal s WHERE s.origin = f.origin AND s.seq = f.seq), quarantine
  FROM fact_1 f ORDER BY origin, seq;
DROP TABLE origin_1; DROP TABLE fact_1; DROP TABLE seal;
)sql";

static constexpr const char* drop_rows_of_format_2 = R"sql(
DROP VIEW facts; DROP VIEW attendance; DROP VIEW inside_now; DROP VIEW arrivals_by_minute;
DROP TABLE history; DROP TABLE item; DROP TABLE attendee; DROP TABLE person; DROP TABLE contact; DROP TABLE note;
DROP TABLE badge; DROP TABLE badge_code; DROP TABLE presence; DROP TABLE total;
)sql";

static constexpr const char* set_rows_due = "INSERT OR REPLACE INTO private VALUES('rows_due', x'01');";

static Result<> run_all(Database& database, std::initializer_list<std::string> scripts) {
    Transaction transaction(database);
    for (const std::string& script : scripts)
        if (auto r = database.execute(script); !r) return r;
    return transaction.commit();
}

static int format_of(Database& database) {
    auto row = database.query("PRAGMA user_version");
    return row.step() ? static_cast<int>(row.integer(0)) : 0;
}

Result<> prepare_schema(Database& database, const std::filesystem::path& file) {
    const int format = format_of(database);
    if (database.trouble()) return std::unexpected(*database.trouble());
    if (format == ledger_format) return database.execute(case_index);
    if (format > ledger_format)
        return fault(FaultKind::newer_version, file.string() + " was written by a newer Foyer (format " +
                                                   std::to_string(format) + ", this one knows " +
                                                   std::to_string(ledger_format) + "): upgrade this program");
    const std::string mark = "PRAGMA user_version = " + std::to_string(ledger_format);
    if (format == 0) return run_all(database, {fact_tables, row_tables, case_index, private_tables, views, mark});
    if (format == 1)
        return run_all(database, {drop_format_1, fact_tables, facts_of_format_1, row_tables, case_index, views,
                                  set_rows_due, mark});
    if (format == 3) return run_all(database, {case_index, set_rows_due, mark}); // its rows lack some conflicts
    return run_all(database, {drop_rows_of_format_2, row_tables, case_index, views, set_rows_due, mark});
}

// --- the rows as a whole -------------------------------------------------------------------------------------------

Result<> clear_rows(Database& database) {
    for (const std::string_view table : made_tables)
        if (auto r = database.execute("DELETE FROM " + std::string{table}); !r) return r;
    return {};
}

// Rows in an order and by names that every node has: not by the numbers that origins have in this file.
static std::string rows_of(std::string_view table) {
    if (table != "history") return "SELECT * FROM " + std::string{table};
    return "SELECT h.kind, h.subject, o.origin, h.fact & 1099511627775, h.event, h.reason, h.place, h.checkpoint, "
           "h.badge, "
           "h.case_number, h.happened, h.observed, h.voided FROM history h JOIN origin o ON o.id = h.fact >> 40 "
           "ORDER BY h.kind, h.subject, o.origin, h.fact";
}

Result<Hash> hash_rows(Database& database) {
    database.begin_reading();
    Hash running;
    for (const std::string_view table : made_tables) {
        auto row = database.query(rows_of(table));
        while (row.step())
            for (int column = 0; column < row.columns(); ++column) running = hash({running.view(), row.bytes(column)});
    }
    if (database.trouble()) return std::unexpected(*database.trouble());
    return running;
}

} // namespace foyer
