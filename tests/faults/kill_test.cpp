// kill -9 at any moment, of whatever runs, while guests come.
#include "tests/catch.h"
#include "tests/faults/scene.h"

using namespace foyer;
using namespace foyer::test;
using std::chrono::milliseconds;

namespace {

milliseconds some(Random& random, std::size_t most) { return milliseconds{random.below(most)}; }

} // namespace

TEST_CASE("kill -9 of terminals and hub while guests come loses nothing that anybody saw") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    Scene scene(seed);
    for (const auto& terminal : scene.terminals) scene.start(*terminal);
    for (int round = 0; round < 8; ++round) {
        scene.go_on(some(scene.random, 2'500));
        const std::size_t victim = scene.random.below(3);
        if (victim == 2) {
            scene.hub.kill_at_once();
            scene.go_on(some(scene.random, 1'000));
            scene.start_hub();
        } else {
            scene.terminals[victim]->program.kill_at_once();
            scene.start(*scene.terminals[victim]);
        }
    }
    scene.go_on(milliseconds{1'000});
    scene.calm();
    CHECK(scene.greens() > 30);
}

TEST_CASE("kill -9 of the shared store, the hub and terminals while guests come loses nothing that anybody saw") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    Cluster cluster(Cluster::Disk::careful);
    Scene::Options options;
    options.store = &cluster;
    Scene scene(seed, options);
    for (const auto& terminal : scene.terminals) scene.start(*terminal);
    for (int round = 0; round < 6; ++round) {
        scene.go_on(some(scene.random, 2'500));
        const std::size_t victim = scene.random.below(4);
        if (victim == 3) scene.hub.kill_at_once();
        if (victim < 2) scene.terminals[victim]->program.kill_at_once();
        if (victim == 2 || round % 2 == 0) { // it may be away when the others come back
            cluster.kill_at_once();
            scene.go_on(some(scene.random, 1'000));
        }
        if (victim < 2) scene.start(*scene.terminals[victim]);
        if (victim == 3) scene.start_hub();
        if (victim == 2 || round % 2 == 0) cluster.start();
    }
    scene.go_on(milliseconds{1'000});
    scene.calm();
    CHECK(scene.greens() > 30);
}

TEST_CASE("terminals whose hub dies go on to the summit's other hub by themselves, and come back without harm") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    Cluster cluster(Cluster::Disk::careful);
    Scene::Options options;
    options.store = &cluster;
    Scene scene(seed, options);
    Program further("further", scene.folder);
    const std::string url = scene.start_further_hub(further);
    for (const auto& terminal : scene.terminals) scene.start(*terminal);
    scene.go_on(milliseconds{3'000}); // they hear of it from their own
    scene.hub.kill_at_once();
    const auto counted = [&] { return scene.page_count(url, scene.folder / "further"); };
    const int before = counted();
    CHECK(scene.until([&] { return counted() > before + 10; }));
    scene.start_hub();
    further.kill_at_once();
    scene.go_on(milliseconds{1'000});
    scene.calm();
    CHECK(scene.greens() > 10);
}
