// A durable check-in (decided, sealed, chained, folded, on disk) beside a bare SQLite commit of one row, in turns on
// the same disk; and again in memory, where no flush hides what the rest costs.
#include "sync/bench/measures.h"
#include "sync/bench/venue.h"
#include "sync/ledger/sqlite.h"

namespace foyer::bench {

namespace fs = std::filesystem;

namespace {

constexpr int rounds = 10, per_round = 300;

// One row, one commit, WAL and synchronous=FULL: the least a durable record can cost.
class Bare {
public:
    explicit Bare(const fs::path& folder) : database_(*Database::open(folder / "bare.sqlite")) {
        (void)database_->execute(
            "CREATE TABLE visit(id INTEGER PRIMARY KEY, attendee TEXT, place TEXT, happened INTEGER)");
    }
    void commit(int number) {
        Transaction transaction(*database_);
        (void)database_->query("INSERT INTO visit(attendee, place, happened) VALUES(?,?,?)")
            .bind(guest(number).text)
            .bind(hall.text)
            .bind(number)
            .run();
        (void)transaction.commit();
    }

private:
    std::unique_ptr<Database> database_;
};

void measure_on(const fs::path& scratch, const std::string& where, Figures& figures) {
    const fs::path folder = scratch / "check-in";
    fs::remove_all(folder);
    const Venue venue = make_venue(folder, rounds * per_round, 0);
    std::vector<double> bare_ms, sealed_ms;
    {
        const auto ledger = Ledger::open(folder, now).value();
        Bare bare(folder);
        int next = 0;
        for (int round = 0; round < rounds; ++round) {
            for (int i = 0; i < per_round; ++i) bare_ms.push_back(ms_of([&] { bare.commit(i); }));
            for (int i = 0; i < per_round; ++i, ++next) {
                const Draft draft = entered(guest(next), now());
                sealed_ms.push_back(ms_of([&] { (void)ledger->append({&draft, 1}).value(); }));
            }
        }
    }
    fs::remove_all(folder);
    const double ratio = middle(bare_ms) / middle(sealed_ms);
    figures.add("a durable check-in's rate against a bare SQLite commit (WAL, FULL), " + where, "none; in turns",
                number(ratio, 2) + " (" + number(1000 * middle(sealed_ms)) + " against " +
                    number(1000 * middle(bare_ms)) + " us)",
                ">= 0.5", ratio >= 0.5);
}

} // namespace

void measure_check_in(const Place& place, Figures& figures) {
    measure_on(place.scratch, "on the disk", figures);
    std::string pattern = "/dev/shm/foyer-bench-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) return;
    measure_on(pattern, "in memory (tmpfs)", figures);
    fs::remove_all(pattern);
}

} // namespace foyer::bench
