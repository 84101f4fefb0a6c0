// A disk that gives back what was not written.
#include <fstream>

#include "tests/catch.h"
#include "tests/faults/scene.h"

using namespace foyer;
using namespace foyer::test;
using std::chrono::milliseconds;

namespace {

void overwrite_pages(const std::filesystem::path& database, int pages, Random& random) {
    static constexpr std::size_t page_size = 4096, first = 40; // before it lie the tables' roots, and who it is
    const std::size_t last = std::filesystem::file_size(database) / page_size;
    REQUIRE(last > first + 20);
    std::fstream file(database, std::ios::in | std::ios::out | std::ios::binary);
    for (int i = 0; i < pages; ++i) {
        file.seekp(static_cast<std::streamoff>((first + random.below(last - first)) * page_size));
        for (std::size_t byte = 0; byte < page_size; ++byte) file.put(static_cast<char>(random.below(256)));
    }
    REQUIRE(file.good());
}

} // namespace

TEST_CASE("a terminal whose database is damaged puts it aside, goes on with what is left, and no green is lost") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    Scene scene(seed);
    for (const auto& terminal : scene.terminals) scene.start(*terminal);
    scene.go_on(milliseconds{4'000});
    Terminal& terminal = *scene.terminals[0];
    REQUIRE(terminal.program.end() == 0);
    scene.start(terminal, Scene::Guests::nobody); // what it has goes to the hub
    scene.go_on(milliseconds{2'000});
    REQUIRE(terminal.program.end() == 0);
    overwrite_pages(terminal.data / "ledger.sqlite", 12, scene.random);
    scene.start(terminal);
    scene.go_on(milliseconds{4'000});
    scene.calm();
    CHECK(scene.greens() > 15);
    CHECK(put_aside(terminal.data) == 1);
}

TEST_CASE("a hub whose database is damaged while it runs mends it by itself, and gets back what its terminals have") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    Scene scene(seed);
    Terminal& late = *scene.terminals[1];
    scene.start(late, Scene::Guests::nobody); // is enrolled
    scene.go_on(milliseconds{1'000});
    REQUIRE(late.program.end() == 0);
    scene.start(*scene.terminals[0]);
    scene.go_on(milliseconds{4'000});
    REQUIRE(scene.hub.end() == 0);
    scene.start_hub(); // what it has read so far is little
    overwrite_pages(scene.hub_data() / "ledger.sqlite", 60, scene.random);
    scene.start(late); // it gets what it lacks, so the hub reads that
    CHECK(scene.until([&] { return put_aside(scene.hub_data()) == 1; }));
    CHECK(scene.until([&] { return scene.hub.is_running() && scene.page_count() > 0; }));
    scene.calm();
    CHECK(scene.greens() > 10);
}
