// A device that went on from an older copy of itself, or two at once: nothing recorded is lost, every node comes to the
// same histories under the same names, and the device does not go on writing an old one.
#include <set>

#include "tests/catch.h"
#include "tests/random.h"
#include "tests/replication/folder.h"
#include "tests/replication/meeting.h"

using namespace foyer;
using test::Folder;
using test::Random;

namespace {

constexpr Instant opening{Milliseconds{1'685'318'400'000}};

struct Node {
    Folder folder;
    std::unique_ptr<Ledger> ledger;
    Instant now = opening;

    Clock clock() {
        return [this] { return now; };
    }
    void open() { ledger = std::move(Ledger::open(folder.path, clock())).value(); }
    // The folder as it is now, as a backup or a copied card would hold it.
    void copy_to(const std::filesystem::path& there) {
        ledger.reset();
        std::filesystem::remove_all(there);
        std::filesystem::copy(folder.path, there, std::filesystem::copy_options::recursive);
        open();
    }
    void put_back(const std::filesystem::path& copy) {
        ledger.reset();
        std::filesystem::copy(copy, folder.path,
                              std::filesystem::copy_options::recursive |
                                  std::filesystem::copy_options::overwrite_existing);
        open();
    }
};

// A hub, a desk and two doors; a third door is the first one's data folder, copied.
struct Venue {
    Venue() {
        hub.ledger = std::move(Ledger::create_summit(hub.folder.path, "Hub", hub.clock())).value();
        for (Node* node : {&desk, &east, &west}) enrol(*node, node == &desk ? Role::desk : Role::door);
        std::vector<Draft> people;
        for (int i = 0; i < 5; ++i) {
            const AttendeeId id{std::to_string(i)};
            people.push_back({subject_of(id), Attendee{id}, opening});
            people.push_back({subject_of(id), Contact{"guest@example.org", ""}, opening});
        }
        (void)hub.ledger->append(people).value();
        meet_all();
    }

    void enrol(Node& node, Role role) {
        const auto code = hub.ledger->make_enrolment_code({role, "Node", std::nullopt}, std::chrono::hours{1}).value();
        const KeyPair keys = make_key_pair();
        Identity identity = hub.ledger->redeem_enrolment_code(code, keys.public_key).value();
        identity.keys = keys;
        node.ledger = std::move(Ledger::create_node(node.folder.path, identity, node.clock())).value();
    }

    void clone_east() {
        east.copy_to(twin.folder.path);
        twin.open();
    }

    void enter(Node& node, Random& random) {
        const AttendeeId who{std::to_string(random.below(5))};
        const Instant when = opening + Milliseconds{++readings};
        node.now = when;
        (void)node.ledger->append(std::vector{Draft{subject_of(who), Entered{{"hall"}, {"door"}}, when}}).value();
    }

    void meet(Node& a, Node& b) {
        if (!a.ledger || !b.ledger || &a == &b) return;
        if (a.ledger->identity().device == b.ledger->identity().device) return; // it talks to no copy of itself
        const Instant later = opening + std::chrono::minutes{1};
        CHECK(test::meet(*a.ledger, *b.ledger, later) == "");
    }
    void meet_all() {
        for (Node* a : all)
            for (Node* b : all) meet(*a, *b);
    }

    [[nodiscard]] std::set<Instant> readings_at(const Node& node) const {
        std::set<Instant> found;
        (void)node.ledger->each_fact([&](const Ledger::FactRow& row) {
            if (row.header.kind == Kind::entered) found.insert(decode_body(*row.body)->happened);
            return true;
        });
        return found;
    }

