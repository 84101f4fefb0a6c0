// The ledger on real SQLite files: what is appended is there, what arrives is checked, what is counted is true.
#include <algorithm>
#include <fstream>

#include <sqlite3.h>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

static void run_sql(const std::filesystem::path& folder, const char* sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((folder / "ledger.sqlite").c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

TEST_CASE("what was appended is there after reopening") {
    TemporaryFolder folder;
    OriginId origin;
    {
        auto hub = make_hub(folder.path);
        origin = hub->append(std::vector{entered("0001")}).value().front().origin;
    }
    auto again = Ledger::open(folder.path, frozen()).value();
    REQUIRE(again->origin() == origin);
    REQUIRE(again->live().arrived == 1);
    REQUIRE(again->programme().forums.size() == 1);
    REQUIRE(again->verify());
}

TEST_CASE("a data folder serves one program at a time") {
    TemporaryFolder folder;
    auto hub = make_hub(folder.path);
    const auto second = Ledger::open(folder.path, frozen());
    REQUIRE_FALSE(second);
    REQUIRE(second.error().kind == FaultKind::busy);
}

TEST_CASE("a ledger of a newer Foyer is left alone, and said to be newer") {
    TemporaryFolder folder;
    make_hub(folder.path).reset();
    run_sql(folder.path, "PRAGMA user_version = 99");
    REQUIRE(Ledger::open(folder.path, frozen()).error().kind == FaultKind::newer_version);
}

TEST_CASE("a folder without a ledger says what to do") {
    TemporaryFolder folder;
    REQUIRE(Ledger::open(folder.path, frozen()).error().kind == FaultKind::not_found);
}

TEST_CASE("a file that is no ledger is said to be none") {
    TemporaryFolder folder;
    FILE* file = std::fopen((folder.path / "ledger.sqlite").c_str(), "w");
    for (int i = 0; i < 1000; ++i) std::fputs("this is not a database ", file);
    std::fclose(file);
    REQUIRE(Ledger::open(folder.path, frozen()).error().kind == FaultKind::corrupt);
}

TEST_CASE("an invitation is found by its code's hash and by nothing else") {
    TemporaryFolder folder;
    auto hub = make_hub(folder.path);
    REQUIRE(hub->badge_of({Presented::Form::foyer, "CODE0001"})->attendee.text == "0001");
    REQUIRE_FALSE(hub->badge_of({Presented::Form::foyer, "CODE0009"}));
    REQUIRE_FALSE(hub->badge_of({Presented::Form::forged, "CODE0001"}));
}

TEST_CASE("a badge dies when its successor is issued, and at once when revoked") {
    TemporaryFolder folder;
    auto hub = make_hub(folder.path);
    const Badge old = *hub->badge_of({Presented::Form::foyer, "CODE0001"});
    const CodeHash fresh = code_hash(hub->identity().code_key, "FRESH");
    const std::string id = to_hex(fresh.view().first(8));
    (void)hub
        ->append(std::vector{
            Draft{{SubjectKind::badge, id}, BadgeIssued{{"0001"}, BadgeKind::badge, 2, fresh, old.id}, noon()}})
        .value();
    REQUIRE(hub->badge_of({Presented::Form::foyer, "CODE0001"})->state == BadgeState::replaced);
    REQUIRE(hub->badge_of({Presented::Form::foyer, "FRESH"})->state == BadgeState::issued);
    REQUIRE(hub->person_row({"0001"})->badge->id.text == id);
    (void)hub->append(std::vector{Draft{{SubjectKind::badge, id}, BadgeRevoked{"lost"}, noon()}}).value();
    REQUIRE(hub->badge_of({Presented::Form::foyer, "FRESH"})->state == BadgeState::revoked);
}

TEST_CASE("counts are of people, and leaving a room leaves one in the building") {
    TemporaryFolder folder;
    auto hub = make_hub(folder.path);
    (void)hub->append(std::vector{entered("0001"), entered("0001"), entered("0002")}).value();
    REQUIRE(hub->occupancy({"2.04"}).inside == 2);
    REQUIRE(hub->occupancy({"2.04"}).registered_absent == 1);
    (void)hub
        ->append(std::vector{Draft{{SubjectKind::attendee, "0001"}, Left{{"2.04"}, {"door"}, std::nullopt}, noon()}})
        .value();
    const Live live = hub->live();
    REQUIRE(hub->occupancy({"2.04"}).inside == 1);
    REQUIRE(live.inside == 2);
    REQUIRE(live.arrived == 2);
    REQUIRE(live.recorded == 4);
    REQUIRE(hub->presence({"0001"}, {"site"}).inside);
    REQUIRE_FALSE(hub->presence({"0001"}, {"2.04"}).inside);
}

TEST_CASE("a door holds every header, and no staff body") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    (void)pour(*hub, *door);
    REQUIRE(door->verify());
    REQUIRE(door->badge_of({Presented::Form::foyer, "CODE0002"})->attendee.text == "0002");
    REQUIRE(door->person_row({"0002"})->code.empty());
    REQUIRE(hub->person_row({"0002"})->code == "CODE0002");
    const auto facts = door->stat();
    REQUIRE(facts.facts == hub->stat().facts + 1); // and its own first
    REQUIRE(facts.bodies == facts.facts - 3);      // three codes withheld
}

TEST_CASE("a desk that got headers through a door still asks for the staff bodies, and gets them") {
    TemporaryFolder at_hub, at_door, at_desk;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    auto desk = enrol(*hub, at_desk.path, Role::desk);
    (void)pour(*hub, *door);
    (void)pour(*door, *desk);
    REQUIRE(desk->have().at({hub->origin(), Audience::floor}).seq > desk->have()[{hub->origin(), Audience::staff}].seq);
    REQUIRE(desk->person_row({"0002"})->code.empty());
    (void)pour(*hub, *desk);
    REQUIRE(desk->person_row({"0002"})->code == "CODE0002");
    REQUIRE(desk->have().at({hub->origin(), Audience::staff}) == hub->have().at({hub->origin(), Audience::staff}));
}

TEST_CASE("an entry that came through a door counts once when its staff neighbours come later") {
    TemporaryFolder at_hub, at_desk, at_door, at_other;
    auto hub = make_hub(at_hub.path);
    auto desk = enrol(*hub, at_desk.path, Role::desk);
    auto door = enrol(*hub, at_door.path);
    auto other = enrol(*hub, at_other.path, Role::desk);
    (void)pour(*hub, *door);
    (void)pour(*hub, *desk);
    const CodeHash hash = code_hash(hub->identity().code_key, "FRESH");
    const Subject badge{SubjectKind::badge, to_hex(hash.view().first(8))};
    (void)desk
        ->append(std::vector{Draft{badge, BadgeCode{"FRESH"}, noon()}, entered("0001"),
                             Draft{badge, BadgeIssued{{"0001"}, BadgeKind::badge, 2, hash, std::nullopt}, noon()}})
        .value();
    (void)pour(*desk, *door);
    (void)pour(*door, *other); // headers and floor bodies
    REQUIRE(other->live().recorded == 1);
    (void)pour(*desk, *other); // the code's body, and the entry behind it once more
    REQUIRE(other->have().at({desk->origin(), Audience::staff}) == desk->have().at({desk->origin(), Audience::staff}));
    REQUIRE(other->live().recorded == 1);
    REQUIRE(other->rebuild());
}

TEST_CASE("a replaced badge stays dead when its successor is revoked") {
    TemporaryFolder folder;
    auto hub = make_hub(folder.path);
    const Badge old = *hub->badge_of({Presented::Form::foyer, "CODE0001"});
    const CodeHash fresh = code_hash(hub->identity().code_key, "FRESH");
    const Subject successor{SubjectKind::badge, to_hex(fresh.view().first(8))};
    (void)hub
        ->append(std::vector{Draft{successor, BadgeIssued{{"0001"}, BadgeKind::badge, 2, fresh, old.id}, noon()},
                             Draft{successor, BadgeRevoked{"lost"}, noon()}})
        .value();
    REQUIRE(hub->badge_of({Presented::Form::foyer, "CODE0001"})->state == BadgeState::replaced);
}

TEST_CASE("a ledger whose making was cut off before its first fact opens and begins its origin") {
    TemporaryFolder folder;
    make_hub(folder.path).reset();
    run_sql(folder.path, "DELETE FROM private WHERE name = 'origin_nonce'; DELETE FROM fact; DELETE FROM origin; "
                         "DELETE FROM history; DELETE FROM total");
    auto hub = Ledger::open(folder.path, frozen()).value();
    REQUIRE(hub->append(std::vector{entered("0001")}).value().front().seq == 2);
    REQUIRE(hub->verify());
}

TEST_CASE("facts reach the hub once, however often they are sent") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    (void)pour(*hub, *door);
    (void)door->append(std::vector{entered("0001"), entered("0002")}).value();
    const SealedRun frame = *door->suffix(door->origin(), Audience::floor, 0, 1 << 20).value();
    REQUIRE(hub->receive({&frame, 1})->front().outcome == Receipt::Outcome::stored);
    REQUIRE(hub->receive({&frame, 1})->front().outcome == Receipt::Outcome::known);
    REQUIRE(hub->live().recorded == 2);
    REQUIRE(hub->live().scans == door->live().scans);
}

