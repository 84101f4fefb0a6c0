// Disks that are full for a while, under programs that run.
#include "tests/catch.h"
#include "tests/faults/greens.h"
#include "tests/faults/scene.h"
#include "tests/faults/small_disk.h"

using namespace foyer;
using namespace foyer::test;
using std::chrono::milliseconds;

namespace {

std::size_t not_recorded(const Terminal& terminal) {
    const auto seen = seen_on(terminal.program.lines());
    return static_cast<std::size_t>(std::ranges::count(seen, "cannot_record", &Seen::reason));
}

std::size_t recorded(const Terminal& terminal) {
    return seen_on(terminal.program.lines()).size() - not_recorded(terminal);
}

bool says(const Program& program, const std::string& what) {
    return program.complaints().find(what) != std::string::npos;
}

// The first terminal's disk is full, then not: what it says, and that it goes on.
template <class Fill, class Free>
void fill_and_free(Scene& scene, Fill fill, Free free) {
    Terminal& terminal = *scene.terminals.front();
    for (int round = 0; round < 2; ++round) {
        scene.go_on(milliseconds{500 + scene.random.below(1'000)});
        fill();
        const std::size_t refused = not_recorded(terminal);
        REQUIRE(scene.until([&] { return not_recorded(terminal) > refused + 1; }));
        free();
        const std::size_t before = recorded(terminal);
        REQUIRE(scene.until([&] { return recorded(terminal) > before + 1; }));
    }
    scene.calm();
    CAPTURE(terminal.program.complaints());
    CHECK(says(terminal.program, "nothing can be recorded"));
    CHECK(says(terminal.program, "is recorded again"));
    CHECK(std::filesystem::exists(terminal.pictures / "verdict-cannot_record.png"));
}

} // namespace

TEST_CASE("a terminal on a full disk shows no green, says why, and goes on when there is space") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    const auto where = std::filesystem::temp_directory_path() / ("foyer-disk-" + std::to_string(::getpid()));
    const auto disk = SmallDisk::mount(where, 64);
    if (disk) {
        Scene::Options options;
        options.terminals = 1;
        options.badge_held = milliseconds{1'300}; // so that a picture of it can be taken
        options.first_data = disk->path() / "terminal";
        Scene scene(seed, options);
        scene.start(*scene.terminals.front());
        fill_and_free(scene, [&] { disk->fill(); }, [&] { disk->free(); });
        CHECK(says(scene.terminals.front()->program, "the disk is full"));
    } else {
        WARN("this machine lets nobody mount: its files cannot grow instead");
        const XfszIgnored ignored;
        Scene::Options options;
        options.terminals = 1;
        options.badge_held = milliseconds{1'300}; // so that a picture of it can be taken
        Scene scene(seed, options);
        Terminal& terminal = *scene.terminals.front();
        scene.start(terminal);
        fill_and_free(
            scene, [&] { stop_growth(terminal.program.id(), terminal.data); },
            [&] { let_grow(terminal.program.id()); });
    }
}

TEST_CASE("a hub on a full disk says so, terminals keep what it cannot, and it goes on when there is space") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    const auto where = std::filesystem::temp_directory_path() / ("foyer-disk-" + std::to_string(::getpid()));
    const auto disk = SmallDisk::mount(where, 64);
    if (!disk) {
        WARN("this machine lets nobody mount: left out");
        return;
    }
    {
        Scene::Options options;
        options.hub_data = disk->path() / "hub";
        Scene scene(seed, options);
        for (const auto& terminal : scene.terminals) scene.start(*terminal);
        REQUIRE(scene.until([&] { return scene.page_count() > 0; }));
        disk->fill();
        REQUIRE(scene.until([&] { return says(scene.hub, "the disk is full"); }));
        const std::size_t greens = scene.greens();
        REQUIRE(scene.until([&] { return scene.greens() > greens + 10; })); // doors do not wait for their hub
        scene.hub.kill_at_once();                                           // while it can write nothing
        scene.go_on(milliseconds{500});
        disk->free();
        scene.start_hub();
        disk->fill();
        scene.go_on(milliseconds{2'500});
        disk->free();
        REQUIRE(scene.until([&] { return says(scene.hub, "the disk has space again"); }));
        scene.calm();
    }
}
