// A terminal that was alone for long brings everything to its hub: over TLS, each certificate, chain and seal checked,
// on the hub's disk and folded; beside PouchDB in turns, for growing numbers of facts, and with guests at the door
// meanwhile. The hub is `foyer hub` in a process of its own.
#include <thread>

#include "sync/bench/hub_process.h"
#include "sync/bench/measures.h"
#include "sync/bench/pouchdb.h"
#include "sync/bench/terminal.h"
#include "sync/bench/venue.h"

namespace foyer::bench {

namespace fs = std::filesystem;

namespace {

constexpr int facts_a_guest = 5, facts_a_seal = 10, newcomers = 5'000;

// What one ledger has, into the other: as over a line, without the line.
void bring(const Ledger& from, Ledger& to) {
    for (const auto& [key, mark] : from.have()) {
        if (key.audience != Audience::floor) continue;
        for (std::uint64_t after = 0;
             const auto frame = from.suffix(key.origin, key.audience, after, 1 << 18).value();) {
            (void)to.receive({&*frame, 1}).value();
            after = frame->first_seq + frame->facts.size() - 1;
        }
    }
}

// Ledgers as they are before they meet: a hub, a terminal with so many facts of its own, and another door.
struct Before {
    Before(const fs::path& folder, int facts) : hub(folder / "hub-before"), author(folder / "author"), facts_(facts) {
        fs::create_directories(folder);
        const int guests = facts / facts_a_guest;
        const Venue venue = make_venue(hub, guests + newcomers, 2);
        const auto hub_ledger = Ledger::open(hub, now).value();
        const auto ledger = make_terminal(author, venue.terminals[0]);
        bring(*hub_ledger, *ledger);
        for (int done = 0; done < facts; done += facts_a_seal) {
            std::vector<Draft> drafts;
            for (int i = 0; i < facts_a_seal; ++i) drafts.push_back(entered(guest((done + i) % guests), now()));
            (void)ledger->append(drafts).value();
        }
        other = folder / "other";
        bring(*hub_ledger, *make_terminal(other, venue.terminals[1]));
    }
    [[nodiscard]] int first_newcomer() const { return facts_ / facts_a_guest; }
    fs::path hub, author, other;

private:
    int facts_;
};

void wait_until(const auto& condition) {
    while (!condition()) std::this_thread::sleep_for(std::chrono::milliseconds{2});
}

// Facts a second.
double bring_over_the_line(const Place& place, const Before& before, int facts) {
    const fs::path folder = place.scratch / "hub";
    copy_folder(before.hub, folder);
    HubProcess hub(place.programs, folder);
    auto ledger = Ledger::open(before.author, now).value();
    const auto start = Steady::now();
    Terminal terminal(std::move(ledger), hub.address(), Terminal::Lan::none);
    wait_until([&] { return terminal.is_connected(); });
    wait_until([&] { return terminal.unsettled() == 0; });
    return 1000.0 * facts / ms_since(start);
}

// Guests keep coming to a terminal as long as it is behind.
std::vector<double> scan_while(Terminal& terminal, int& next, const auto& is_behind) {
    std::vector<double> ms;
    while (is_behind()) {
        ms.push_back(terminal.scan(code_of(next++)).ms);
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return ms;
}

void scans_meanwhile(const Place& place, const Before& before, int facts, Figures& figures) {
    const fs::path folder = place.scratch / "hub";
    copy_folder(before.hub, folder);
    HubProcess hub(place.programs, folder);
    int next = before.first_newcomer();
    const auto report = [&](const char* way, const std::vector<double>& ms) {
        const double p99 = percentile(ms, 0.99);
        figures.add("a scan (reading to on disk) while its terminal " + std::string(way) + " " + number(facts) +
                        " facts, p50 / p99",
                    "real terminal, real hub, a guest every 10 ms (" + number(static_cast<double>(ms.size())) + ")",
                    number(middle(ms), 1) + " / " + number(p99, 1) + " ms", "p99 <= 50 ms", p99 <= 50);
    };
    {
        Terminal sender(Ledger::open(before.author, now).value(), hub.address(), Terminal::Lan::none);
        report("sends", scan_while(sender, next, [&] { return !sender.is_connected() || sender.unsettled() > 1; }));
        wait_until([&] { return sender.unsettled() == 0; });
    }
    Terminal receiver(Ledger::open(before.other, now).value(), hub.address(), Terminal::Lan::none);
    const std::uint64_t all = receiver.facts() + static_cast<std::uint64_t>(facts);
    report("receives", scan_while(receiver, next, [&] { return receiver.facts() < all; }));
}

} // namespace

void measure_catch_up(const Place& place, Figures& figures) {
    static constexpr int sizes[] = {10'000, 100'000, 1'000'000};
    static constexpr int beside = 100'000, rounds = 3;
    double of_few = 0;
    for (const int facts : sizes) {
        const fs::path folder = place.scratch / "catch-up";
        const Before before(folder, facts);
        std::vector<double> rates;
        std::optional<double> pouchdb;
        for (int round = 0; round < (facts > beside ? 1 : rounds); ++round) {
            rates.push_back(bring_over_the_line(place, before, facts));
            if (facts == beside && round == 1) pouchdb = pouchdb_rate(place.packages, place.scratch, facts);
        }
        const double rate = middle(rates);
        if (facts == sizes[0]) of_few = rate;
        const std::string what = "terminal to hub, " + number(facts) + " facts";
        const std::string load = "real terminal, real hub; TLS, certificates, seals, fold; one per core";
        if (facts != beside) figures.add(what, load, number(rate) + " facts/s");
        if (facts == beside) figures.add(what, load, number(rate) + " facts/s", ">= 30,000", rate >= 30'000);
        if (facts != sizes[0])
            figures.add("cost of a fact of " + number(facts) + " against one of " + number(sizes[0]), load,
                        number(of_few / rate, 2), "<= 1.3", of_few / rate <= 1.3);
        if (pouchdb)
            figures.add("the same against PouchDB to express-pouchdb (LevelDB, HTTP, batches of 1,000; its seals, TLS "
                        "and fold: none)",
                        number(*pouchdb) + " documents/s in the same run", number(rate / *pouchdb, 1), ">= 6",
                        rate / *pouchdb >= 6);
        if (facts == beside) scans_meanwhile(place, before, facts, figures);
        fs::remove_all(folder);
    }
}

} // namespace foyer::bench
