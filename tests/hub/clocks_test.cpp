#include "sync/hub/clocks.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

TEST_CASE("A clock that is off is noticed once, anew when it is off by much more, and when it is right again") {
    TemporaryFolder folder, at_door;
    auto hub = make_hub(folder.path);
    auto door = enrol(*hub, at_door.path);
    const DeviceId device = door->identity().device;
    const auto notices_of = [&](Milliseconds ahead) {
        const auto drafts = clock_notices(*hub, {{device, ahead}});
        (void)hub->append(drafts).value();
        return drafts.size();
    };
    CHECK(notices_of(1'900ms) == 0);
    CHECK(notices_of(-2'100ms) == 1);
    CHECK(hub->cards().size() == 1);
    CHECK(notices_of(-2'100ms) == 0);
    CHECK(notices_of(-3'000ms) == 0);
    CHECK(notices_of(-1'500ms) == 0); // hardly right
    CHECK(notices_of(1h) == 1);
    CHECK(hub->clock_ahead(device) == 1h);
    CHECK(notices_of(1h + 5min) == 0);
    CHECK(notices_of(3ms) == 1);
    CHECK(hub->cards().empty());
    CHECK(notices_of(3ms) == 0);
}
