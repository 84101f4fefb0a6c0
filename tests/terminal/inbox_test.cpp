// What waits for the glass: no decision is ever left out, and old news is.
#include "kiosk/terminal/inbox.h"
#include "tests/catch.h"

using namespace foyer;

TEST_CASE("every decision reaches the glass, however much news of camera and hub is there") {
    Inbox inbox;
    for (int i = 0; i < 1000; ++i) {
        inbox.post({PreviewOutline{}, std::nullopt});
        inbox.post({LinkState{.connected = true, .unsent = i, .last_contact = {}}, std::nullopt});
        if (i % 10 == 0) inbox.post({Decided{}, std::chrono::steady_clock::now()});
    }
    std::size_t decided = 0, news = 0;
    for (const Incoming& incoming : inbox.take()) {
        (incoming.seen ? decided : news) += 1;
        if (const auto* link = std::get_if<LinkState>(&incoming.event)) REQUIRE(link->unsent == 999);
    }
    REQUIRE(decided == 100);
    REQUIRE(news == 2);
    REQUIRE(inbox.take().empty());
}
