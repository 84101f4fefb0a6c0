#include "sync/central/schema.h"

namespace foyer {

static constexpr const char* tables = R"sql(
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
  code_key bytea NOT NULL, organiser_token bytea NOT NULL);
CREATE TABLE foyer_private.enrolment(
  code_hash bytea PRIMARY KEY, role smallint NOT NULL, name text NOT NULL, checkpoint text, expires bigint NOT NULL,
  used boolean NOT NULL);
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
    return {};
}

Result<> make_tables(Postgres& postgres) {
    const auto format = format_of_tables(postgres);
    if (!format) return std::unexpected(format.error());
    if (*format) return **format > store_format ? Result<>(newer(**format)) : Result<>();
    auto transaction = PostgresTransaction::begin(postgres);
    if (!transaction) return std::unexpected(transaction.error());
    for (const std::string& script :
         {std::string(tables), "INSERT INTO foyer.format VALUES (" + std::to_string(store_format) + ")"})
        if (auto done = postgres.execute(script); !done) return done;
    return transaction->commit();
}

} // namespace foyer
