// A network that is slow, cut within a frame, silent, or away, while guests come.
#include "tests/catch.h"
#include "tests/faults/greens.h"
#include "tests/faults/scene.h"

using namespace foyer;
using namespace foyer::test;
using std::chrono::milliseconds;
using Weather = Proxy::Weather;

TEST_CASE("a bad network loses nothing, a dead line is noticed, and who was admitted twice meanwhile has a card") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    Scene::Options options;
    options.terminals = 3;
    Scene scene(seed, options);
    for (const auto& terminal : scene.terminals) scene.start(*terminal);
    REQUIRE(scene.until([&] { return scene.page_count() > 0; }));
    // The third one's line is dead and nobody says so; another one would do.
    Proxy& dead = *scene.terminals.back()->network;
    const long lines = dead.connections();
    dead.lose_lines();
    const std::vector<Weather> weathers{Weather::slow, Weather::dripping, Weather::silent, Weather::away,
                                        Weather::fair};
    for (int round = 0; round < 12; ++round) {
        Proxy& network = *scene.terminals[scene.random.below(2)]->network;
        network.set(weathers[static_cast<std::size_t>(round) % weathers.size()],
                    milliseconds{50 + scene.random.below(400)});
        if (scene.random.chance(40)) network.cut_after(1 + static_cast<long>(scene.random.below(2'000)));
        scene.go_on(milliseconds{300 + scene.random.below(1'500)});
    }
    for (int i = 0; i < 2; ++i) {
        Proxy& network = *scene.terminals[static_cast<std::size_t>(i)]->network;
        network.set(Weather::fair);
        network.cut_after(1 + static_cast<long>(scene.random.below(2'000)));
        REQUIRE(scene.until([&] { return network.cuts() > 0; }));
    }
    REQUIRE(scene.until([&] { return dead.connections() > lines; })); // its silence was noticed
    scene.calm();
    CHECK(scene.greens() > 30);
    CHECK(double_admissions(*scene.ledgers().front()) > 0);
}
