// What does not count any more: facts of a revoked device beyond what is trusted, and personal bodies after a purge.
#include <fstream>
#include <iterator>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

namespace {

struct Venue {
    Venue() : hub(make_hub(at_hub.path)), door(enrol(*hub, at_door.path)), other(enrol(*hub, at_other.path)) {
        share();
    }

    void share() {
        for (int round = 0; round < 2; ++round)
            for (Ledger* from : {hub.get(), door.get(), other.get()})
                for (Ledger* to : {hub.get(), door.get(), other.get()})
                    if (from != to) (void)pour(*from, *to);
    }
    void admit(const std::string& who) { REQUIRE(door->append(std::vector{entered(who)})); }
    // As far as the door's origin has come.
    [[nodiscard]] Trusted so_far() const {
        const Mark mark = door->have().at({door->origin(), Audience::floor});
        return {door->origin(), mark.seq, mark.head};
    }
    void revoke(const Trusted& trusted) { REQUIRE(hub->append(std::vector{revocation(trusted)})); }
    [[nodiscard]] Draft revocation(const Trusted& trusted) const {
        return {{SubjectKind::device, door->identity().device.hex()}, DeviceRevoked{"stolen", {trusted}}, noon()};
    }
    void check_alike() const {
        CHECK(door->rows_hash().value() == other->rows_hash().value());
        CHECK(hub->live().recorded == door->live().recorded);
        for (Ledger* node : {hub.get(), door.get(), other.get()}) {
            CHECK(node->verify());
            CHECK(node->rebuild());
        }
    }

