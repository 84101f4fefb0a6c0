// Doors among themselves: three real ledgers, real sockets, no hub; then the hub comes back.
#include <algorithm>

#include "sync/uplink/neighbours.h"
#include "tests/ledger/fixture.h"
#include "tests/replication/net.h"

using namespace foyer;
using namespace foyer::test;

namespace {

const CheckpointId entrance{"door"};
const Presented shown{Presented::Form::foyer, "CODE0001"}; // the invitation of guest 0001

// The hub's ledger, its sockets when it is there, and three doors of one hall, all in one context.
struct Hall {
    struct Door {
        TemporaryFolder folder;
        std::unique_ptr<Ledger> ledger;
        std::unique_ptr<Neighbours> neighbours;
        std::unique_ptr<Uplink> uplink;
    };

    Hall() : hub(make_hub(hub_folder.path)) {
        Checkpoint strict{entrance, words("Door"), {"2.04"}};
        strict.single_entry = true;
        const Draft draft{{SubjectKind::checkpoint, entrance.text}, strict, noon()};
        REQUIRE(hub->append({&draft, 1}));
        open_hub();
        for (int i = 0; i < 3; ++i) {
            doors.push_back(std::make_unique<Door>());
            doors.back()->ledger = enrol(*hub, doors.back()->folder.path);
            open(*doors.back());
        }
    }

    // What runs in the context ends before it, and the ledgers last.
    ~Hall() {
        server.reset();
        for (const auto& door : doors) {
            door->uplink.reset();
            door->neighbours.reset();
        }
    }
    Hall(const Hall&) = delete;
    Hall& operator=(const Hall&) = delete;

    void open(Door& door) {
        const NodeIdentity self{door.ledger->identity().certificate, door.ledger->identity().keys.secret_key};
        Neighbours::Options near{.address = "127.0.0.1", .place = "2.04", .link = quick, .round = Milliseconds{50}};
        door.neighbours = Neighbours::open(context, *door.ledger, self, near).value();
        Uplink::Options up{.hub = plain_address(port),
                           .link = quick,
                           .pause_min = Milliseconds{10},
                           .pause_max = Milliseconds{50},
                           .on_doors = {}};
        door.uplink = std::make_unique<Uplink>(context, *door.ledger, self, up);
        door.uplink->start();
        door.ledger->on_commit([&door] {
            door.uplink->notify_new_facts();
            door.neighbours->notify_relayed_facts();
        });
    }
    void open_hub() {
        const Identity& self = hub->identity();
        server = std::make_unique<HubServer>(context, *hub, NodeIdentity{self.certificate, self.keys.secret_key}, port);
        hub->on_commit([this] {
            if (server) server->peers->notify_new_facts();
        });
    }
    void lose_hub() {
        server->stop();
        REQUIRE(until([&] { return server->peers->list().empty(); }));
        server.reset();
    }
    // What the hub's word or DNS-SD would bring.
    void meet() {
        for (const auto& one : doors)
            for (const auto& other : doors)
                one->neighbours->meet({other->ledger->identity().device, "127.0.0.1", other->neighbours->port(), "2.04",
                                       Milliseconds{0}});
    }
    bool until(const std::function<bool()>& holds) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (!holds()) {
            if (std::chrono::steady_clock::now() > give_up) return false;
            context.run_one_for(std::chrono::milliseconds{100});
        }
        return true;
    }
    [[nodiscard]] static VerdictKind ask(const Door& door) {
        return admit(shown, *door.ledger, *door.ledger->programme().checkpoint(entrance), noon()).kind;
    }
    static void let_in(Door& door) {
        const Draft draft = entered("0001");
        REQUIRE(door.ledger->append({&draft, 1}));
        door.neighbours->notify_own_facts();
    }
    [[nodiscard]] bool all_know_the_summit() const {
        return std::ranges::all_of(doors, [](const auto& door) {
            const Checkpoint* found = door->ledger->programme().checkpoint(entrance);
            return found != nullptr && found->single_entry && door->ledger->attendee({"0001"});
        });
    }
    [[nodiscard]] bool all_linked(std::size_t lines) const {
        return std::ranges::all_of(doors, [&](const auto& door) { return door->neighbours->list().size() == lines; });
    }

    TemporaryFolder hub_folder;
    std::unique_ptr<Ledger> hub;
    std::vector<std::unique_ptr<Door>> doors;
    std::uint16_t port = free_port();
    asio::io_context context{1};
    std::unique_ptr<HubServer> server;
};

} // namespace