    Node hub, desk, east, west, twin;
    std::array<Node*, 5> all{&hub, &desk, &east, &west, &twin};
    int readings = 0;
};

Have floor_of(const Ledger& ledger) {
    Have marks = ledger.have();
    for (const auto& [key, mark] : Have(marks))
        if (key.audience == Audience::staff) marks.erase(key);
    return marks;
}

void check_agreement(Venue& venue) {
    for (Node* node : venue.all) {
        if (!node->ledger) continue;
        CHECK(floor_of(*node->ledger) == floor_of(*venue.hub.ledger));
        CHECK(node->ledger->live().scans == venue.hub.ledger->live().scans);
        if (const auto right = node->ledger->verify(); !right) FAIL_CHECK(right.error().detail);
        if (const auto right = node->ledger->rebuild(); !right) FAIL_CHECK(right.error().detail);
    }
    CHECK(venue.hub.ledger->have() == venue.desk.ledger->have());
    CHECK(venue.hub.ledger->rows_hash().value() == venue.desk.ledger->rows_hash().value());
    CHECK(venue.east.ledger->rows_hash().value() == venue.west.ledger->rows_hash().value());
}

} // namespace

TEST_CASE("a copied data folder forks its history, and every node holds both branches under the same names") {
    Venue venue;
    Random random(1);
    venue.enter(venue.east, random);
    venue.clone_east();
    venue.enter(venue.east, random);
    venue.enter(venue.twin, random);
    venue.enter(venue.twin, random);
    venue.meet(venue.hub, venue.east);
    venue.meet(venue.west, venue.twin);
    for (int i = 0; i < 3; ++i) venue.meet_all();
    check_agreement(venue);
    CHECK(venue.readings_at(venue.hub).size() == 4);
    CHECK(venue.hub.ledger->forks() == 1);
    // Neither goes on with the history that the other has written, too.
    const OriginId before = venue.twin.ledger->origin();
    venue.enter(venue.twin, random);
    venue.enter(venue.east, random);
    CHECK(venue.twin.ledger->origin() != before);
    CHECK(venue.twin.ledger->origin() != venue.east.ledger->origin());
    for (int i = 0; i < 3; ++i) venue.meet_all();
    check_agreement(venue);
    CHECK(venue.hub.ledger->forks() == 1);
}

TEST_CASE("a database put back from an older copy takes its facts back and goes on as a new origin") {
    Venue venue;
    Random random(2);
    Folder backup;
    venue.east.copy_to(backup.path);
    for (int i = 0; i < 3; ++i) venue.enter(venue.east, random);
    venue.meet(venue.hub, venue.east);
    const OriginId before = venue.east.ledger->origin();
    std::filesystem::remove(backup.path / "ledger.mark"); // only the database was put back
    venue.east.put_back(backup.path);
    CHECK_FALSE(venue.east.ledger->doubt().empty());
    venue.enter(venue.east, random); // before anybody could be asked
    CHECK(venue.east.ledger->origin() != before);
    for (int i = 0; i < 2; ++i) venue.meet_all();
    check_agreement(venue);
    CHECK(venue.readings_at(venue.east).size() == 4);
    CHECK(venue.hub.ledger->forks() == 0);
}

TEST_CASE("a folder put back whole is told by its peers that it is old, before it writes") {
    Venue venue;
    Random random(3);
    Folder backup;
    venue.east.copy_to(backup.path);
    for (int i = 0; i < 3; ++i) venue.enter(venue.east, random);
    venue.meet(venue.hub, venue.east);
    venue.east.put_back(backup.path);
    CHECK(venue.east.ledger->doubt().empty());
    venue.meet(venue.hub, venue.east);
    CHECK_FALSE(venue.east.ledger->doubt().empty());
    venue.enter(venue.east, random);
    for (int i = 0; i < 2; ++i) venue.meet_all();
    check_agreement(venue);
    CHECK(venue.readings_at(venue.hub).size() == 4);
    CHECK(venue.hub.ledger->forks() == 0);
}

