// Ledgers that older versions wrote: kept as SQL in tests/ledger/old, opened as if nothing had happened since.
#include <fstream>
#include <iterator>

#include <sqlite3.h>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

static void load_old(const std::filesystem::path& folder, const std::string& name) {
    std::ifstream file(std::filesystem::path{FOYER_SOURCE_DIR} / "tests/ledger/old" / name);
    const std::string sql{std::istreambuf_iterator<char>(file), {}};
    REQUIRE(sql.size() > 1000);
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((folder / "ledger.sqlite").c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

TEST_CASE("a ledger of an older format opens with every fact, its counts and its people, and goes on") {
    TemporaryFolder folder;
    load_old(folder.path, GENERATE("format-1.sql", "format-2.sql", "format-3.sql"));
    auto hub = Ledger::open(folder.path, frozen()).value();
    REQUIRE(hub->verify());
    const auto stat = hub->stat();
    REQUIRE(stat.format == 4);
    REQUIRE(stat.facts == 69);
    REQUIRE(stat.origins == 2);
    const Live live = hub->live();
    REQUIRE(live.expected == 12);
    REQUIRE(live.arrived == 2);
    REQUIRE(live.recorded == 6);
    REQUIRE(live.scans.at("forged") == 1);
    REQUIRE(hub->presence({"0004"}, {"salon"}).inside);
    REQUIRE_FALSE(hub->presence({"0002"}, {"salon"}).inside);
    REQUIRE(hub->have().at({hub->origin(), Audience::staff}).seq == 62);

    const Draft note{{SubjectKind::attendee, "0002"}, Note{"asks for a chair"}, noon()};
    REQUIRE(hub->append({&note, 1}).value().front().seq == 2); // of a new origin: no mark was kept in those days
    if (const auto r = hub->verify(); !r) FAIL(r.error().detail);
    REQUIRE(hub->rebuild());
}

TEST_CASE("a migration that was cut off before its rows were made makes them at the next start") {
    TemporaryFolder folder;
    load_old(folder.path, "format-1.sql");
    Ledger::open(folder.path, frozen()).value().reset();
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((folder.path / "ledger.sqlite").c_str(), &db) == SQLITE_OK);
    const char* as_if_cut_off = "DELETE FROM history; DELETE FROM total; INSERT INTO private VALUES('rows_due', x'01')";
    REQUIRE(sqlite3_exec(db, as_if_cut_off, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
    REQUIRE(Ledger::open(folder.path, frozen()).value()->live().arrived == 2);
}