TEST_CASE("nothing beyond a hole is stored") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    (void)door->append(std::vector{entered("0001")}).value();
    const SealedRun frame = *door->suffix(door->origin(), Audience::floor, 1, 1 << 20).value();
    REQUIRE(hub->receive({&frame, 1})->front().outcome == Receipt::Outcome::hole);
    REQUIRE(hub->live().recorded == 0);
}

TEST_CASE("a changed header, body, seal or certificate is refused and changes nothing") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    (void)door->append(std::vector{entered("0001")}).value();
    const SealedRun good = *door->suffix(door->origin(), Audience::floor, 0, 1 << 20).value();
    const auto before = hub->stat().facts;
    const auto refuses = [&](const SealedRun& frame) {
        return hub->receive({&frame, 1})->front().outcome == Receipt::Outcome::refused;
    };
    SealedRun bad = good;
    bad.facts[1].body->back() ^= 1U;
    REQUIRE(refuses(bad));
    bad = good;
    bad.facts[1].header[20] ^= 1U;
    REQUIRE(refuses(bad));
    bad = good;
    bad.signature[5] ^= 1U;
    REQUIRE(refuses(bad));
    bad = good;
    bad.facts[1].body.reset();
    REQUIRE(refuses(bad));
    bad = good;
    bad.facts.pop_back();
    REQUIRE(refuses(bad));
    TemporaryFolder elsewhere, at_stranger;
    auto other_hub = make_hub(elsewhere.path);
    auto stranger = enrol(*other_hub, at_stranger.path);
    REQUIRE(refuses(*stranger->suffix(stranger->origin(), Audience::floor, 0, 1 << 20).value()));
    REQUIRE(hub->stat().facts == before);
    REQUIRE_FALSE(refuses(good));
}

