#include "sync/simulate/many.h"

#include <algorithm>

namespace foyer::simulate {

std::vector<Trouble> Summary::never() const {
    std::vector<Trouble> never;
    for (std::size_t i = 0; i < trouble_count; ++i)
        if (fired[i] == 0 && (shared_store || i < static_cast<std::size_t>(Trouble::store_away)))
            never.push_back(static_cast<Trouble>(i));
    return never;
}

Summary simulate_many(const Many& what, const std::function<void(std::uint64_t seed, const Report&)>& after_each) {
    Summary summary;
    summary.shared_store = what.shared_store;
    for (std::uint64_t seed = what.from; seed < what.from + what.seeds; ++seed) {
        const Report report = simulate({seed, what.plant, {}, what.quiet, what.shared_store});
        ++summary.seeds;
        if (!report.finding.empty()) summary.failed.push_back(seed);
        for (std::size_t i = 0; i < trouble_count; ++i) summary.fired[i] += report.fired[i];
        summary.facts += report.facts;
        summary.greens += report.greens;
        summary.forks += report.forks;
        summary.calm_most = std::max(summary.calm_most, report.calm);
        if (after_each) after_each(seed, report);
    }
    return summary;
}

static std::string seconds(Milliseconds time) { return std::to_string(time.count() / 1000) + " s"; }

std::string describe(std::uint64_t seed, const Report& report) {
    const std::string number = std::to_string(seed);
    if (!report.finding.empty())
        return "seed " + number + ": " + report.finding + "\n    foyer simulate --seed " + number + " --trace\n";
    return "seed " + number + ": " + std::to_string(report.nodes) + " nodes, " + std::to_string(report.facts) +
           " facts, " + std::to_string(report.greens) + " times green, " + std::to_string(report.forks) +
           " forks; all agreed after " + seconds(report.calm) + " of calm\n";
}

std::string describe(const Summary& summary) {
    std::string text;
    for (std::size_t i = 0; i < trouble_count; ++i) {
        std::string count = std::to_string(summary.fired[i]);
        count.insert(0, count.size() < 8 ? 8 - count.size() : 0, ' ');
        text += count + "  " + std::string(name(static_cast<Trouble>(i)));
        text += summary.fired[i] == 0 && summary.seeds >= Summary::enough ? "  NEVER\n" : "\n";
    }
    text += std::to_string(summary.seeds) + " summits, " + std::to_string(summary.facts) + " facts, " +
            std::to_string(summary.greens) + " times green, " + std::to_string(summary.forks) + " forks; " +
            "all agreed after at most " + seconds(summary.calm_most) + " of calm\n";
    text += summary.failed.empty() ? "nothing found\n" : std::to_string(summary.failed.size()) + " failed\n";
    return text;
}

} // namespace foyer::simulate
