// The simulated disk and SQLite's way to it: what is flushed stays, what is not may go, and a ledger bears it all.
#include <algorithm>
#include <set>

#include "tests/catch.h"

#include "sync/ledger/ledger.h"
#include "sync/simulate/stage.h"
#include "sync/simulate/summit.h"

using namespace foyer;
using namespace foyer::simulate;

namespace {

constexpr Instant noon{Milliseconds{1'685'332'800'000}};

Clock frozen() {
    return [] { return noon; };
}

Bytes bytes(std::string_view text) { return {text.begin(), text.end()}; }

std::string text_of(const Disk& disk) {
    const auto files = disk.copy();
    const auto file = files.find("file");
    return file == files.end() ? "" : std::string(as_text(file->second));
}

Result<> enter(Ledger& ledger, int number) {
    const Draft draft{subject_of(AttendeeId{std::to_string(number)}), Entered{{"hall"}, {"east"}, std::nullopt}, noon};
    const auto written = ledger.append({&draft, 1});
    if (!written) return std::unexpected(written.error());
    return {};
}

std::set<std::string> entered(const Ledger& ledger) {
    std::set<std::string> who;
    (void)ledger.each_fact([&](const Ledger::FactRow& row) {
        if (row.header.kind == Kind::entered) who.insert(decode_body(*row.body)->subject.id);
        return true;
    });
    return who;
}

} // namespace

TEST_CASE("what was flushed survives the power, what was not comes and goes") {
    Stage stage(1, Plant::none, {});
    bool lost = false, kept = false;
    for (int i = 0; i < 40; ++i) {
        Disk disk;
        disk.write("file", 0, bytes("flushed"));
        disk.flush("file");
        disk.write("file", 0, bytes("FLUSH"));
        disk.write("file", 7, bytes(" more"));
        REQUIRE(text_of(disk) == "FLUSHed more");
        disk.power_goes();
        REQUIRE(disk.write("file", 0, bytes("x")) == Disk::Written::failed);
        disk.power_returns(stage.random);
        REQUIRE(text_of(disk).size() >= 7);
        REQUIRE(text_of(disk).substr(5, 2) == "ed");
        lost = lost || text_of(disk) == "flushed";
        kept = kept || text_of(disk) == "FLUSHed more";
    }
    CHECK(lost);
    CHECK(kept);
}

TEST_CASE("a full disk says so and keeps what it has") {
    Disk disk;
    disk.free_bytes = 4;
    CHECK(disk.write("file", 0, bytes("four")) == Disk::Written::done);
    CHECK(disk.write("file", 4, bytes("+")) == Disk::Written::full);
    CHECK(disk.write("file", 0, bytes("FOUR")) == Disk::Written::done);
    CHECK(text_of(disk) == "FOUR");
}

TEST_CASE("a commit that failed is in no copy of the disk, so that no number is given twice") {
    Stage stage(1, Plant::none, {});
    auto hub = Ledger::create_summit("/hub", "hub", frozen()).value();
    REQUIRE(enter(*hub, 1));
    const std::uint64_t before = hub->own_seq();
    Disk& disk = stage.machines.at("/hub").disk;
    disk.flushes_fail = true;
    REQUIRE_FALSE(enter(*hub, 2));
    stage.machines.at("/copy").disk.put_back(disk.copy());
    auto copy = Ledger::open("/copy", frozen()).value();
    CHECK(copy->own_seq() == before);
    CHECK(entered(*copy) == std::set<std::string>{"1"});
    // The disk is well again, and its ledger goes on.
    disk.flushes_fail = false;
    REQUIRE(enter(*hub, 3));
    CHECK(hub->own_seq() == before + 1);
    hub.reset();
    hub = Ledger::open("/hub", frozen()).value();
    CHECK(entered(*hub) == std::set<std::string>{"1", "3"});
    CHECK(hub->verify());
}

TEST_CASE("a killed program's writes are with the operating system, and its lock is free") {
    Stage stage(1, Plant::none, {});
    auto ledger = Ledger::create_summit("/one", "Hub", frozen()).value();
    REQUIRE(enter(*ledger, 1));
    CHECK(Ledger::open("/one", frozen()).error().kind == FaultKind::busy);
    Disk& disk = stage.machines.at("/one").disk;
    disk.power_goes();
    ledger.reset();
    disk.programs_return();
    ledger = Ledger::open("/one", frozen()).value();
    CHECK(ledger->doubt().empty());
    CHECK(entered(*ledger) == std::set<std::string>{"1"});
}

