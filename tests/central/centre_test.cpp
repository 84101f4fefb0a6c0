// A hub and the store it shares: they converge with other hubs, nothing counts as kept that is not there, and a store
// that is away is waited for.
#include "sync/replication/conversation.h"
#include "tests/catch.h"
#include "tests/central/hub_node.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// Both hold the same headers and come to the same rows.
bool agree(const HubNode& a, const HubNode& b) {
    return a.ledger->have() == b.ledger->have() && a.ledger->rows_hash().value() == b.ledger->rows_hash().value();
}

} // namespace

TEST_CASE("two hubs at one store come to the same facts and the same rows") {
    Cluster& cluster = shared_cluster();
    const std::string url = cluster.url(cluster.make_database());
    Loop loop;
    HubNode first(loop, url, "Hub 1");
    for (int i = 0; i < 400; ++i) first.write("a" + std::to_string(i));
    REQUIRE(loop.until([&] { return first.is_settled(); }));
    HubNode second(loop, url, "Hub 2");
    CHECK(second.ledger->summit_id() == first.ledger->summit_id());
    CHECK(second.charter == first.charter);
    CHECK(second.ledger->identity().device != first.ledger->identity().device);
    REQUIRE(loop.until([&] { return agree(first, second); }));
    for (int i = 0; i < 50; ++i) {
        first.write("b" + std::to_string(i));
        second.write("c" + std::to_string(i));
        if (i % 10 == 0) loop.run_for(std::chrono::milliseconds{30});
    }
    REQUIRE(loop.until([&] { return agree(first, second) && first.is_settled() && second.is_settled(); }));
    CHECK(second.ledger->people().size() == 500);
    CHECK(first.ledger->verify());
    CHECK(second.ledger->verify());
}

TEST_CASE("one hub takes the store's fork in as another found it") {
    Cluster& cluster = shared_cluster();
    const std::string url = cluster.url(cluster.make_database());
    Loop loop;
    HubNode first(loop, url, "Hub 1");
    REQUIRE(loop.until([&] { return first.is_settled(); })); // it has brought its summit
    HubNode second(loop, url, "Hub 2");
    const Certificate& summit = first.ledger->identity().certificate.certificate;
    World world;
    world.summit = summit.summit;
    world.keys = {first.charter.summit_key, first.charter.secret_key};
    ModelStore east(world, world.enrol(Role::desk));
    east.write("before");
    ModelStore twin = east;
    east.write("here");
    twin.write("there");
    twin.write("and on");
    (void)first.ledger->receive(frames_of(east, east.origin(), Audience::staff)).value();
    (void)second.ledger->receive(frames_of(twin, twin.origin(), Audience::staff)).value();
    REQUIRE(loop.until([&] { return agree(first, second) && first.is_settled() && second.is_settled(); }));
    CHECK(first.ledger->forks() == 1);
    CHECK(second.ledger->forks() == 1);
}

TEST_CASE("a terminal is told that its facts are kept when the store has them, not before") {
    Cluster cluster;
    const std::string url = cluster.url(cluster.make_database());
    Loop loop;
    HubNode hub(loop, url, "Hub");
    REQUIRE(loop.until([&] { return hub.is_settled(); }));
    cluster.stop();
    REQUIRE(loop.until([&] { return !hub.centre->state().connected; }));
    CHECK(hub.centre->state().fault.find("store") != std::string::npos);

    World world;
    world.summit = hub.charter.summit;
    world.keys = {hub.charter.summit_key, hub.charter.secret_key};
    const NodeIdentity door = world.enrol(Role::door);
    ModelStore terminal(world, door);
    terminal.write("entered");
    const Identity& self = hub.ledger->identity();
    Conversation at_hub(*hub.centre, {self.certificate, self.keys.secret_key}), at_door(terminal, door);
    const HaveKey own{terminal.origin(), Audience::staff};
    const auto carry = [&](Output to_door) {
        Output to_hub = {};
        while (!to_door.send.empty() || !to_hub.send.empty()) {
            Output next;
            for (const Bytes& message : to_door.send)
                for (Bytes& answer : at_door.on_message(message, contract_time()).send)
                    to_hub.send.push_back(std::move(answer));
            for (const Bytes& message : to_hub.send)
                for (Bytes& answer : at_hub.on_message(message, contract_time()).send)
                    next.send.push_back(std::move(answer));
            to_hub.send.clear();
            to_door = std::move(next);
        }
    };
    const auto hello = at_door.on_connected(contract_time()).send;
    Output first = at_hub.on_connected(contract_time());
    for (const Bytes& message : hello)
        for (Bytes& answer : at_hub.on_message(message, contract_time()).send) first.send.push_back(std::move(answer));
    carry(std::move(first));
    CHECK(mark_of(*hub.ledger, terminal.origin(), Audience::staff).seq == 2); // counted and seen here
    CHECK_FALSE(at_door.peer_has().contains(own));                            // and the terminal keeps it
    loop.run_for(std::chrono::milliseconds{300});
    carry(at_hub.on_new_facts(contract_time()));
    CHECK_FALSE(at_door.peer_has().contains(own));

    cluster.start();
    REQUIRE(loop.until([&] { return hub.is_settled(); }));
    carry(at_hub.on_new_facts(contract_time()));
    REQUIRE(at_door.peer_has().contains(own));
    CHECK(at_door.peer_has().at(own).seq == 2);
    CHECK(hub.centre->state() == Centre::State{true, ""});
}

