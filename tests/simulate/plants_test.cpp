// The checks are only as good as the bugs they find: each planted one must be found within some seeds.
#include "tests/catch.h"

#include "sync/simulate/many.h"

using namespace foyer;
using namespace foyer::simulate;

TEST_CASE("each planted bug is found", "[.][plants]") {
    static constexpr std::uint64_t seeds_at_most = 60;
    for (const PlantName& planted : plant_names()) {
        std::uint64_t seed = 1;
        while (seed <= seeds_at_most && simulate::simulate({seed, planted.plant, {}, false, true}).finding.empty())
            ++seed;
        CAPTURE(std::string(planted.name));
        CHECK(seed <= seeds_at_most);
    }
}
