#include "sync/bench/figures.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace foyer::bench {

void Figures::add(const std::string& what, const std::string& load, const std::string& figure, const std::string& goal,
                  bool is_met) {
    rows_.push_back({what, load, figure, goal, is_met});
    std::printf("  %s: %s\n", what.c_str(), figure.c_str());
    std::fflush(stdout);
}

void Figures::print() const {
    std::printf("\n| what | load | figure | goal | |\n|---|---|---|---|---|\n");
    for (const Row& row : rows_)
        std::printf("| %s | %s | %s | %s | %s |\n", row.what.c_str(), row.load.c_str(), row.figure.c_str(),
                    row.goal.c_str(),
                    row.goal.empty() ? ""
                    : row.is_met     ? "met"
                                     : "MISSED");
}

std::string number(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    const std::string_view plain = text;
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i < point && (point - i) % 3 == 0) out.push_back(',');
        out.push_back(plain[i]);
    }
    return out;
}

double percentile(std::vector<double> values, double part) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

} // namespace foyer::bench
