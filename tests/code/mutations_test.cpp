// Forged and altered codes: none is accepted.
#include <chrono>
#include <cstdio>

#include "tests/catch.h"
#include "tests/code/mutations.h"

using namespace foyer::test;

TEST_CASE("Of 20,000 changed codes and tickets none is accepted") {
    const Trial trial = try_mutations(41, 20'000);
    INFO(trial.first_accepted);
    CHECK(trial.accepted == 0);
    CHECK(trial.unchanged < trial.mutations / 10); // nearly all of them are really changed
}

TEST_CASE("Of 1,000,000 changed codes and tickets none is accepted", "[.][million]") {
    const auto start = std::chrono::steady_clock::now();
    const Trial trial = try_mutations(42, 1'000'000);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("mutations_tried %zu codes\nmutations_unchanged %zu codes\nmutations_accepted %zu codes\n"
                "mutations_seconds %.1f s\n",
                trial.mutations, trial.unchanged, trial.accepted, took.count());
    INFO(trial.first_accepted);
    CHECK(trial.accepted == 0);
    CHECK(trial.unchanged < trial.mutations / 10);
}
