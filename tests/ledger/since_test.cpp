// What a ledger says has changed since it was asked last: who adds that up knows its marks.
#include "tests/catch.h"
#include "tests/ledger/fixture.h"
#include "tests/random.h"

namespace foyer::test {

namespace {

// A peer's picture of a node, kept up by news alone; new names of histories begin a new picture.
struct Picture {
    Have marks;
    std::uint64_t seen = 0, forks = 0;

    void look_at(const Ledger& node) {
        if (forks != node.forks()) *this = {{}, 0, node.forks()};
        Store::News news = node.have_since(seen);
        seen = news.now;
        for (const auto& [key, mark] : news.marks) marks.insert_or_assign(key, mark);
    }
};

} // namespace

TEST_CASE("news of a ledger's marks add up to its marks, whatever is written, received or forks") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        TemporaryFolder folders[5];
        std::vector<std::unique_ptr<Ledger>> nodes;
        nodes.push_back(make_hub(folders[0].path));
        for (int i = 1; i <= 3; ++i)
            nodes.push_back(enrol(*nodes[0], folders[i].path, i == 1 ? Role::desk : Role::door));
        Picture often[5], seldom[5];
        for (int step = 0; step < 60; ++step) {
            Ledger& node = *nodes[random.below(nodes.size())];
            if (random.chance(50))
                (void)node.append(std::vector{entered("000" + std::to_string(1 + random.below(3)))}).value();
            else
                pour(*nodes[random.below(nodes.size())], node);
            if (step == 30) { // the last door goes on from an older copy, beside itself
                const auto copy = nodes[3]->back_up().value();
                (void)nodes[3]->append(std::vector{entered("0001")}).value();
                (void)Ledger::restore(copy, folders[4].path);
                nodes.push_back(Ledger::open(folders[4].path, frozen()).value());
            }
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                often[i].look_at(*nodes[i]);
                CHECK(often[i].marks == nodes[i]->have());
                if (!random.chance(10)) continue;
                seldom[i].look_at(*nodes[i]);
                CHECK(seldom[i].marks == nodes[i]->have());
            }
        }
    }
}

TEST_CASE("a run that was asked for before a fact came is asked for anew after it") {
    TemporaryFolder folder;
    const auto hub = make_hub(folder.path);
    const auto before = hub->suffix(hub->origin(), Audience::staff, 0, 1U << 20U).value();
    CHECK(hub->suffix(hub->origin(), Audience::staff, 0, 1U << 20U).value() == before);
    (void)hub->append(std::vector{entered("0001")}).value();
    const auto after = hub->suffix(hub->origin(), Audience::staff, 0, 1U << 20U).value();
    REQUIRE(after);
    CHECK(after->facts.size() == before->facts.size() + 1);
    CHECK(hub->suffix(hub->origin(), Audience::floor, 0, 1U << 20U).value() != after); // staff bodies are withheld
}

} // namespace foyer::test
