// The strip at the foot of every screen: the demo's words give way to the state of the network, never the other way.
#include "kiosk/screens/pieces.h"
#include "tests/catch.h"

namespace foyer {

using Said = StripShares::Said;

TEST_CASE("where both fit, the strip says both in full") {
    const auto shares = strip_shares(900, {500, 200}, 300);
    CHECK(shares.demo == Said::whole);
    CHECK(shares.demo_wide >= 500);
    CHECK(shares.network_wide >= 300);
    CHECK(shares.demo_wide + shares.network_wide <= 900);
}

TEST_CASE("where they do not, the demo's words shrink, then are said shortly, and the state keeps its width") {
    const auto smaller = strip_shares(900, {500, 200}, 480);
    CHECK(smaller.demo == Said::whole);
    CHECK(smaller.demo_wide < 500);
    CHECK(smaller.network_wide >= 480);
    const auto shortly = strip_shares(900, {500, 200}, 690);
    CHECK(shortly.demo == Said::shortly);
    CHECK(shortly.network_wide >= 690);
}

TEST_CASE("a long state shrinks to leave a short word for the demo, and has the strip alone before it is cut") {
    const auto shrunk = strip_shares(900, {500, 200}, 900);
    CHECK(shrunk.demo == Said::shortly);
    CHECK(shrunk.network_wide >= 900 * theme::smallest_status / theme::status.size);
    const auto alone = strip_shares(900, {500, 200}, 1150);
    CHECK(alone.demo == Said::nothing);
    CHECK(alone.network_wide == Approx(900));
}

TEST_CASE("the state is never cut while there is room for it") {
    constexpr float smallest = theme::smallest_status / theme::status.size;
    for (float network = 0; network * smallest <= 880; network += 7)
        for (const float demo : {0.f, 250.f, 510.f, 790.f}) {
            INFO(network << " " << demo);
            const auto shares = strip_shares(900, {demo, demo / 2}, network);
            CHECK(shares.network_wide >= network * smallest);
            CHECK(shares.demo_wide + shares.network_wide <= 900.01f);
        }
}

} // namespace foyer
