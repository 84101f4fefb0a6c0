// What a demo makes of its three numbers: on the terminal, at the hub, on the page.
#include "kiosk/demo/summary.h"
#include "tests/catch.h"

using namespace foyer;

namespace {

SummaryInput counted(std::uint64_t terminal, std::uint64_t hub, int page) {
    SummaryInput input;
    input.recorded_on_terminal = terminal;
    input.recorded_at_hub = hub;
    input.page = {{page, page, 0}};
    return input;
}

bool says(const Agreement& agreed, const std::string& part) { return agreed.why.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a demo is good when all three agree, and not when they do not") {
    CHECK(agreement(counted(7, 7, 7), Wire::whole).good);
    CHECK(agreement(counted(7, 7, 7), Wire::whole).why.empty());
    CHECK_FALSE(agreement(counted(7, 4, 4), Wire::whole).good);
    CHECK_FALSE(agreement(counted(7, 7, 6), Wire::whole).good);
}

TEST_CASE("what waits behind a network that the watcher cut is no failure, and is said") {
    const auto cut = agreement(counted(7, 4, 4), Wire::cut);
    CHECK(cut.good);
    CHECK(says(cut, "You had cut the network: 3 records wait on the terminal"));
    CHECK(says(agreement(counted(5, 4, 4), Wire::cut), "1 record waits"));
    CHECK_FALSE(agreement(counted(7, 4, 3), Wire::cut).good);
    CHECK_FALSE(agreement(counted(4, 7, 7), Wire::cut).good);
}

TEST_CASE("a hub that went during the demo is named, however the numbers are") {
    for (const std::uint64_t on_terminal : {17u, 18u}) {
        auto input = counted(on_terminal, 17, 17);
        input.hub_gone = "was ended by signal 9";
        const auto gone = agreement(input, Wire::whole);
        CHECK_FALSE(gone.good);
        CHECK(says(gone, "The hub was ended by signal 9 during the demo; "));
        CHECK(says(gone, on_terminal == 18 ? "1 record waits" : "nothing waits"));
    }
}
