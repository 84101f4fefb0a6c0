// How a terminal stands is kept in its ledger, and what is not understood there is as usual.
#include "kiosk/terminal/kept_stand.h"

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

namespace foyer::test {

TEST_CASE("What an admin set is there when the terminal is started again") {
    const TemporaryFolder folder;
    Stand stand{Mode::gate, 0, 112, true, Arrow::up, Arrow::right, Reach::left};
    {
        const auto ledger = make_hub(folder.path);
        CHECK(kept_stand(*ledger) == Stand{});
        REQUIRE(keep_stand(*ledger, stand, Stand{}));
    }
    const auto again = Ledger::open(folder.path, frozen()).value();
    CHECK(kept_stand(*again) == stand);
    const Stand before = stand;
    stand.mode.reset();
    stand.camera_at = Arrow::none;
    REQUIRE(keep_stand(*again, stand, before));
    CHECK(kept_stand(*again) == stand);
}

TEST_CASE("What the command line said is not kept with what an admin changed") {
    const TemporaryFolder folder;
    const auto ledger = make_hub(folder.path);
    const Stand told{.mode = Mode::gate, .volume = 0, .still = true};
    Stand changed = told;
    changed.zoom = 112;
    REQUIRE(keep_stand(*ledger, changed, told));
    CHECK(kept_stand(*ledger) == Stand{.zoom = 112});
    changed.volume = 60;
    Stand before = changed;
    before.volume = 0;
    REQUIRE(keep_stand(*ledger, changed, before));
    CHECK(kept_stand(*ledger) == Stand{.zoom = 112}); // 60 is as usual, and kept as chosen
    CHECK(as_text(*ledger->private_value("stand")).find("volume") != std::string::npos);
}

TEST_CASE("What is kept and makes no sense is as usual, and numbers stay within what there is") {
    const TemporaryFolder folder;
    const auto ledger = make_hub(folder.path);
    for (const char* rubbish : {"", "[]", "{\"mode\":", "{\"mode\":7,\"zoom\":\"large\",\"still\":\"yes\"}",
                                "{\"mode\":\"cellar\",\"camera_at\":\"front\"}"}) {
        INFO(rubbish);
        REQUIRE(ledger->set_private_value("stand", as_bytes(rubbish)));
        CHECK(kept_stand(*ledger) == Stand{});
    }
    REQUIRE(ledger->set_private_value("stand", as_bytes("{\"volume\":4000,\"zoom\":7}")));
    CHECK(kept_stand(*ledger).volume == 100);
    CHECK(kept_stand(*ledger).zoom == 100);
}

} // namespace foyer::test