TEST_CASE("a fact that its author may not write, or that makes no sense, is kept, forwarded and not folded") {
    TemporaryFolder at_hub, at_door, at_other;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path), other = enrol(*hub, at_other.path);
    (void)pour(*hub, *door);
    (void)pour(*door, *hub);
    Attendee promoted{{"0001"}};
    promoted.category = Category::vip;
    const Subject who{SubjectKind::attendee, "0001"};
    const Bytes entry = encode(entered("0001").payload);
    const auto which = GENERATE(range(std::size_t{0}, std::size_t{5}));
    const SealedRun frame =
        std::array{unruly(*door, {Bytes(16), who, {}, noon(), true, encode(Payload{promoted})}, Kind::attendee),
                   unruly(*door, {Bytes(16), who, {}, Instant::max(), true, entry}, Kind::entered),
                   unruly(*door, {Bytes(16), {SubjectKind::badge, "x"}, {}, noon(), true, entry}, Kind::entered),
                   unruly(*door, {Bytes(16), who, {}, noon(), true, {0xff}}, Kind::entered),
                   unruly(*door, {Bytes(16), who, {}, noon(), true, entry}, static_cast<Kind>(4711))}[which];
    REQUIRE(hub->receive({&frame, 1}).value().front().outcome == Receipt::Outcome::stored);
    REQUIRE(hub->attendee({"0001"})->category == Category::delegate);
    REQUIRE(hub->live().recorded == 0);
    REQUIRE(hub->stat().quarantined == 1);
    (void)pour(*hub, *other);
    REQUIRE(other->stat().quarantined == 1);
    const HaveKey key{door->origin(), Audience::floor};
    REQUIRE(other->have().at(key) == hub->have().at(key));
}

