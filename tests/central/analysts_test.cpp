// Tables for analysts: what they hold is what the ledger's rows are, whichever hub writes them.
#include "sync/central/analysts.h"
#include "sync/central/schema.h"

#include "tests/catch.h"
#include "tests/central/hub_node.h"

using namespace foyer;
using namespace foyer::test;

namespace {

Analysts::Options quick(const std::string& url, const std::string& hub) {
    return {.url = url, .hub_name = hub, .look_every = Milliseconds{20}, .lock_every = Milliseconds{50}};
}

struct Shared {
    [[nodiscard]] std::string cell(const std::string& sql) const {
        const auto rows = cluster.connect(database)->query(sql);
        return !rows ? rows.error().detail : rows->size() == 0 ? "none" : rows->text(0, 0);
    }
    [[nodiscard]] std::string count(const std::string& what) const {
        return cell("SELECT count(*)::text FROM foyer_reports." + what);
    }
    Cluster& cluster = shared_cluster();
    std::string database = cluster.make_database();
    std::string url = cluster.url(database);
};

auto poster(Loop& loop) {
    return [&loop](std::function<void()> work) { loop.post(std::move(work)); };
}

void enter(HubNode& hub, const std::string& attendee, const std::string& place, bool leaves = false) {
    const PlaceId where{place};
    const CheckpointId door{"door"};
    const Payload body = leaves ? Payload{Left{where, door, {}}} : Payload{Entered{where, door, {}}};
    const Draft draft{subject_of(AttendeeId{attendee}), body, contract_time()};
    (void)hub.ledger->append({&draft, 1}).value();
}

} // namespace

TEST_CASE("analysts see who was where by number, without a name, and what changes a moment later") {
    Shared shared;
    Loop loop;
    HubNode hub(loop, shared.url, "Hub 1");
    for (int i = 0; i < 500; ++i) hub.write("a" + std::to_string(i));
    const Draft name{subject_of(AttendeeId{"a7"}), Person{"Tab\there \\ and \n there", "en", "Latin"}, contract_time()};
    (void)hub.ledger->append({&name, 1}).value();
    enter(hub, "a7", "hall");
    Analysts analysts(*hub.ledger, quick(shared.url, "Hub 1"), poster(loop));
    REQUIRE(loop.until([&] { return shared.count("attendee") == "500"; }));
    REQUIRE(loop.until([&] { return shared.cell("SELECT whole::text FROM foyer_reports.written") == "true"; }));
    CHECK(shared.count("attendance") == "1");
    CHECK(shared.cell("SELECT event || ' ' || place || ' ' || checkpoint FROM foyer_reports.attendance WHERE attendee "
                      "= 'a7' AND seq IS NOT NULL AND NOT voided") == "entered hall door");
    CHECK(shared.cell("SELECT inside::text FROM foyer_reports.presence WHERE attendee = 'a7'") == "true");

    enter(hub, "a7", "hall", true);
    enter(hub, "a8", "hall");
    REQUIRE(loop.until([&] { return shared.count("attendance") == "3"; }));
    CHECK(shared.cell("SELECT inside::text FROM foyer_reports.presence WHERE attendee = 'a7'") == "false");
    const auto when = shared.cell("SELECT (extract(epoch FROM max(happened)) * 1000)::bigint::text "
                                  "FROM foyer_reports.attendance");
    CHECK(when == std::to_string(contract_time().time_since_epoch().count()));
    CHECK(shared.cell("SELECT count(*)::text FROM information_schema.columns WHERE table_schema = 'foyer_reports' AND "
                      "column_name LIKE '%native%'") == "0");
}

TEST_CASE("one hub at a time writes for analysts; when it goes another takes over and mends what it finds") {
    Shared shared;
    Loop loop;
    HubNode first(loop, shared.url, "Hub 1");
    for (int i = 0; i < 300; ++i) first.write("a" + std::to_string(i));
    auto writer = std::make_unique<Analysts>(*first.ledger, quick(shared.url, "Hub 1"), poster(loop));
    REQUIRE(loop.until([&] { return shared.cell("SELECT whole::text FROM foyer_reports.written") == "true"; }));
    HubNode second(loop, shared.url, "Hub 2");
    REQUIRE(loop.until([&] { return second.ledger->have() == first.ledger->have(); }));
    Analysts heir(*second.ledger, quick(shared.url, "Hub 2"), poster(loop));
    loop.run_for(std::chrono::milliseconds{300});
    CHECK(shared.cell("SELECT hub FROM foyer_reports.written") == "Hub 1");

    writer.reset();
    shared.cluster.run(shared.database, "INSERT INTO foyer_reports.attendee(attendee) VALUES ('a10x'), ('zz'); "
                                        "DELETE FROM foyer_reports.attendee WHERE attendee = 'a11'");
    enter(second, "a3", "hall");
    REQUIRE(loop.until([&] {
        return shared.cell("SELECT hub || whole FROM foyer_reports.written") == "Hub 2true" &&
               shared.count("attendee") == "300";
    }));
    CHECK(shared.count("attendee WHERE attendee IN ('a10x', 'zz')") == "0");
    CHECK(shared.count("attendance") == "1");
}

TEST_CASE("a store of the first format gets its further tables by init, and its authority by the first hub") {
    Shared shared;
    shared.cluster.run(shared.database,
                       "DROP SCHEMA foyer_reports CASCADE; UPDATE foyer.format SET version = 1; "
                       "ALTER TABLE foyer_private.charter DROP authority_certificate, DROP authority_key");
    Loop loop;
    try {
        HubNode early(loop, shared.url, "Hub");
        FAIL("an older store was taken");
    } catch (const std::runtime_error& refused) {
        CHECK(std::string(refused.what()).find("foyer store init") != std::string::npos);
    }
    REQUIRE(make_tables(*shared.cluster.connect(shared.database)));
    HubNode hub(loop, shared.url, "Hub");
    CHECK(read_charter(*shared.cluster.connect(shared.database)).value()->authority_key == hub.charter.authority_key);
    CHECK(shared.count("attendee") == "0");
}

TEST_CASE("hubs that start at the same time on an empty store become hubs of one summit") {
    Shared shared;
    Loop loops[3];
    std::unique_ptr<HubNode> hubs[3];
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i)
        threads.emplace_back([&, i] { hubs[i] = std::make_unique<HubNode>(loops[i], shared.url, std::to_string(i)); });
    threads.clear();
    CHECK(hubs[1]->charter == hubs[0]->charter);
    CHECK(hubs[2]->charter == hubs[0]->charter);
    CHECK(hubs[1]->ledger->private_value("authority_key") == hubs[0]->ledger->private_value("authority_key"));
    for (int i = 0; i < 3; ++i) REQUIRE(loops[i].until([&] { return hubs[i]->is_settled(); }));
}
