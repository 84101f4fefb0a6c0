// What every store promises to replication, asked of each: the ledger, the shared store, and the model.
#include "sync/ledger/chain.h"
#include "tests/catch.h"
#include "tests/central/stores.h"

using namespace foyer;
using namespace foyer::test;
using Outcome = Receipt::Outcome;

namespace {

enum class Which { ledger, postgres, model };

struct Contract {
    explicit Contract(Which kind) {
        if (kind == Which::ledger) ledger = std::make_unique<LedgerStore>(world);
        if (kind == Which::model) model = std::make_unique<ModelStore>(world, world.enrol(Role::hub));
        if (kind == Which::postgres) central = central_store(shared_cluster(), shared_cluster().make_database(), world);
        store = ledger    ? static_cast<Store*>(ledger->ledger.get())
                : central ? static_cast<Store*>(central.get())
                          : model.get();
    }
    Receipt give(const SealedRun& frame) const { return store->receive({&frame, 1}).value().at(0); }
    [[nodiscard]] Mark held(const ModelStore& history, Audience audience) const {
        return mark_of(*store, history.origin(), audience);
    }

    World world;
    std::unique_ptr<LedgerStore> ledger;
    std::unique_ptr<CentralStore> central;
    std::unique_ptr<ModelStore> model;
    Store* store = nullptr;
    NodeIdentity door = world.enrol(Role::door);
    ModelStore author{world, door};
};

Which any_store() {
    const Which kind = GENERATE(Which::ledger, Which::postgres, Which::model);
    CAPTURE(static_cast<int>(kind));
    return kind;
}

// The model knows no forks.
Which any_that_forks() { return GENERATE(Which::ledger, Which::postgres); }

} // namespace

TEST_CASE("a store has what it was given and gives it back byte for byte") {
    Contract c(any_store());
    for (const char* text : {"one", "two", "three"}) c.author.write(text);
    const auto frames = frames_of(c.author, c.author.origin(), Audience::staff);
    REQUIRE(frames.size() == 4);
    const auto receipts = c.store->receive(frames).value();
    for (const Receipt& receipt : receipts) {
        CHECK(receipt.outcome == Outcome::stored);
        CHECK(receipt.new_facts == 1);
    }
    for (const Audience audience : {Audience::floor, Audience::staff}) {
        CHECK(c.held(c.author, audience) == mark_of(c.author, c.author.origin(), audience));
        CHECK(frames_of(*c.store, c.author.origin(), audience) == frames_of(c.author, c.author.origin(), audience));
    }
}

TEST_CASE("what is given twice is known and changes nothing") {
    Contract c(any_store());
    c.author.write("one");
    const auto frames = frames_of(c.author, c.author.origin(), Audience::staff);
    (void)c.store->receive(frames).value();
    const Have before = c.store->have();
    for (const SealedRun& frame : frames) CHECK(c.give(frame).outcome == Outcome::known);
    CHECK(c.store->have() == before);
}

TEST_CASE("nothing beyond a hole is stored") {
    Contract c(any_store());
    c.author.write("one");
    c.author.write("two");
    const auto frames = frames_of(c.author, c.author.origin(), Audience::staff);
    CHECK(c.give(frames[1]).outcome == Outcome::hole);
    CHECK(c.give(frames[0]).outcome == Outcome::stored);
    CHECK(c.give(frames[2]).outcome == Outcome::hole);
    CHECK(c.held(c.author, Audience::floor).seq == 1);
}

