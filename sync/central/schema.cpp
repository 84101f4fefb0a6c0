#include "sync/central/schema.h"

namespace foyer {

static constexpr const char* facts_and_secrets = R"sql(
CREATE SCHEMA foyer;
CREATE TABLE foyer.format(version integer NOT NULL);

-- How far each origin is held, as in a node's ledger: floor counts headers, staff counts every body. A branch of a
-- fork is an origin of its own whose facts follow base; branches: how many leave an origin.
CREATE TABLE foyer.origin(
  origin bytea PRIMARY KEY, device bytea NOT NULL, role smallint NOT NULL, public_key bytea NOT NULL,
  floor_seq bigint NOT NULL, floor_head bytea NOT NULL, staff_seq bigint NOT NULL, staff_head bytea NOT NULL,
  trunk bytea NOT NULL, base_seq bigint NOT NULL, base_head bytea NOT NULL, branches bigint NOT NULL DEFAULT 0)
  WITH (fillfactor = 70);
CREATE INDEX origin_by_trunk ON foyer.origin(trunk) WHERE trunk <> origin;
-- What happened, as the bytes received. audience: 0 floor, 1 staff. body: absent while only doors had the fact, and
-- after a purge. seal: where a sealed run ends.
CREATE TABLE foyer.fact(
  origin bytea NOT NULL, seq bigint NOT NULL, kind integer NOT NULL, audience smallint NOT NULL,
  header bytea NOT NULL, head bytea NOT NULL, body bytea, seal bytea, PRIMARY KEY(origin, seq));
-- Of whom no personal body may be here.
CREATE TABLE foyer.purged(subject_kind smallint NOT NULL, subject text NOT NULL, PRIMARY KEY(subject_kind, subject));
-- The hubs that write here. Each transaction writes its hub's row, so that its commit waits for the standby even when
-- its facts were there already.
CREATE TABLE foyer.hub(device bytea PRIMARY KEY, name text NOT NULL, writes bigint NOT NULL, seen timestamptz NOT NULL)
  WITH (fillfactor = 50);

-- What hubs share and nobody else may see: no grants here, ever.
CREATE SCHEMA foyer_private;
CREATE TABLE foyer_private.charter(
  one boolean PRIMARY KEY CHECK (one), summit bytea NOT NULL, summit_key bytea NOT NULL, secret_key bytea NOT NULL,
  code_key bytea NOT NULL, organiser_token bytea NOT NULL, authority_certificate bytea NOT NULL,
  authority_key bytea NOT NULL);
CREATE TABLE foyer_private.enrolment(
  code_hash bytea PRIMARY KEY, role smallint NOT NULL, name text NOT NULL, checkpoint text, expires bigint NOT NULL,
  used boolean NOT NULL);
)sql";

static constexpr const char* reports = R"sql(
-- For analysts, written by one hub at a time from its fold, and made again from it whenever another takes over. Nothing
-- personal is here: a person is a number. Give analysts SELECT on this schema and on no other.
CREATE SCHEMA foyer_reports;
CREATE TABLE foyer_reports.attendee(
  attendee text COLLATE "C" PRIMARY KEY, category text, organisation text, country text, delegation text, forums text,
  withdrawn boolean);
-- What happened at the doors. origin, seq: the fact. reason: why refused. voided: by an organiser.
CREATE TABLE foyer_reports.attendance(
  attendee text COLLATE "C" NOT NULL, origin text, seq bigint, event text, reason text, place text, checkpoint text,
  happened timestamptz, recorded timestamptz, observed boolean, voided boolean, PRIMARY KEY(attendee, origin, seq));
CREATE INDEX attendance_by_time ON foyer_reports.attendance(happened);
CREATE TABLE foyer_reports.presence(
  attendee text COLLATE "C" NOT NULL, place text, first_entered timestamptz, last_entered timestamptz, entries integer,
  inside boolean, PRIMARY KEY(attendee, place));
CREATE TABLE foyer_reports.place(place text PRIMARY KEY, parent text, name text, capacity integer);
CREATE TABLE foyer_reports.forum(forum text PRIMARY KEY, name text, place text);
CREATE TABLE foyer_reports.session(
  session text PRIMARY KEY, forum text, place text, title text, starts timestamptz, ends timestamptz);
-- By whom, as of when; whole: false while more is to be written, as by a hub that took over and goes through everybody.
CREATE TABLE foyer_reports.written(
  one boolean PRIMARY KEY DEFAULT true CHECK (one), hub text NOT NULL, as_of timestamptz NOT NULL,
  whole boolean NOT NULL);
)sql";

static constexpr const char* from_format_1 = R"sql(
ALTER TABLE foyer_private.charter ADD authority_certificate bytea NOT NULL DEFAULT '',
  ADD authority_key bytea NOT NULL DEFAULT '';
)sql";

Result<std::optional<int>> format_of_tables(Postgres& postgres) {
    auto there = postgres.query("SELECT count(*) FROM information_schema.tables "
                                "WHERE table_schema = 'foyer' AND table_name = 'format'");
    if (!there) return std::unexpected(there.error());
    if (there->integer(0, 0) == 0) return std::nullopt;
    auto version = postgres.query("SELECT version FROM foyer.format");
    if (!version) return std::unexpected(version.error());
    if (version->size() == 0) return std::nullopt;
    return static_cast<int>(version->integer(0, 0));
}

static std::unexpected<Fault> newer(int format) {
    return fault(FaultKind::newer_version, "The store was made by a newer Foyer (format " + std::to_string(format) +
                                               ", this one knows " + std::to_string(store_format) +
                                               "): upgrade this hub.");
}

Result<> check_tables(Postgres& postgres) {
    const auto format = format_of_tables(postgres);
    if (!format) return std::unexpected(format.error());
    if (!*format)
        return fault(FaultKind::not_found, "The database at " + postgres.host() +
                                               " holds no tables of Foyer: run `foyer store init URL` once.");
    if (**format > store_format) return newer(**format);
    if (**format < store_format)
        return fault(FaultKind::not_found, "The store was made by an older Foyer (format " + std::to_string(**format) +
                                               ", this one needs " + std::to_string(store_format) +
                                               "): end the older hubs, and run `foyer store init URL` once.");
    return {};
}

Result<> make_tables(Postgres& postgres) {
    const auto format = format_of_tables(postgres);
    if (!format) return std::unexpected(format.error());
    if (*format && **format >= store_format) return **format > store_format ? Result<>(newer(**format)) : Result<>();
    auto transaction = PostgresTransaction::begin(postgres);
    if (!transaction) return std::unexpected(transaction.error());
    const std::string number = std::to_string(store_format);
    for (const std::string& script :
         {std::string(*format ? from_format_1 : facts_and_secrets), std::string(reports),
          *format ? "UPDATE foyer.format SET version = " + number : "INSERT INTO foyer.format VALUES (" + number + ")"})
        if (auto done = postgres.execute(script); !done) return done;
    return transaction->commit();
}

} // namespace foyer