    TemporaryFolder at_hub, at_door, at_other;
    std::unique_ptr<Ledger> hub, door, other;
};

bool file_has(const std::filesystem::path& folder, const std::string& text) {
    for (const char* name : {"ledger.sqlite", "ledger.sqlite-wal"}) {
        std::ifstream file(folder / name, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        if (bytes.find(text) != std::string::npos) return true;
    }
    return false;
}

} // namespace

TEST_CASE("what a device recorded before it was lost counts, what it records afterwards is kept and does not") {
    Venue venue;
    venue.admit("0001");
    const Trusted trusted = venue.so_far();
    venue.admit("0002");
    const bool arrives_first = GENERATE(true, false); // before the revocation, or after it
    if (arrives_first) venue.share();
    venue.revoke(trusted);
    venue.share();
    for (Ledger* node : {venue.hub.get(), venue.door.get(), venue.other.get()}) {
        CHECK(node->live().arrived == 1);
        CHECK(node->presence({"0001"}, {"2.04"}).inside);
        CHECK_FALSE(node->presence({"0002"}, {"2.04"}).inside);
        CHECK(node->stat().quarantined == 1);
    }
    CHECK(venue.hub->have().at({venue.door->origin(), Audience::floor}).seq == trusted.seq + 1);
    venue.check_alike();
}

TEST_CASE("an organiser extends what is trusted of a revoked device, and it counts") {
    Venue venue;
    const Trusted nothing = venue.so_far();
    venue.admit("0001");
    venue.revoke(nothing);
    venue.share();
    CHECK(venue.hub->live().arrived == 0);
    venue.revoke(venue.so_far());
    venue.share();
    CHECK(venue.hub->live().arrived == 1);
    CHECK(venue.other->live().arrived == 1);
    CHECK(venue.hub->stat().quarantined == 0);
    venue.check_alike();
}

TEST_CASE("which of two histories a revocation trusts is known once its last fact is here, and counts from then on") {
    Venue venue;
    const Mark parting = venue.door->have().at({venue.door->origin(), Audience::floor});
    venue.door.reset();
    TemporaryFolder at_twin;
    std::filesystem::copy(venue.at_door.path, at_twin.path, std::filesystem::copy_options::recursive);
    venue.door = Ledger::open(venue.at_door.path, frozen()).value();
    const auto twin = Ledger::open(at_twin.path, frozen()).value();
    for (int i = 0; i < 3; ++i) REQUIRE(twin->append(std::vector{entered("0001")}));
    for (int i = 0; i < 2; ++i) venue.admit("0002");
    REQUIRE(twin->origin() == venue.door->origin());

    venue.revoke(venue.so_far());
    (void)pour(*venue.hub, *venue.other);
    const auto bring = [&](const Ledger& from, std::uint64_t nth) {
        const auto run = from.suffix(from.origin(), Audience::floor, parting.seq + nth - 1, 1).value();
        REQUIRE(run);
        REQUIRE(run->facts.size() == 1);
        REQUIRE(venue.other->receive({&*run, 1}).value().front().outcome == Receipt::Outcome::stored);
    };
    bring(*venue.door, 1);
    for (const std::uint64_t nth : {1U, 2U, 3U}) bring(*twin, nth);
    bring(*venue.door, 2);
    CHECK_FALSE(venue.other->presence({"0001"}, {"2.04"}).inside);
    CHECK(venue.other->presence({"0002"}, {"2.04"}).inside);
    CHECK(venue.other->rebuild());
}

TEST_CASE("of an origin that a revocation does not name nothing counts") {
    Venue venue;
    venue.admit("0001");
    venue.revoke({OriginId{}, 7, {}});
    venue.share();
    CHECK(venue.other->live().arrived == 0);
    venue.check_alike();
}

TEST_CASE("a hub cannot be revoked, nor a device by a door") {
    Venue venue;
    CHECK(venue.door->append(std::vector{venue.revocation({})}).error().kind == FaultKind::not_allowed);
    const Draft of_hub{{SubjectKind::device, venue.hub->identity().device.hex()}, DeviceRevoked{"mutiny", {}}, noon()};
    REQUIRE(venue.hub->append(std::vector{of_hub}));
    venue.admit("0001");
    venue.share();
    CHECK(venue.other->live().expected == 3);
    CHECK(venue.other->live().arrived == 1);
    venue.check_alike();
}

TEST_CASE("a purge takes the names out of every node's file, and counts and chain stay as they were") {
    Venue venue;
    venue.admit("0002");
    venue.share();
    REQUIRE(file_has(venue.at_other.path, "Guest 0002"));
    REQUIRE(venue.hub->append(std::vector{Draft{{SubjectKind::attendee, "0002"}, Purged{"asked"}, noon()}}));
    venue.share();
    for (Ledger* node : {venue.hub.get(), venue.door.get(), venue.other.get()}) {
        CHECK_FALSE(node->person({"0002"}));
        CHECK(node->person({"0001"}));
        CHECK(node->live().arrived == 1);
        CHECK(node->live().expected == 3);
    }
    for (const auto* folder : {&venue.at_hub, &venue.at_door, &venue.at_other}) {
        CHECK_FALSE(file_has(folder->path, "Guest 0002"));
        CHECK(file_has(folder->path, "Guest 0001"));
    }
    venue.check_alike();
}

TEST_CASE("a body that was purged is not taken back from a node that does not know of the purge") {
    Venue venue;
    REQUIRE(venue.hub->append(std::vector{Draft{{SubjectKind::attendee, "0002"}, Purged{"asked"}, noon()}}));
    TemporaryFolder late_folder;
    auto late = enrol(*venue.hub, late_folder.path); // gets everything from the purged hub
    (void)pour(*venue.hub, *late);
    (void)pour(*venue.door, *late); // has the body still
    CHECK_FALSE(late->person({"0002"}));
    CHECK(late->person({"0001"}));
    CHECK(late->verify());
    CHECK(late->have().at({venue.hub->origin(), Audience::floor}) ==
          venue.hub->have().at({venue.hub->origin(), Audience::floor}));
}

TEST_CASE("a desk's note about a purged guest is taken as a header, and all of the desk's facts are held") {
    Venue venue;
    TemporaryFolder desk_folder;
    auto desk = enrol(*venue.hub, desk_folder.path, Role::desk);
    (void)pour(*venue.hub, *desk);
    REQUIRE(venue.hub->append(std::vector{Draft{{SubjectKind::attendee, "0002"}, Purged{"asked"}, noon()}}));
    REQUIRE(desk->append(std::vector{Draft{{SubjectKind::attendee, "0002"}, Note{"wears red shoes"}, noon()}}));
    (void)pour(*desk, *venue.hub);
    CHECK(venue.hub->have().at({desk->origin(), Audience::staff}).seq ==
          desk->have().at({desk->origin(), Audience::staff}).seq);
    CHECK_FALSE(file_has(venue.at_hub.path, "red shoes"));
    (void)pour(*venue.hub, *desk);
    CHECK_FALSE(file_has(desk_folder.path, "red shoes"));
    CHECK(desk->verify());
    CHECK(venue.hub->verify());
    CHECK(venue.hub->rebuild());
}

TEST_CASE("a wiped terminal holds nothing, writes nothing, and leaves no file behind") {
    Venue venue;
    venue.admit("0001");
    REQUIRE(venue.door->wipe("stolen"));
    CHECK_FALSE(venue.door->append(std::vector{entered("0002")}));
    CHECK(venue.door->have().empty());
    CHECK(venue.door->programme().places.empty());
    CHECK_FALSE(venue.door->badge_of({Presented::Form::foyer, "CODE0001"}));
    CHECK_FALSE(file_has(venue.at_door.path, "Guest 0001"));
    venue.door.reset();
    CHECK_FALSE(Ledger::exists(venue.at_door.path));
}

TEST_CASE("a terminal that was killed while it wiped itself says at its next start what became of it") {
    Venue venue;
    REQUIRE(venue.door->wipe("stolen"));
    TemporaryFolder copy;
    std::filesystem::copy_file(venue.at_door.path / "ledger.sqlite", copy.path / "ledger.sqlite");
    const auto opened = Ledger::open(copy.path, frozen());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().detail.find("was revoked and wiped (stolen)") != std::string::npos);
}

TEST_CASE("a fact of more than 64 KiB is not written, and the next one is") {
    Venue venue;
    const Draft large{{SubjectKind::attendee, "0001"}, Note{std::string(70'000, 'x')}, noon()};
    CHECK(venue.hub->append({&large, 1}).error().kind == FaultKind::bad_input);
    REQUIRE(venue.hub->append(std::vector{entered("0001")}));
    CHECK(venue.hub->verify());
}

TEST_CASE("what failed outside a transaction does not stop the facts from being read") {
    Venue venue;
    // One use of a code is enough; the table's key makes the second insert fail.
    const auto facts = [&] { return venue.hub->suffix(venue.hub->origin(), Audience::floor, 0, 1 << 20); };
    REQUIRE(facts());
    REQUIRE_FALSE(venue.hub->set_private_value("much", Bytes(2'000'000'000, 0)));
    CHECK(facts());
}
