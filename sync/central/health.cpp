#include "sync/central/health.h"

#include "sync/central/charter.h"
#include "sync/central/schema.h"

namespace foyer {

namespace {

class Checking {
public:
    Checking(Postgres& postgres, Health& health) : postgres_(postgres), health_(health) {}

    void run() {
        say("answers", postgres_.host() + ", " + setting("server_version") +
                           cell("SELECT CASE WHEN ssl THEN ', TLS' "
                                "ELSE ', no TLS' END FROM pg_stat_ssl WHERE pid = pg_backend_pid()"));
        if (cell("SELECT pg_is_in_recovery()::text") == "true")
            wrong(
                "This host is a standby and no other host of the URL takes writes: promote one, or start the primary.");
        disks();
        standbys();
        tables();
    }

private:
    void say(std::string what, std::string value) { health_.lines.push_back({std::move(what), std::move(value)}); }
    void wrong(std::string what) { health_.wrong.push_back(std::move(what)); }
    void advise(std::string what) { health_.advice.push_back(std::move(what)); }

    // The first cell as text; "" when there is none or it may not be asked.
    std::string cell(const std::string& sql) {
        const auto rows = postgres_.query(sql);
        return rows && rows->size() > 0 && !rows->is_null(0, 0) ? rows->text(0, 0) : "";
    }
    std::string setting(const std::string& name) { return cell("SELECT current_setting('" + name + "', true)"); }

    void disks() {
        say("fsync", setting("fsync"));
        if (setting("fsync") == "off")
            wrong("fsync is off: a power cut loses or damages everything. Set fsync = on and restart PostgreSQL.");
        if (setting("full_page_writes") == "off")
            wrong("full_page_writes is off: a power cut may damage tables. Set it on, unless the file system writes "
                  "pages whole.");
        if (setting("data_checksums") == "off")
            advise(
                "Data checksums are off: a failing disk is noticed late. `pg_checksums --enable` on a stopped server.");
        // The session's own value is what Foyer has set; the server's default is what others get.
        const std::string level = cell("SELECT reset_val FROM pg_settings WHERE name = 'synchronous_commit'");
        say("synchronous_commit", level + (level == "on" || level == "remote_apply" ? "" : ", Foyer's sessions: on"));
    }

    void standbys() {
        const std::string names = setting("synchronous_standby_names");
        say("synchronous standbys", names.empty() ? "none named" : names);
        const auto rows = postgres_.query(
            "SELECT coalesce(nullif(application_name, ''), client_addr::text, '?'), state, sync_state, "
            "pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn)::bigint, "
            "coalesce(round(extract(epoch FROM replay_lag) * 1000), 0)::bigint FROM pg_stat_replication ORDER BY 1");
        if (!rows) return advise("Standbys cannot be seen by this user: GRANT pg_monitor TO it.");
        int synchronous = 0;
        for (int row = 0; row < rows->size(); ++row) {
            const auto text = [&](int column) { return rows->is_null(row, column) ? "?" : rows->text(row, column); };
            if (text(2) == "sync" || text(2) == "quorum") ++synchronous;
            say("standby",
                text(0) + ": " + text(1) + ", " + text(2) + ", " +
                    (rows->is_null(row, 3) ? "lag unknown"
                                           : std::to_string(rows->integer(row, 3)) + " bytes behind, applied " +
                                                 std::to_string(rows->integer(row, 4)) + " ms later"));
        }
        if (names.empty())
            wrong("No synchronous standby is named: what was acknowledged is lost with this machine. Set "
                  "synchronous_standby_names = 'ANY 1 (a, b)' with the standbys' application_names, and reload.");
        else if (synchronous == 0)
            wrong("No synchronous standby is connected: commits wait, and terminals keep their facts, until one is. "
                  "Start "
                  "it, or name another in synchronous_standby_names.");
        else if (synchronous == 1)
            advise("One synchronous standby is connected: when it stops, commits wait. Two, and ANY 1 of them, let one "
                   "stop.");
    }

    void tables() {
        const auto format = format_of_tables(postgres_);
        if (!format) return wrong("The tables cannot be read: " + format.error().detail);
        if (!*format) return wrong("There are no tables of Foyer here: run `foyer store init URL` once.");
        say("tables", "format " + std::to_string(**format));
        if (**format > store_format)
            wrong("The tables are a newer Foyer's (format " + std::to_string(**format) + ", this one knows " +
                  std::to_string(store_format) + "): upgrade this program.");
        const auto charter = read_charter(postgres_);
        if (!charter) return wrong("The summit's keys cannot be read: " + charter.error().detail);
        say("summit", *charter ? (*charter)->summit.hex() : "none yet: the first hub brings it");
        say("facts", cell("SELECT coalesce(sum(floor_seq - base_seq), 0)::text || ' of ' || count(*) || ' origins' "
                          "FROM foyer.origin"));
        const std::string forks = cell("SELECT count(*)::text FROM foyer.origin WHERE trunk <> origin");
        if (forks != "0") say("forks", forks + ": a device went on from an older copy of itself");
        const auto hubs = postgres_.query("SELECT name, round(extract(epoch FROM now() - seen))::bigint FROM foyer.hub "
                                          "ORDER BY name");
        for (int row = 0; hubs && row < hubs->size(); ++row)
            say("hub", hubs->text(row, 0) + ", wrote " + std::to_string(hubs->integer(row, 1)) + " s ago");
        const auto reports = postgres_.query("SELECT hub, whole, round(extract(epoch FROM now() - as_of))::bigint "
                                             "FROM foyer_reports.written");
        if (reports && reports->size() > 0)
            say("tables for analysts", "by " + reports->text(0, 0) + ", changed " +
                                           std::to_string(reports->integer(0, 2)) + " s ago" +
                                           (reports->integer(0, 1) != 0 ? "" : ", not everybody yet"));
        const auto grants =
            postgres_.query("SELECT count(*) FROM information_schema.role_table_grants WHERE table_schema = "
                            "'foyer_private' AND grantee <> current_user AND grantee <> 'postgres'");
        if (grants && grants->integer(0, 0) > 0)
            wrong("Others than the hubs' user may read foyer_private, where the summit's secret key is: REVOKE ALL ON "
                  "ALL "
                  "TABLES IN SCHEMA foyer_private FROM them.");
    }

    Postgres& postgres_;
    Health& health_;
};

} // namespace

Result<Health> check_store(const std::string& url) {
    Health health;
    auto any = Postgres::Options{};
    auto postgres = Postgres::connect(url, any);
    if (!postgres) return std::unexpected(postgres.error());
    Checking(**postgres, health).run();
    return health;
}

} // namespace foyer
