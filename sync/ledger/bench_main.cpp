// ./run bench ledger: a durable check-in (sealed, chained, folded) beside a bare SQLite commit of one row, in turns on
// the same disk; and a decision beside them.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <random>
#include <vector>

#include <unistd.h>

#include "sync/ledger/ledger.h"
#include "sync/ledger/sqlite.h"

using namespace foyer;

namespace {

constexpr int rounds = 8, per_round = 250, attendees = 2000;

Instant now() { return Instant{std::chrono::floor<Milliseconds>(std::chrono::system_clock::now())}; }

double ms_of(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double percentile(std::vector<double> values, double part) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

double middle(const std::vector<double>& values) { return percentile(values, 0.5); }

std::string code_of(int guest) { return "BENCH" + std::to_string(guest); }

void add_person(const Ledger& ledger, int guest, std::vector<Draft>& drafts) {
    const auto add = [&](Subject subject, Payload payload) {
        drafts.push_back({std::move(subject), std::move(payload), now()});
    };
    const AttendeeId id{std::to_string(guest)};
    const CodeHash code = code_hash(ledger.identity().code_key, code_of(guest));
    add(subject_of(id), Attendee{id});
    add(subject_of(id), Person{"Guest", "en", "Guest", {}, ""});
    add(subject_of(BadgeId{to_hex(code.view().first(8))}), BadgeIssued{id, BadgeKind::badge, 1, code, std::nullopt});
}

std::vector<Draft> place_and_door(const Ledger& ledger) {
    std::vector<Draft> drafts;
    const auto add = [&](Subject subject, Payload payload) {
        drafts.push_back({std::move(subject), std::move(payload), now()});
    };
    const Wording name{{{"en", "Bench"}}};
    add({SubjectKind::summit, ""}, Summit{ledger.summit_id(),
                                          name,
                                          name,
                                          "UTC",
                                          Milliseconds{0},
                                          now() - std::chrono::hours{1},
                                          now() + std::chrono::hours{9},
                                          {"en"}});
    add({SubjectKind::place, "hall"}, Place{{"hall"}});
    add({SubjectKind::checkpoint, "door"}, Checkpoint{{"door"}, name, {"hall"}});
    return drafts;
}

std::vector<Draft> roster(const Ledger& ledger) {
    std::vector<Draft> drafts = place_and_door(ledger);
    for (int guest = 0; guest < attendees; ++guest) add_person(ledger, guest, drafts);
    return drafts;
}

// One row, one commit, WAL and synchronous=FULL: the least a durable record can cost.
class Bare {
public:
    explicit Bare(const std::filesystem::path& folder) : database_(*Database::open(folder / "bare.sqlite")) {
        (void)database_->execute(
            "CREATE TABLE visit(id INTEGER PRIMARY KEY, attendee TEXT, place TEXT, happened INTEGER)");
    }
    void commit(int guest) {
        Transaction transaction(*database_);
        (void)database_->query("INSERT INTO visit(attendee, place, happened) VALUES(?,?,?)")
            .bind(code_of(guest))
            .bind("hall")
            .bind(guest)
            .run();
        (void)transaction.commit();
    }

private:
    std::unique_ptr<Database> database_;
};

} // namespace

long resident_mb() {
    std::ifstream statm("/proc/self/statm");
    long pages = 0, resident = 0;
    statm >> pages >> resident;
    return resident * ::sysconf(_SC_PAGESIZE) / (1 << 20);
}

// A roster of `people`, then what a terminal does with it: open, decide.
void scale(const std::filesystem::path& folder, int people) {
    static constexpr int people_a_transaction = 2500;
    std::filesystem::remove_all(folder);
    auto ledger = Ledger::create_summit(folder, "Bench", now).value();
    (void)ledger->append(place_and_door(*ledger)).value();
    double written_ms = 0;
    for (int first = 0; first < people; first += people_a_transaction) {
        std::vector<Draft> drafts;
        for (int guest = first; guest < std::min(people, first + people_a_transaction); ++guest)
            add_person(*ledger, guest, drafts);
        written_ms += ms_of([&] { (void)ledger->append(drafts).value(); });
    }
    const double file_mb = static_cast<double>(ledger->stat().file_bytes) / 1e6;
    ledger.reset();
    const long resident_before = resident_mb();
    const double open_ms = ms_of([&] { ledger = Ledger::open(folder, now).value(); });
    const Checkpoint door = *ledger->programme().checkpoint({"door"});
    std::vector<double> decision_us;
    std::mt19937 random(1);
    for (int i = 0; i < 20'000; ++i) {
        const std::string code = code_of(static_cast<int>(random() % static_cast<unsigned>(people)));
        decision_us.push_back(1000 * ms_of([&] { (void)admit({Presented::Form::foyer, code}, *ledger, door, now()); }));
    }
    std::printf(
        "%9d people: %6.0f people/s, %5.0f MB, open %5.1f ms, decision p50 %4.1f p99 %5.1f us, +%ld MB resident\n",
        people, 1000.0 * people / written_ms, file_mb, open_ms, middle(decision_us), percentile(decision_us, 0.99),
        resident_mb() - resident_before);
}

int main() {
    std::string pattern = (std::filesystem::temp_directory_path() / "foyer-bench-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    auto ledger = Ledger::create_summit(folder / "hub", "Bench", now).value();
    (void)ledger->append(roster(*ledger)).value();
    Bare bare(folder);
    const Checkpoint door = *ledger->programme().checkpoint({"door"});

    std::vector<double> bare_ms, sealed_ms, decision_us;
    int guest = 0;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < per_round; ++i) bare_ms.push_back(ms_of([&] { bare.commit(i); }));
        for (int i = 0; i < per_round; ++i, guest = (guest + 1) % attendees) {
            Verdict verdict;
            decision_us.push_back(
                1000 * ms_of([&] { verdict = admit({Presented::Form::foyer, code_of(guest)}, *ledger, door, now()); }));
            const Draft draft{subject_of(*verdict.attendee),
                              Entered{door.place, door.id, verdict.badge, verdict.reason}, now()};
            sealed_ms.push_back(ms_of([&] { (void)ledger->append({&draft, 1}).value(); }));
        }
    }
    std::printf("bare SQLite commit (WAL, FULL)      %7.3f ms\n", middle(bare_ms));
    std::printf("durable check-in, sealed and folded %7.3f ms   %.2f of the bare rate\n", middle(sealed_ms),
                middle(bare_ms) / middle(sealed_ms));
    std::printf("decision (look-ups and rule)        %7.1f us\n", middle(decision_us));
    ledger.reset();
    for (const int people : {10'000, 100'000, 1'000'000}) scale(folder / "scale", people);
    std::filesystem::remove_all(folder);
}
