// What was measured, beside what it should be: rows of one table, printed at the end. Not thread-safe; the measuring
// thread's own.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace foyer::bench {

class Figures {
public:
    // `load`: what else went on, and what stood in for what. `goal` empty: only told.
    void add(const std::string& what, const std::string& load, const std::string& figure, const std::string& goal = "",
             bool is_met = true);
    void print() const;

private:
    struct Row {
        std::string what, load, figure, goal;
        bool is_met;
    };
    std::vector<Row> rows_;
};

// "12.3", "1,234": with so many digits behind the point.
std::string number(double value, int digits = 0);

// `part` of the values lie below; 0 when there are none.
double percentile(std::vector<double> values, double part);
inline double middle(const std::vector<double>& values) { return percentile(values, 0.5); }

using Steady = std::chrono::steady_clock;
inline double ms_since(Steady::time_point start) {
    return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}
template <class Work>
double ms_of(const Work& work) {
    const auto start = Steady::now();
    work();
    return ms_since(start);
}

} // namespace foyer::bench