TEST_CASE(
    "who knows one of two histories only, further than the other does, and by the name of both, gets and gives all") {
    for (int round = 0; round < 12; ++round) { // which of the two keeps the name is chance
        Venue venue;
        Random random(static_cast<std::uint64_t>(round));
        venue.clone_east();
        venue.enter(venue.twin, random);
        venue.meet(venue.desk, venue.twin);
        for (int i = 0; i < 3; ++i) venue.enter(venue.twin, random);
        venue.meet(venue.west, venue.twin);
        for (int i = 0; i < 2; ++i) venue.enter(venue.east, random);
        venue.meet(venue.hub, venue.east);
        for (int i = 0; i < 2; ++i) venue.meet(venue.hub, venue.desk);
        REQUIRE(venue.hub.ledger->forks() == 1);
        REQUIRE(venue.west.ledger->forks() == 0);
        venue.enter(venue.hub, random); // what comes after the histories in turn must come as well
        for (int i = 0; i < 2; ++i) venue.meet(venue.hub, venue.west);
        CHECK(floor_of(*venue.west.ledger) == floor_of(*venue.hub.ledger));
        CHECK(venue.readings_at(venue.hub).size() == 7);
        CHECK(venue.readings_at(venue.west).size() == 7);
    }
}

TEST_CASE("staff bodies of a branch that come before those of what it leaves are asked for again, and not forgotten") {
    for (int round = 0; round < 8; ++round) {
        Venue venue;
        Node clerk;
        venue.enrol(clerk, Role::desk);
        const auto write = [](Node& desk, const std::string& text) {
            const AttendeeId who{"1"};
            (void)desk.ledger->append(std::vector{Draft{subject_of(who), Contact{text, ""}, opening}}).value();
        };
        write(venue.desk, "before");
        venue.desk.copy_to(venue.twin.folder.path);
        venue.twin.open();
        write(venue.desk, "here");
        write(venue.twin, "there");
        // To the hub only headers came so far, by way of a door.
        Node& one = round % 2 == 0 ? venue.desk : venue.twin;
        venue.meet(venue.west, one);
        venue.meet(venue.hub, venue.west);
        for (int i = 0; i < 2; ++i)
            for (Node* desk : {&venue.desk, &venue.twin}) venue.meet(clerk, *desk);
        REQUIRE(clerk.ledger->forks() == 1);
        venue.meet(venue.hub, clerk);
        CHECK(venue.hub.ledger->have() == clerk.ledger->have());
    }
}

TEST_CASE("staff bodies before the point where histories part go on, also when only a branch brought a seal for them") {
    for (int round = 0; round < 8; ++round) { // which of the two keeps the name is chance
        Venue venue;
        Node clerk, second;
        venue.enrol(clerk, Role::desk);
        venue.enrol(second, Role::desk);
        const auto write = [&](const std::string& text) {
            const Draft draft{subject_of(AttendeeId{"1"}), Contact{text, ""}, opening};
            (void)venue.desk.ledger->append({&draft, 1}).value();
        };
        Folder backup;
        write("before");
        venue.desk.copy_to(backup.path);
        write("lost with its disk");
        venue.meet(venue.west, venue.desk); // a door keeps headers only, and the seal of the last
        venue.meet(venue.hub, venue.west);
        venue.desk.put_back(backup.path);
        write("instead");
        venue.meet(venue.hub, venue.desk);
        REQUIRE(venue.hub.ledger->forks() == 1);
        for (int i = 0; i < 2; ++i) {
            venue.meet(clerk, venue.hub);
            venue.meet(second, clerk);
        }
        venue.meet(clerk, venue.hub);
        CHECK(clerk.ledger->have() == venue.hub.ledger->have());
        CHECK(second.ledger->have() == venue.hub.ledger->have());
        CHECK(second.ledger->rows_hash().value() == venue.hub.ledger->rows_hash().value());
    }
}

