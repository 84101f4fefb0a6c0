// A data folder that was put back whole, with its mark, learns from others what it has forgotten.
#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;
namespace fs = std::filesystem;

static constexpr auto whole = fs::copy_options::recursive | fs::copy_options::overwrite_existing;

TEST_CASE("a ledger that is given own facts which it lacks goes on as a new origin, also after a restart") {
    const bool restarts = GENERATE(false, true);
    TemporaryFolder at_hub, at_door, at_copy;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    const auto enter = [&](const std::string& who) {
        const Draft draft = entered(who);
        REQUIRE(door->append({&draft, 1}));
    };
    enter("0001");
    door.reset();
    fs::copy(at_door.path, at_copy.path, whole);
    door = Ledger::open(at_door.path, frozen()).value();
    enter("0002");
    const OriginId before = door->origin();
    (void)pour(*door, *hub);

    door.reset();
    fs::copy(at_copy.path, at_door.path, whole);
    door = Ledger::open(at_door.path, frozen()).value();
    REQUIRE(door->doubt().empty());
    (void)pour(*hub, *door);
    if (restarts) {
        door.reset();
        door = Ledger::open(at_door.path, frozen()).value();
    }
    enter("0003");
    CHECK(door->origin() != before);
    (void)pour(*door, *hub);
    CHECK(hub->forks() == 0);
    CHECK(hub->live().arrived == 3);
}
