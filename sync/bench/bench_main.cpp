// ./run bench sync: what syncing costs and how fast it is, all contenders in one run, as a table with goals. Words name
// some of it (check-in, roster, catch-up, doors, crowd) while working on one; without any all is measured.
#include <cstdio>
#include <set>

#include <unistd.h>

#include "sync/bench/measures.h"

using namespace foyer::bench;
namespace fs = std::filesystem;

int main(int count, char** words) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const std::set<std::string> wanted(words + 1, words + count);
    const fs::path programs = fs::canonical("/proc/self/exe").parent_path();
    std::string pattern = (fs::temp_directory_path() / "foyer-bench-XXXXXX").string();
    const Place place{programs, ::mkdtemp(pattern.data()), programs.parent_path() / "npm"};
    const std::pair<const char*, void (*)(const Place&, Figures&)> all[] = {
        {"check-in", measure_check_in}, {"doors", measure_doors},   {"catch-up", measure_catch_up},
        {"crowd", measure_crowd},       {"roster", measure_roster},
    };
    Figures figures;
    double load[1] = {0};
    (void)::getloadavg(load, 1);
    std::printf("the machine's load before: %.1f\n", load[0]);
    for (const auto& [name, measure] : all)
        if (wanted.empty() || wanted.contains(name)) measure(place, figures);
    fs::remove_all(place.scratch);
    figures.print();
}
