// Many simulations, one after the other, and what came of them in words.
#pragma once

#include "sync/simulate/world.h"

namespace foyer::simulate {

struct Many {
    std::uint64_t from = 1, seeds = 20;
    Plant plant = Plant::none;
    bool quiet = false;
    bool shared_store = false;
};

struct Summary {
    std::uint64_t seeds = 0;
    bool shared_store = false;
    std::vector<std::uint64_t> failed; // seeds
    std::array<std::uint64_t, trouble_count> fired{};
    std::uint64_t facts = 0, greens = 0, forks = 0;
    Milliseconds calm_most{0};

    // Over so many seeds every kind of trouble must have come: one that never does is tested by nobody.
    static constexpr std::uint64_t enough = 100;
    [[nodiscard]] std::vector<Trouble> never() const;
    [[nodiscard]] bool is_good() const { return failed.empty() && (seeds < enough || never().empty()); }
};

Summary simulate_many(const Many& what, const std::function<void(std::uint64_t seed, const Report&)>& after_each);

std::string describe(std::uint64_t seed, const Report& report); // a line, and how to see it again
std::string describe(const Summary& summary);                   // a table

} // namespace foyer::simulate