TEST_CASE("what nobody would fold is not written") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    const Draft promoted{{SubjectKind::attendee, "0001"}, Attendee{{"0001"}}, noon()};
    REQUIRE(door->append({&promoted, 1}).error().kind == FaultKind::not_allowed);
    REQUIRE(door->append(std::vector{entered("0001", Instant::max())}).error().kind == FaultKind::bad_input);
    REQUIRE(door->append(std::vector{entered("0001")}));
    REQUIRE(door->verify());
}

TEST_CASE("verify finds a changed body, a removed fact and a changed count of facts") {
    for (const char* sql :
         {"UPDATE fact SET body = zeroblob(10) WHERE kind = 9 AND id & 255 = 9", "DELETE FROM fact WHERE id & 255 = 5",
          "DELETE FROM fact WHERE id = (SELECT max(id) FROM fact)",
          "UPDATE fact SET seal = zeroblob(64) WHERE seal IS NOT NULL"}) {
        TemporaryFolder folder;
        make_hub(folder.path).reset();
        run_sql(folder.path, sql);
        auto ledger = Ledger::open(folder.path, frozen()).value();
        CAPTURE(sql);
        REQUIRE(ledger->verify().error().kind == FaultKind::corrupt);
    }
}

TEST_CASE("rebuilding from the facts gives the rows that are there, and mends rows that were not") {
    TemporaryFolder folder;
    {
        auto hub = make_hub(folder.path);
        (void)hub->append(std::vector{entered("0001"), entered("0002"), entered("0001")}).value();
        REQUIRE(hub->rebuild());
    }
    run_sql(folder.path, "UPDATE total SET n = n + 7 WHERE name = 'arrived'; DELETE FROM presence");
    auto hub = Ledger::open(folder.path, frozen()).value();
    REQUIRE(hub->live().arrived == 9);
    REQUIRE(hub->rebuild().error().kind == FaultKind::corrupt);
    REQUIRE(hub->live().arrived == 2);
    REQUIRE(hub->rebuild());
}

TEST_CASE("an enrolment code works once, and not when it is too old") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    const std::string code =
        hub->make_enrolment_code({Role::door, "East 1", CheckpointId{"door"}}, std::chrono::minutes{10}).value();
    const KeyPair keys = make_key_pair();
    REQUIRE_FALSE(hub->redeem_enrolment_code("WRONGCODE2", keys.public_key));
    REQUIRE(hub->redeem_enrolment_code(code, keys.public_key)->certificate.certificate.role == Role::door);
    REQUIRE_FALSE(hub->redeem_enrolment_code(code, keys.public_key));
    const std::string old = hub->make_enrolment_code({Role::door, "West 1", std::nullopt}, Milliseconds{0}).value();
    REQUIRE_FALSE(hub->redeem_enrolment_code(old, keys.public_key));
    REQUIRE_FALSE(hub->make_enrolment_code({Role::door, "x", CheckpointId{"nowhere"}}, std::chrono::minutes{10}));
}

