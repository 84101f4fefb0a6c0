// Whole summits, each from a seed. `foyer simulate --seed S --trace` shows one.
#include "tests/catch.h"

#include "sync/simulate/many.h"

using namespace foyer;
using namespace foyer::simulate;

TEST_CASE("a summit where nothing goes wrong comes to rest at once") {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const simulate::Report report = simulate::simulate({seed, Plant::none, {}, true});
        CAPTURE(seed);
        CHECK(report.finding.empty());
        CHECK(report.calm <= std::chrono::seconds{2});
        CHECK(report.forks == 0);
        CHECK(report.greens > 0);
    }
}

TEST_CASE("whatever goes wrong, what must hold holds, and all come to the same") {
    const Summary summary = simulate_many({1, 20}, [](std::uint64_t seed, const simulate::Report& report) {
        INFO(describe(seed, report));
        CHECK(report.finding.empty());
    });
    CHECK(summary.never().size() < 4);
    CHECK(summary.forks > 0);
}

TEST_CASE("what a terminal brings that the shared store has already is acknowledged at once") {
    const simulate::Report report = simulate::simulate({72, Plant::none, {}, false, true});
    CHECK(report.finding.empty());
}

TEST_CASE("the same seed gives the same trace, to the last byte") {
    const auto trace_of = [](std::uint64_t seed) {
        std::string trace;
        (void)simulate::simulate({seed, Plant::none, [&](const std::string& line) { trace += line + "\n"; }});
        return trace;
    };
    const std::string once = trace_of(9);
    CHECK(once.size() > 10'000);
    CHECK(once == trace_of(9));
    CHECK(once != trace_of(10));
}
