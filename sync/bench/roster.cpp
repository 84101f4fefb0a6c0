// A roster into an empty ledger, as `foyer import` writes it; then what a terminal does with so many people: it opens
// its ledger, and decides about and looks at one of them.
#include <fstream>
#include <random>

#include <unistd.h>

#include "sync/bench/measures.h"
#include "sync/bench/venue.h"

namespace foyer::bench {

namespace fs = std::filesystem;

namespace {

constexpr int people_a_part = 50'000, looks = 20'000;

double resident_mb() {
    std::ifstream statm("/proc/self/statm");
    double pages = 0, resident = 0;
    statm >> pages >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

void measure_size(const Place& place, int people, bool is_goal, Figures& figures) {
    const fs::path folder = place.scratch / "roster";
    fs::remove_all(folder);
    auto ledger = Ledger::create_summit(folder, "Bench", now).value();
    (void)ledger->append(programme(*ledger)).value();
    double written_ms = 0;
    for (int first = 0; first < people; first += people_a_part) {
        const std::vector<Draft> drafts = roster(*ledger, first, std::min(people, first + people_a_part));
        written_ms += ms_of([&] { (void)ledger->append(drafts).value(); });
    }
    ledger.reset();
    const double file_mb = static_cast<double>(fs::file_size(folder / "ledger.sqlite")) / 1e6;
    const double before_mb = resident_mb();
    const double open_ms = ms_of([&] { ledger = Ledger::open(folder, now).value(); });
    const Checkpoint checkpoint = *ledger->programme().checkpoint(door);
    std::vector<double> decision_us, view_us;
    std::mt19937 random(1);
    for (int i = 0; i < looks; ++i) {
        const std::string code = code_of(static_cast<int>(random() % static_cast<unsigned>(people)));
        Verdict verdict;
        decision_us.push_back(
            1000 * ms_of([&] { verdict = admit({Presented::Form::foyer, code}, *ledger, checkpoint, now()); }));
        view_us.push_back(1000 * ms_of([&] { (void)ledger->person_row(*verdict.attendee); }) + decision_us.back());
    }
    const double grown_mb = resident_mb() - before_mb;
    ledger.reset();
    fs::remove_all(folder);
    const std::string of = number(people) + " people";
    const double rate = 1000.0 * people / written_ms;
    figures.add("a roster of " + of + " into an empty ledger", number(file_mb) + " MB", number(rate) + " people/s",
                is_goal ? ">= 25,000" : "", rate >= 25'000);
    figures.add("decision and view of one of " + of + ", p50 / p99", "decision alone " + number(middle(decision_us), 1),
                number(middle(view_us), 1) + " / " + number(percentile(view_us, 0.99), 1) + " us",
                is_goal ? "p50 <= 50 us" : "", middle(view_us) <= 50);
    figures.add("opening the ledger of " + of, "", number(open_ms, 1) + " ms", is_goal ? "<= 50 ms" : "",
                open_ms <= 50);
    figures.add("resident memory that this takes, " + of, "", number(grown_mb) + " MB", is_goal ? "<= 50 MB" : "",
                grown_mb <= 50);
}

} // namespace

void measure_roster(const Place& place, Figures& figures) {
    for (const int people : {10'000, 100'000, 1'000'000}) measure_size(place, people, people == 1'000'000, figures);
}

} // namespace foyer::bench
