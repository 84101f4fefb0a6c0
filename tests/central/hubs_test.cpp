// Several hubs at one store at the same time: what they write together is there once, and none misses anything whatever
// the order of commits.
#include <future>
#include <thread>

#include "sync/central/lacking.h"
#include "tests/catch.h"
#include "tests/central/stores.h"
#include "tests/random.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// One database, the hubs that write to it, and a ledger that is kept up with it.
struct Shared {
    std::unique_ptr<CentralStore> hub(const std::string& name) const {
        return central_store(cluster, database, world, name);
    }
    // One look at the store, as a hub takes it; how many frames came.
    std::size_t tail(const CentralStore& from, Store& into) const {
        const Have mine = from.marks().value();
        const auto frames = lacking(from, mine, into.have(), {.max_bytes = 100'000}).value();
        const auto receipts = into.receive(frames).value();
        for (const Receipt& receipt : receipts) CHECK(receipt.outcome == Receipt::Outcome::stored);
        return frames.size();
    }
    World world;
    Cluster& cluster = shared_cluster();
    std::string database = cluster.make_database();
};

std::vector<SealedRun> all_of(const ModelStore& author) {
    return frames_of(author, author.origin(), Audience::staff, 0, 2'000);
}

} // namespace

TEST_CASE("two hubs that write the same facts at the same time write them once") {
    Shared shared;
    std::vector<std::unique_ptr<ModelStore>> authors;
    for (int i = 0; i < 6; ++i) {
        authors.push_back(std::make_unique<ModelStore>(shared.world, shared.world.enrol(Role::door)));
        for (int fact = 0; fact < 60; ++fact) authors.back()->write("entered");
    }
    std::vector<std::jthread> threads;
    std::atomic<int> failures = 0;
    for (int hub = 0; hub < 3; ++hub)
        threads.emplace_back([&, hub] {
            const auto store = shared.hub("Hub " + std::to_string(hub));
            Random random(static_cast<std::uint64_t>(hub));
            for (int round = 0; round < 12; ++round) {
                // Whole histories, some of them, in an order of its own.
                std::vector<SealedRun> frames;
                for (std::size_t i = 0; i < authors.size(); ++i)
                    for (const SealedRun& frame : all_of(*authors[(i + random.below(6)) % 6]))
                        if (frames.empty() || random.chance(80)) frames.push_back(frame);
                const auto receipts = store->receive(frames);
                if (!receipts || store->forks() != 0) ++failures;
            }
            for (const auto& author : authors)
                if (!store->receive(all_of(*author))) ++failures;
        });
    threads.clear();
    CHECK(failures == 0); // deadlocks were tried again
    const auto store = shared.hub("Hub");
    for (const auto& author : authors)
        CHECK(frames_of(*store, author->origin(), Audience::staff, 0, 2'000) == all_of(*author));
}

TEST_CASE("a transaction that began first and ends last is not missed") {
    Shared shared;
    ModelStore early(shared.world, shared.world.enrol(Role::door)), late(shared.world, shared.world.enrol(Role::door));
    const auto slow = shared.hub("Slow"), quick = shared.hub("Quick");
    REQUIRE(slow->confirm());
    LedgerStore reader(shared.world);

    // The slow hub has written its facts and waits for its own row; the quick one comes and goes meanwhile.
    const auto holder = shared.cluster.connect(shared.database);
    REQUIRE(holder->execute("BEGIN; SELECT * FROM foyer.hub FOR UPDATE"));
    auto writing = std::async(std::launch::async, [&] { return slow->receive(all_of(early)).has_value(); });
    const auto waits = [&] {
        const auto rows = holder->query("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND "
                                        "datname = current_database()");
        return rows->integer(0, 0) == 1;
    };
    while (!waits()) std::this_thread::sleep_for(std::chrono::milliseconds{5});
    REQUIRE(quick->receive(all_of(late)));
    CHECK(shared.tail(*quick, *reader.ledger) == 1);
    CHECK(mark_of(*reader.ledger, late.origin(), Audience::staff).seq == 1);
    CHECK(mark_of(*reader.ledger, early.origin(), Audience::staff).seq == 0);

    REQUIRE(holder->execute("ROLLBACK"));
    REQUIRE(writing.get());
    CHECK(shared.tail(*quick, *reader.ledger) == 1);
    CHECK(mark_of(*reader.ledger, early.origin(), Audience::staff).seq == 1);
    CHECK(shared.tail(*quick, *reader.ledger) == 0);
}

TEST_CASE("whatever histories come in whatever order, the shared store names and holds them as a ledger does") {
    const int seed = GENERATE(range(1, 13));
    CAPTURE(seed);
    Random random(static_cast<std::uint64_t>(seed) + 500);
    Shared shared;
    LedgerStore ledger(shared.world);
    const auto store = shared.hub("Hub");
    // A device whose folder was copied now and then: histories of one origin that part anywhere.
    std::vector<ModelStore> histories{ModelStore(shared.world, shared.world.enrol(Role::desk))};
    for (int step = 0; step < 40; ++step) {
        const std::size_t which = random.below(histories.size());
        if (histories.size() < 5 && random.chance(15)) histories.push_back(histories[which]);
        const Audience audience = random.chance(30) ? Audience::staff : Audience::floor;
        histories[which].write({{audience, std::to_string(step)}, {Audience::floor, "more"}});
        if (!random.chance(50)) continue;
        const ModelStore& from = histories[random.below(histories.size())];
        const Audience as = random.chance(70) ? Audience::staff : Audience::floor;
        auto frames = frames_of(from, from.origin(), as, 0, 1 + random.below(600));
        if (random.chance(50))
            frames.erase(frames.begin(), frames.begin() + static_cast<long>(random.below(frames.size())));
        const auto here = store->receive(frames).value(), there = ledger.ledger->receive(frames).value();
        for (std::size_t i = 0; i < frames.size(); ++i) {
            CHECK(here[i].outcome == there[i].outcome);
            CHECK(here[i].new_facts == there[i].new_facts);
        }
    }
    Have held = ledger.ledger->have();
    for (const Audience audience : {Audience::floor, Audience::staff}) held.erase({ledger.ledger->origin(), audience});
    CHECK(store->have() == held);
    CHECK(store->forks() == ledger.ledger->forks());
    for (const auto& [key, mark] : held) {
        CHECK(store->base(key.origin) == ledger.ledger->base(key.origin));
        CHECK(store->suffix(key.origin, key.audience, 0, 100'000).value() ==
              ledger.ledger->suffix(key.origin, key.audience, 0, 100'000).value());
        for (const auto& [other, theirs] : held)
            CHECK(store->common(key, {{other, theirs}}) == ledger.ledger->common(key, {{other, theirs}}));
    }
    // And it goes both ways: an empty ledger takes all of it from the store.
    LedgerStore fresh(shared.world);
    for (int round = 0; round < 4; ++round) (void)shared.tail(*store, *fresh.ledger);
    Have taken = fresh.ledger->have();
    for (const Audience audience : {Audience::floor, Audience::staff}) taken.erase({fresh.ledger->origin(), audience});
    CHECK(taken == held);
}
