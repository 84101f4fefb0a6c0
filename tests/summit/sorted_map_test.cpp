#include "sync/summit/revisions.h"
#include "sync/summit/sorted_map.h"

#include <map>
#include <set>

#include "tests/catch.h"
#include "tests/random.h"

namespace foyer::test {

TEST_CASE("a sorted map says after any steps what std::map says") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        SortedMap<int, int> ours;
        std::map<int, int> model;
        for (int step = 0; step < 400; ++step) {
            const int key = static_cast<int>(random.below(60)), value = static_cast<int>(random.below(1000));
            switch (random.below(4)) {
            case 0: CHECK(ours.emplace(key, value).second == model.emplace(key, value).second); break;
            case 1: ours[key] += value, model[key] += value; break;
            case 2: ours.insert_or_assign(key, value), model.insert_or_assign(key, value); break;
            case 3: CHECK(ours.erase(key) == model.erase(key)); break;
            }
            CHECK(ours.contains(key) == model.contains(key));
        }
        const std::map<int, int> all(ours.begin(), ours.end());
        CHECK(all == model);
        CHECK(ours.size() == model.size());
        CHECK(std::ranges::is_sorted(ours));
    }
}

TEST_CASE("revisions tell what changed since any number they gave, or that they cannot") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        Revisions<std::size_t> revisions;
        std::vector<std::pair<std::uint64_t, std::set<std::size_t>>> readers{{revisions.now(), {}}};
        CHECK_FALSE(revisions.knows(0));
        for (int step = 0; step < 6000; ++step) {
            const std::size_t key = random.below(50);
            revisions.note(key);
            for (auto& [since, changed] : readers) changed.insert(key);
            if (random.chance(1)) readers.push_back({revisions.now(), {}});
        }
        CHECK_FALSE(revisions.knows(readers.front().first)); // too long ago
        std::size_t known = 0;
        for (const auto& [since, changed] : readers) {
            if (!revisions.knows(since)) continue;
            ++known;
            std::set<std::size_t> told;
            revisions.each_since(since, [&](std::size_t key) { told.insert(key); });
            CHECK(told == changed);
        }
        CHECK(known > 0);
        const std::uint64_t last = revisions.now();
        revisions.forget();
        CHECK_FALSE(revisions.knows(last));
        CHECK(revisions.knows(revisions.now()));
    }
}

} // namespace foyer::test