// What a hub would say that has every fact and body of this door.
static Have at_hub_of(const Ledger& door) {
    return {{{door.origin(), Audience::staff}, door.have().at({door.origin(), Audience::floor})}};
}

TEST_CASE("every hub of a summit finds the same unlock number of a device, and a door finds none") {
    TemporaryFolder at_hub, at_other, at_door;
    auto hub = make_hub(at_hub.path);
    auto other = make_hub(at_other.path);
    auto door = enrol(*hub, at_door.path);
    const DeviceId device = door->identity().device;
    const std::string number = hub->unlock_number(device).value();
    REQUIRE(number.size() == 6);
    REQUIRE(number.find_first_not_of("0123456789") == std::string::npos);
    REQUIRE_FALSE(door->unlock_number(device));
    // Another summit's key, another device: other numbers, but for one chance in 10^12.
    const auto differs = [&](const Ledger& a, const Ledger& b, int bit) {
        DeviceId neighbour = device;
        neighbour.bytes[0] = static_cast<std::uint8_t>(neighbour.bytes[0] ^ bit);
        return a.unlock_number(device) != b.unlock_number(neighbour);
    };
    REQUIRE((differs(*hub, *other, 0) || differs(*hub, *other, 1)));
    REQUIRE((differs(*hub, *hub, 1) || differs(*hub, *hub, 2)));
    REQUIRE(other->set_private_value("summit_secret_key", *hub->private_value("summit_secret_key")));
    REQUIRE(other->unlock_number(device) == number);
}

TEST_CASE("a door knows how many of its facts the centre lacks, also after a restart") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    {
        auto door = enrol(*hub, at_door.path);
        (void)door->append(std::vector{entered("0001")}).value();
        REQUIRE(door->unacknowledged() == 2);
        REQUIRE(door->heard(door->have(), Role::door));
        REQUIRE(door->unacknowledged() == 2); // a door's word is not the centre's
        REQUIRE(door->heard(at_hub_of(*door), Role::hub));
        REQUIRE(door->unacknowledged() == 0);
        (void)door->append(std::vector{entered("0002")}).value();
    }
    auto door = Ledger::open(at_door.path, frozen()).value();
    REQUIRE(door->unacknowledged() == 1);
    REQUIRE(door->heard(at_hub_of(*door), Role::hub));
    door.reset(); // closed before anything else was written
    REQUIRE(Ledger::open(at_door.path, frozen()).value()->unacknowledged() == 0);
}

TEST_CASE("a door is in contact for thirty seconds after the centre had nothing that is not here") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    REQUIRE(hub->in_contact(noon()));
    REQUIRE_FALSE(door->in_contact(noon()));
    door->complete_at(noon());
    REQUIRE(door->in_contact(noon() + std::chrono::seconds{30}));
    REQUIRE_FALSE(door->in_contact(noon() + std::chrono::seconds{31}));
}

TEST_CASE("a database that is empty, no database, or gone is named with what to do, and no new one takes its place") {
    TemporaryFolder folder;
    make_hub(folder.path).reset();
    const auto file = folder.path / "ledger.sqlite";
    std::string said;
    SECTION("empty") {
        std::filesystem::resize_file(file, 0);
        said = "is empty (0 bytes)";
    }
    SECTION("something else") {
        std::ofstream(file) << std::string(5000, 'x');
        said = "file is not a database";
    }
    SECTION("gone") {
        std::filesystem::remove(file);
        said = "is gone, while ledger.mark beside it says";
        REQUIRE_FALSE(Ledger::create_summit(folder.path, "Hub", frozen()));
    }
    const auto opened = Ledger::open(folder.path, frozen());
    REQUIRE_FALSE(opened);
    CAPTURE(opened.error().detail);
    CHECK(opened.error().kind == FaultKind::corrupt);
    CHECK(opened.error().detail.starts_with(file.string()));
    CHECK(opened.error().detail.find(said) != std::string::npos);
    CHECK(opened.error().detail.find("move the folder " + folder.path.string() + " aside") != std::string::npos);
}