TEST_CASE("what is new in a frame that is partly known is stored") {
    Contract c(any_store());
    c.author.write("one");
    c.author.write("two");
    c.author.write("three");
    const auto pieces = frames_of(c.author, c.author.origin(), Audience::staff);
    const auto whole = frames_of(c.author, c.author.origin(), Audience::staff, 0, 100'000);
    REQUIRE(whole.size() == 1);
    (void)c.store->receive(std::span(pieces).first(2)).value();
    const Receipt receipt = c.give(whole[0]);
    CHECK(receipt.outcome == Outcome::stored);
    CHECK(receipt.new_facts == 2);
    CHECK(c.held(c.author, Audience::staff) == mark_of(c.author, c.author.origin(), Audience::staff));
}

TEST_CASE("what cannot be verified is refused, with the reason, and the rest of the call is kept") {
    Contract c(any_store());
    c.author.write("one");
    const World elsewhere;
    ModelStore stranger(elsewhere, elsewhere.enrol(Role::door)), other(c.world, c.world.enrol(Role::door));
    auto frames = frames_of(c.author, c.author.origin(), Audience::staff);
    std::vector<SealedRun> bad{frames[1], frames[1], frames_of(stranger, stranger.origin(), Audience::staff)[0]};
    bad[0].signature[3] ^= 1U;
    bad[1].facts[0].body->front() ^= 1U;
    (void)c.give(frames[0]);
    for (const SealedRun& frame : bad) {
        const SealedRun good = frames_of(other, other.origin(), Audience::staff).back();
        const auto receipts = c.store->receive(std::vector{frame, good}).value();
        CHECK(receipts[0].outcome == Outcome::refused);
        CHECK_FALSE(receipts[0].reason.empty());
        CHECK(receipts[1].outcome == Outcome::stored);
        other.write("more");
    }
    CHECK(c.held(c.author, Audience::floor).seq == 1);
    CHECK(c.give(frames[1]).outcome == Outcome::stored);
}

TEST_CASE("a staff body is for staff, and a bare header never counts as having it") {
    Contract c(any_store());
    c.author.write({{Audience::floor, "person"}, {Audience::staff, "contact"}, {Audience::floor, "badge"}});
    const auto bare = frames_of(c.author, c.author.origin(), Audience::floor, 0, 100'000);
    const auto whole = frames_of(c.author, c.author.origin(), Audience::staff, 0, 100'000);
    CHECK(c.give(bare[0]).outcome == Outcome::stored);
    CHECK(c.held(c.author, Audience::floor).seq == 4);
    CHECK(c.held(c.author, Audience::staff).seq < 4);
    CHECK(frames_of(*c.store, c.author.origin(), Audience::floor, 0, 100'000) == bare);
    CHECK(c.give(whole[0]).outcome == Outcome::stored);
    CHECK(c.held(c.author, Audience::staff).seq == 4);
    CHECK(frames_of(*c.store, c.author.origin(), Audience::staff, 0, 100'000) == whole);
    CHECK(frames_of(*c.store, c.author.origin(), Audience::floor, 0, 100'000) == bare);
    CHECK(c.give(whole[0]).outcome == Outcome::known);
}

TEST_CASE("a suffix begins behind what is there, ends on a seal and keeps to its size") {
    Contract c(any_store());
    for (int i = 0; i < 1000; ++i) c.author.write(std::string(100, 'x'));
    const auto frames = frames_of(c.author, c.author.origin(), Audience::staff, 0, 20'000);
    (void)c.store->receive(frames).value();
    const auto given = c.store->suffix(c.author.origin(), Audience::staff, 700, 5'000).value();
    REQUIRE(given);
    CHECK(given->first_seq == 701);
    CHECK(given->facts.size() > 10);
    CHECK(given->facts.size() < 70);
    CHECK(frames_of(*c.store, c.author.origin(), Audience::staff, 0, 1'000'000).front().facts.size() == 1001);
    CHECK_FALSE(c.store->suffix(c.author.origin(), Audience::staff, 1001, 5'000).value());
    CHECK_FALSE(c.store->suffix(OriginId{}, Audience::staff, 0, 5'000).value());
}

TEST_CASE("two histories of one origin are both kept, under the same names whichever came first") {
    Contract c(any_that_forks());
    c.author.write("before");
    ModelStore twin = c.author;
    c.author.write("here");
    c.author.write("and on");
    twin.write("there");
    const bool twin_first = GENERATE(true, false);
    std::vector<SealedRun> all;
    for (const ModelStore* history : {&c.author, &twin}) {
        auto frames = frames_of(*history, c.author.origin(), Audience::staff);
        all.insert(twin_first ? all.begin() : all.end(), frames.begin(), frames.end());
    }
    for (const SealedRun& frame : all) CHECK(c.give(frame).outcome != Outcome::refused);
    CHECK(c.store->forks() == 1);

    const Hash here = c.author.facts[c.author.origin()][2].head, there = twin.facts[c.author.origin()][2].head;
    const ModelStore& first = here < there ? c.author : twin; // keeps the name
    const ModelStore& second = here < there ? twin : c.author;
    const OriginId branch = branch_of(c.author.origin(), 3, std::max(here, there));
    const Mark name = mark_of(first, first.origin(), Audience::staff);
    const Mark off = mark_of(second, first.origin(), Audience::staff);
    CHECK(c.held(first, Audience::staff) == name);
    CHECK(mark_of(*c.store, branch, Audience::staff) == off);
    CHECK(c.store->base(branch) == FactId{first.origin(), 2});
    CHECK_FALSE(c.store->base(first.origin()));
    // What a peer has that knows one history only, under the one name it has for it.
    const HaveKey at{first.origin(), Audience::floor}, beside{branch, Audience::floor};
    CHECK(c.store->common(at, {{at, name}}) == name.seq);
    CHECK(c.store->common(at, {{at, off}}) == 2);
    CHECK(c.store->common(beside, {{beside, off}}) == off.seq);
    CHECK(c.store->common(beside, {{at, off}}) == off.seq);

    // Given again, under any name and from the start, they are known; and each goes on where it ended.
    for (const SealedRun& frame : all) CHECK(c.give(frame).outcome == Outcome::known);
    twin.write("still there");
    CHECK(c.give(frames_of(twin, twin.origin(), Audience::staff, 3).front()).outcome == Outcome::stored);
    CHECK(c.store->forks() == 1);
}

TEST_CASE("a purge takes the names from the store, and none comes back into it") {
    const Which kind = any_that_forks();
    const World world;
    LedgerStore hub(world), other(world), ledger(world);
    const auto central = central_store(shared_cluster(), shared_cluster().make_database(), world);
    Store& store = kind == Which::ledger ? static_cast<Store&>(*ledger.ledger) : *central;
    const auto write = [](LedgerStore& author, Payload payload) {
        const Draft draft{subject_of(AttendeeId{"0412"}), std::move(payload), contract_time()};
        (void)author.ledger->append({&draft, 1}).value();
    };
    const auto give_all = [&](const LedgerStore& author) {
        (void)store.receive(frames_of(*author.ledger, author.ledger->origin(), Audience::staff)).value();
    };
    const auto names_in = [&](const LedgerStore& author) {
        int names = 0;
        for (const SealedRun& frame : frames_of(store, author.ledger->origin(), Audience::staff))
            for (const auto& fact : frame.facts) names += is_personal(decode_header(fact.header)->kind) && fact.body;
        return names;
    };
    write(hub, Person{"Guest", "en", "Guest", {}, ""});
    write(hub, Contact{"guest@example.org", ""});
    write(other, Contact{"again@example.org", ""});
    give_all(hub);
    CHECK(names_in(hub) == 2);
    write(hub, Purged{"asked for it"});
    give_all(hub);
    give_all(other); // had not heard of it
    CHECK(names_in(hub) + names_in(other) == 0);
    for (const LedgerStore* author : {&hub, &other})
        CHECK(mark_of(store, author->ledger->origin(), Audience::staff) ==
              mark_of(*author->ledger, author->ledger->origin(), Audience::staff));
}
