// ./run bench ledger: a durable check-in (sealed, chained, folded) beside a bare SQLite commit of one row, in turns on
// the same disk; and a decision beside them.
#include <algorithm>
#include <cstdio>
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

double middle(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

std::string code_of(int guest) { return "BENCH" + std::to_string(guest); }

std::vector<Draft> roster(const Ledger& ledger) {
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
    for (int guest = 0; guest < attendees; ++guest) {
        const AttendeeId id{std::to_string(guest)};
        Attendee who{id};
        const CodeHash code = code_hash(ledger.identity().code_key, code_of(guest));
        add(subject_of(id), who);
        add(subject_of(id), Person{"Guest", "en", "Guest", {}, ""});
        add(subject_of(BadgeId{to_hex(code.view().first(8))}),
            BadgeIssued{id, BadgeKind::badge, 1, code, std::nullopt});
    }
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
    std::filesystem::remove_all(folder);
}
