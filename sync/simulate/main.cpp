// `foyer-simulate`: what `foyer simulate` starts.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "sync/simulate/many.h"

using namespace foyer::simulate;

namespace {

int run_one(Options options, bool with_trace) {
    if (with_trace) options.trace = [](const std::string& line) { std::printf("%s\n", line.c_str()); };
    const Report report = simulate(options);
    std::printf("%s", describe(options.seed, report).c_str());
    return report.finding.empty() ? 0 : 1;
}

int run_many(const Many& what) {
    const Summary summary = simulate_many(what, [](std::uint64_t seed, const Report& report) {
        if (!report.finding.empty()) std::printf("%s", describe(seed, report).c_str());
        if (seed % 10 == 0) std::fprintf(stderr, "\r%llu ", static_cast<unsigned long long>(seed));
    });
    std::fprintf(stderr, "\r");
    std::printf("%s", describe(summary).c_str());
    return summary.is_good() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Whole summits in memory, from a seed: what may go wrong does, and everything must hold.",
                 "foyer simulate"};
    Many many;
    std::uint64_t seed = 0;
    bool trace = false, quiet = false, shared_store = false;
    std::string plant;
    auto* seeds = app.add_option("--seeds", many.seeds, "how many summits")->capture_default_str();
    app.add_option("--from", many.from, "the first one's seed")->capture_default_str();
    auto* one = app.add_option("--seed", seed, "this one only")->excludes(seeds);
    app.add_flag("--trace", trace, "tell all that happens")->needs(one);
    app.add_flag("--quiet", quiet, "nothing goes wrong");
    app.add_flag("--store", shared_store, "two hubs may share a store");
    std::vector<std::string> plants;
    for (const auto& known : plant_names()) plants.emplace_back(known.name);
    app.add_option("--plant", plant, "a bug that must be found")->check(CLI::IsMember(plants));
    CLI11_PARSE(app, argc, argv);
    many.quiet = quiet;
    many.shared_store = shared_store;
    if (!plant.empty()) many.plant = *plant_named(plant);
    return *one ? run_one({seed, many.plant, {}, quiet, shared_store}, trace) : run_many(many);
}