// It was written and not flushed, so it counts for the next program as little as for the first, until it is.
TEST_CASE("what a killed program left unflushed is flushed before anybody is told of it") {
    Stage stage(5, Plant::none, {});
    for (int i = 0; i < 20; ++i) {
        const std::string folder = "/machine-" + std::to_string(i);
        Disk& disk = stage.machines.at(folder).disk;
        auto ledger = Ledger::create_summit(folder, "Hub", frozen()).value();
        disk.flushes_fail = true;
        REQUIRE_FALSE(enter(*ledger, 1));
        disk.power_goes();
        ledger.reset();
        disk.programs_return();
        disk.flushes_fail = false;
        ledger = Ledger::open(folder, frozen()).value();
        const auto told = entered(*ledger);
        disk.power_goes();
        ledger.reset();
        disk.power_returns(stage.random);
        ledger = Ledger::open(folder, frozen()).value();
        REQUIRE(entered(*ledger) == told);
    }
}

// The power goes at the first write of a check-in, at the second...: whatever is lost, the ledger opens, is what was
// written, has every check-in that was acknowledged, and goes on.
TEST_CASE("power may be lost at any write of a check-in") {
    Stage stage(7, Plant::none, {});
    std::uint64_t cuts = 0;
    for (std::uint64_t at = 1; at < 400; ++at) {
        const std::string folder = "/machine-" + std::to_string(at);
        Disk& disk = stage.machines.at(folder).disk;
        auto ledger = Ledger::create_summit(folder, "Hub", frozen()).value();
        disk.power_goes_at(at);
        std::set<std::string> acknowledged;
        for (int i = 1; i <= 12 && enter(*ledger, i); ++i) acknowledged.insert(std::to_string(i));
        const bool cut = disk.is_dead();
        ledger.reset(); // the last checkpoint is cut as well
        if (disk.is_dead()) disk.power_returns(stage.random);
        disk.no_power_loss();
        auto opened = Ledger::open(folder, frozen());
        INFO("cut at write " << at << (opened ? "" : opened.error().detail));
        REQUIRE(opened);
        REQUIRE((*opened)->verify());
        REQUIRE((*opened)->rebuild());
        const auto held = entered(**opened);
        REQUIRE(std::ranges::includes(held, acknowledged));
        REQUIRE(enter(**opened, 99));
        cuts += cut ? 1 : 0;
    }
    CHECK(cuts > 60);
}

TEST_CASE("power may be lost at any write of a ledger's making") {
    Stage stage(8, Plant::none, {});
    for (std::uint64_t at = 1; at < 200; ++at) {
        const std::string folder = "/machine-" + std::to_string(at);
        Disk& disk = stage.machines.at(folder).disk;
        disk.power_goes_at(at);
        auto made = Ledger::create_summit(folder, "Hub", frozen());
        const bool whole = made && !disk.is_dead();
        if (made) made->reset();
        if (disk.is_dead()) disk.power_returns(stage.random);
        disk.no_power_loss();
        auto opened = Ledger::open(folder, frozen());
        INFO("cut at write " << at << (opened ? "" : opened.error().detail));
        if (whole) REQUIRE(opened);
        if (opened) REQUIRE(enter(**opened, 1));
    }
}

TEST_CASE("a simulation's keys and hashes come from its seed alone") {
    const auto keys = [](std::uint64_t seed) {
        Stage stage(seed, Plant::none, {});
        return make_key_pair().public_key;
    };
    CHECK(keys(1) == keys(1));
    CHECK(keys(1) != keys(2));
    Stage stage(3, Plant::none, {});
    const KeyPair pair = make_key_pair();
    const Bytes signature = sign(bytes("said"), pair.secret_key);
    CHECK(verify(bytes("said"), signature, pair.public_key));
    CHECK_FALSE(verify(bytes("Said"), signature, pair.public_key));
    CHECK_FALSE(verify(bytes("said"), signature, make_key_pair().public_key));
}
