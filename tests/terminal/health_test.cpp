// How a terminal is, as the desk thread tells it, and the lines of the log that are kept.
#include "kiosk/terminal/health.h"

#include "kiosk/terminal/journal.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"

namespace foyer::test {
namespace {

TEST_CASE("other terminals are named, those that were not heard too, and hubs are not among them") {
    TemporaryFolder at_hub, at_door, at_desk;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    auto desk = enrol(*hub, at_desk.path, Role::desk);
    pour(*hub, *door);
    Surroundings around;
    around.seen = {desk->identity().device};
    around.papers = at_door.path / "badges";
    const Health health = health_of(*door, around);
    REQUIRE(health.peers.size() == 1);
    CHECK(health.peers.front().heard == Health::Peer::Heard::yes);
    CHECK(health.facts > 0);
    CHECK(health.papers_are == Health::Papers::ready); // it can be made
    CHECK(health.free_bytes);
    CHECK(health.ledger_format == door->stat().format);
    REQUIRE(health.libraries.size() == 7);
    for (const std::string& library : health.libraries) {
        INFO(library);
        const auto version = library.substr(library.find("\u00a0") + 2);
        CHECK(std::isdigit(static_cast<unsigned char>(version.front())));
        CHECK(version.find('.') != std::string::npos);
    }
    around.seen.clear();
    CHECK(health_of(*door, around).peers.front().heard == Health::Peer::Heard::no);
}

TEST_CASE("the log keeps its last dozen lines, with the time of each") {
    Journal journal;
    for (int i = 1; i <= 20; ++i) journal.keep("line " + std::to_string(i));
    const auto last = journal.last();
    REQUIRE(last.size() == 12);
    CHECK(last.back().ends_with("Z  line 20"));
    CHECK(last.front().ends_with("Z  line 9"));
}

} // namespace
} // namespace foyer::test