TEST_CASE(
    "without a hub a door refuses within moments whom another has let in, and the hub gets it once when it is back") {
    Hall hall;
    REQUIRE(hall.until([&] { return hall.all_know_the_summit(); }));
    hall.lose_hub();
    hall.meet();
    REQUIRE(hall.until([&] { return hall.all_linked(2); }));
    Hall::Door &a = *hall.doors[0], &b = *hall.doors[1], &c = *hall.doors[2];
    CHECK(Hall::ask(b) == VerdictKind::admitted);
    const auto began = std::chrono::steady_clock::now();
    Hall::let_in(a);
    REQUIRE(hall.until([&] { return Hall::ask(b) == VerdictKind::again && Hall::ask(c) == VerdictKind::again; }));
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{1});
    CHECK(a.neighbours->seen().size() == 2);

    const auto recorded = hall.hub->stat().recorded;
    hall.open_hub();
    REQUIRE(hall.until([&] { return hall.hub->stat().recorded == recorded + 1; }));
    REQUIRE(hall.until([&] { return a.uplink->state().phase == Phase::connected; }));
    for (int i = 0; i < 20; ++i) hall.context.run_one_for(std::chrono::milliseconds{20});
    CHECK(hall.hub->stat().recorded == recorded + 1);
    CHECK(a.ledger->rows_hash() == b.ledger->rows_hash());
}

TEST_CASE("two doors that go to each other end with one line") {
    Hall hall;
    REQUIRE(hall.until([&] { return hall.all_know_the_summit(); }));
    hall.meet();
    hall.meet();
    REQUIRE(hall.until([&] { return hall.all_linked(2); }));
    for (int i = 0; i < 30; ++i) hall.context.run_one_for(std::chrono::milliseconds{20});
    CHECK(hall.all_linked(2));
}

TEST_CASE("a fact that only one door's line brings goes on from there") {
    Hall hall;
    REQUIRE(hall.until([&] { return hall.all_know_the_summit(); }));
    hall.lose_hub();
    Hall::Door &a = *hall.doors[0], &b = *hall.doors[1], &c = *hall.doors[2];
    const auto at = [](const Hall::Door& door) {
        return DoorSeen{door.ledger->identity().device, "127.0.0.1", door.neighbours->port(), "2.04", Milliseconds{0}};
    };
    a.neighbours->meet(at(b)); // a - b - c
    c.neighbours->meet(at(b));
    REQUIRE(hall.until([&] { return b.neighbours->list().size() == 2; }));
    Hall::let_in(a);
    REQUIRE(hall.until([&] { return Hall::ask(c) == VerdictKind::again; }));
    CHECK(a.neighbours->list().size() == 1);
}

TEST_CASE("a door whose network is cut has no line, and takes its lines up again") {
    Hall hall;
    REQUIRE(hall.until([&] { return hall.all_know_the_summit(); }));
    hall.meet();
    REQUIRE(hall.until([&] { return hall.all_linked(2); }));
    hall.doors[0]->neighbours->cut();
    REQUIRE(hall.until([&] { return hall.doors[1]->neighbours->list().size() == 1; }));
    CHECK(hall.doors[0]->neighbours->list().empty());
    hall.doors[0]->neighbours->restore();
    REQUIRE(hall.until([&] { return hall.all_linked(2); }));
}

TEST_CASE("the centre's return ends lines to other places, not those of the same place") {
    Hall hall;
    REQUIRE(hall.until([&] { return hall.all_know_the_summit(); }));
    Hall::Door &a = *hall.doors[0], &b = *hall.doors[1];
    DoorSeen elsewhere{b.ledger->identity().device, "127.0.0.1", b.neighbours->port(), "2.05", Milliseconds{0}};
    a.neighbours->meet(elsewhere);
    REQUIRE(hall.until([&] { return a.neighbours->list().size() == 1; }));
    a.neighbours->centre_is(Centre::here);
    REQUIRE(hall.until([&] { return a.neighbours->list().empty(); }));
    elsewhere.place = "2.04";
    a.neighbours->meet(elsewhere);
    REQUIRE(hall.until([&] { return a.neighbours->list().size() == 1; }));
}

TEST_CASE(
    "the circle is at most eight, holds together whoever is in it, and keeps to the place while the centre is there") {
    std::map<DeviceId, std::string> all;
    for (int i = 0; i < 100; ++i) all.emplace(*DeviceId::from(random_bytes(16)), i % 5 == 0 ? "2.04" : "2.05");
    std::set<DeviceId> reached{all.begin()->first};
    std::vector<DeviceId> next{all.begin()->first};
    int steps = 0;
    for (; reached.size() < all.size() && steps < 20; ++steps) {
        std::vector<DeviceId> more;
        for (const DeviceId& one : next)
            for (const DeviceId& other : circle(one, all.at(one), all, Centre::away))
                if (reached.insert(other).second) more.push_back(other);
        next = more;
    }
    CHECK(reached.size() == all.size());
    CHECK(steps <= 10);
    for (const auto& [one, place] : all) {
        CHECK(circle(one, place, all, Centre::away).size() <= most_lines);
        const auto near = circle(one, place, all, Centre::here);
        CHECK(near.size() == most_lines);
        CHECK(std::ranges::all_of(near, [&](const DeviceId& other) { return all.at(other) == place; }));
        CHECK_FALSE(near.contains(one));
    }
    CHECK(circle(all.begin()->first, "", all, Centre::here).empty());
}