TEST_CASE("who has the staff bodies of a branch is not taken to have those before it") {
    Venue venue;
    Node clerk;
    venue.enrol(clerk, Role::desk);
    const auto write = [](Node& desk, const std::string& text) {
        const Draft draft{subject_of(AttendeeId{"1"}), Contact{text, ""}, opening};
        (void)desk.ledger->append({&draft, 1}).value();
    };
    write(venue.desk, "before");
    venue.desk.copy_to(venue.twin.folder.path);
    venue.twin.open();
    write(venue.desk, "here");
    write(venue.twin, "there");
    for (Node* other : {&venue.west, &venue.hub})
        for (Node* desk : {&venue.desk, &venue.twin}) venue.meet(*other, *desk);
    venue.meet(clerk, venue.west); // the headers of both histories, through a door
    REQUIRE(clerk.ledger->forks() == 1);
    for (const auto& [key, mark] : venue.hub.ledger->have()) {
        if (!venue.hub.ledger->base(key.origin) || key.audience == Audience::floor) continue;
        const auto run = venue.hub.ledger->suffix(key.origin, Audience::staff, 0, 1 << 20).value();
        REQUIRE(clerk.ledger->receive({&*run, 1}));
    }
    venue.meet(venue.hub, clerk); // a connection that was cut after the branch's
    CHECK(clerk.ledger->have() == venue.hub.ledger->have());
}

TEST_CASE("headers that an older copy gets back without their lost bodies are not waited for") {
    Venue venue;
    Folder backup;
    venue.desk.copy_to(backup.path);
    const Draft secret{subject_of(AttendeeId{"1"}), Contact{"lost", ""}, opening};
    (void)venue.desk.ledger->append({&secret, 1}).value();
    venue.meet(venue.west, venue.desk); // a door keeps the header only
    venue.meet(venue.hub, venue.west);
    venue.desk.put_back(backup.path);
    for (int i = 0; i < 2; ++i) venue.meet(venue.hub, venue.desk);
    CHECK(floor_of(*venue.desk.ledger) == floor_of(*venue.hub.ledger));
    CHECK(venue.desk.ledger->unacknowledged() == 0);
}

TEST_CASE("what the hub has of another history of a revoked device lets it wipe nothing") {
    Venue venue;
    Random random(4);
    venue.clone_east();
    for (int i = 0; i < 3; ++i) venue.enter(venue.east, random);
    venue.meet(venue.hub, venue.east);
    for (int i = 0; i < 2; ++i) venue.enter(venue.twin, random);
    const Draft lost = venue.hub.ledger->revocation(venue.east.ledger->identity().device, "lost");
    (void)venue.hub.ledger->append({&lost, 1}).value();
    const std::uint64_t unsent = venue.twin.ledger->unacknowledged();
    REQUIRE(unsent >= 2);
    REQUIRE(venue.twin.ledger->heard(venue.hub.ledger->have(), Role::hub)); // as far as its hello goes
    CHECK(venue.twin.ledger->unacknowledged() >= unsent);
    for (int i = 0; i < 2; ++i) venue.meet(venue.hub, venue.twin);
    CHECK(venue.twin.ledger->unacknowledged() == 0);
    CHECK(venue.readings_at(venue.hub).size() == 5);
    CHECK(venue.readings_at(venue.twin).size() == 5);                              // its own, of both histories
    CHECK_FALSE(venue.twin.ledger->revoked(venue.twin.ledger->identity().device)); // and nothing of others
}

TEST_CASE("whatever is copied, put back and met in whatever order, all come to the same and nothing known is lost") {
    const int seed = GENERATE(range(1, 25));
    CAPTURE(seed);
    Random random(static_cast<std::uint64_t>(seed) + 100);
    Venue venue;
    Folder backup;
    venue.east.copy_to(backup.path);
    std::set<Instant> kept; // known to two at some time
    for (int step = 0; step < 60; ++step) {
        Node& node = *venue.all[random.below(5)];
        switch (random.below(12)) {
        case 0:
            if (!venue.twin.ledger) venue.clone_east();
            break;
        case 1: venue.east.copy_to(backup.path); break;
        case 2: venue.east.put_back(backup.path); break;
        case 3:
        case 4:
        case 5: venue.meet(node, *venue.all[random.below(5)]); break;
        default:
            if (node.ledger) venue.enter(node, random);
        }
        for (Node* other : venue.all)
            if (other != &venue.east && other->ledger) kept.merge(venue.readings_at(*other));
    }
    for (int i = 0; i < 6; ++i) venue.meet_all();
    check_agreement(venue);
    const auto held = venue.readings_at(venue.hub);
    CHECK(std::ranges::includes(held, kept));
}