TEST_CASE("a store that is down when the hub starts is waited for; an empty folder needs it") {
    Cluster cluster;
    const std::string url = cluster.url(cluster.make_database());
    Loop loop;
    HubNode hub(loop, url, "Hub");
    REQUIRE(loop.until([&] { return hub.is_settled(); }));
    hub.centre.reset();
    cluster.stop();
    CHECK_THROWS_WITH(HubNode(loop, url, "Hub 2"), ContainsSubstring("cannot be reached"));
    hub.ledger->on_commit({});
    hub.ledger.reset();
    const auto again = open_with_store(url, hub.folder.path, "Hub", contract_clock(),
                                       [&] { return Ledger::open(hub.folder.path, contract_clock()); });
    REQUIRE(again);
    CHECK(again->away.find("cannot be reached") != std::string::npos);
    hub.ledger = std::move(const_cast<Joined&>(*again).ledger);
    hub.connect();
    hub.write("a1");
    CHECK_FALSE(hub.is_settled());
    cluster.start();
    REQUIRE(loop.until([&] { return hub.is_settled(); }));
}

TEST_CASE("a store that was put back from an older copy is filled again") {
    Cluster& cluster = shared_cluster();
    const std::string name = cluster.make_database(), url = cluster.url(name);
    Loop loop;
    HubNode hub(loop, url, "Hub");
    for (int i = 0; i < 20; ++i) hub.write("a" + std::to_string(i));
    REQUIRE(loop.until([&] { return hub.is_settled(); }));
    const Have before = hub.ledger->have();
    hub.centre.reset();
    cluster.run(name, "TRUNCATE foyer.fact; DELETE FROM foyer.origin");
    hub.connect();
    REQUIRE(loop.until([&] { return hub.is_settled(); }));
    Have there = CentralStore(cluster.connect(name), {hub.charter.summit, hub.charter.summit_key, {}, "Check"}).have();
    CHECK(there == before);
}

TEST_CASE("a one-time code that one hub made is good at the other, once") {
    Cluster& cluster = shared_cluster();
    const std::string url = cluster.url(cluster.make_database());
    Loop loop;
    HubNode first(loop, url, "Hub 1"), second(loop, url, "Hub 2");
    const auto code = first.ledger->make_enrolment_code({Role::desk, "Desk 1", std::nullopt}, std::chrono::hours{1});
    const Hash hash = Ledger::enrolment_hash(code.value());
    const auto row = first.ledger->give_enrolment_away(hash).value();
    REQUIRE(row);
    std::optional<Result<>> shared;
    first.centre->share(*row, [&](const Result<>& done) { shared = done; });
    REQUIRE(loop.until([&] { return shared.has_value(); }));
    REQUIRE(*shared);
    CHECK_FALSE(first.ledger->redeem_enrolment_code(*code, make_key_pair().public_key));
    int taken = 0, asked = 0;
    for (HubNode* hub : {&first, &second, &first})
        hub->centre->take(hash, [&](const Centre::Taken& got) {
            ++asked;
            if (got && *got && (*got)->enrolment.name == "Desk 1") ++taken;
        });
    REQUIRE(loop.until([&] { return asked == 3; }));
    CHECK(taken == 1);
    REQUIRE(second.ledger->take_enrolment_in(*row));
    CHECK(second.ledger->redeem_enrolment_code(*code, make_key_pair().public_key));
}

TEST_CASE("a store of another summit, or of none, is refused in words") {
    Cluster& cluster = shared_cluster();
    const std::string url = cluster.url(cluster.make_database());
    Loop loop;
    HubNode hub(loop, url, "Hub");
    REQUIRE(loop.until([&] { return hub.is_settled(); }));
    Folder elsewhere;
    const auto make = [&] { return Ledger::create_summit(elsewhere.path, "Other", contract_clock()); };
    REQUIRE(make());
    const auto other = open_with_store(url, elsewhere.path, "Other", contract_clock(),
                                       [&] { return Ledger::open(elsewhere.path, contract_clock()); });
    REQUIRE_FALSE(other);
    CHECK(other.error().detail.find("another summit") != std::string::npos);
    const auto bare = open_with_store(cluster.url(cluster.make_database(false)), elsewhere.path / "new", "Other",
                                      contract_clock(), make);
    REQUIRE_FALSE(bare);
    CHECK(bare.error().detail.find("foyer store init") != std::string::npos);
}
