// A thousand terminals at one hub, check-ins from all over for a minute: how long until each is acknowledged, and what
// the hub takes of the machine it shares with them.
#include <thread>

#include "sync/bench/crowd.h"
#include "sync/bench/hub_process.h"
#include "sync/bench/measures.h"
#include "sync/bench/venue.h"

namespace foyer::bench {

void measure_crowd(const Place& place, Figures& figures) {
    static constexpr int terminals = 1'000, a_second = 100, guests = 5'000;
    static constexpr std::chrono::seconds watched{60};
    const auto folder = place.scratch / "hub";
    std::filesystem::remove_all(folder);
    const Venue venue = make_venue(folder, guests, terminals);
    StubWorld world = stub_world(*Ledger::open(folder, now).value());
    HubProcess hub(place.programs, folder);
    Crowd crowd(std::move(world), venue.terminals, hub.address());
    const std::string what = number(terminals) + " terminals, " + number(a_second) + " check-ins/s for " +
                             number(static_cast<double>(watched.count())) + " s";
    const std::string load = number(terminals) +
                             " stubs (real TLS lines and conversations, no disk) beside the hub on " +
                             number(std::thread::hardware_concurrency()) + " cores";
    const auto began = Steady::now();
    const bool all = crowd.connect(std::chrono::seconds{180});
    figures.add(what + ": all connected", load,
                number(ms_since(began) / 1000, 1) + " s, " + number(crowd.connected()) + " lines");
    if (!all) return figures.add(what, load, "they did not connect", "p99 <= 250 ms", false);
    const double cpu_before = hub.cpu_seconds();
    const std::uint64_t received_before = crowd.received();
    double most_mb = 0;
    crowd.check_in(a_second, 0, guests);
    for (const auto start = Steady::now(); Steady::now() - start < watched;
         most_mb = std::max(most_mb, hub.resident_mb()))
        std::this_thread::sleep_for(std::chrono::milliseconds{500});
    crowd.pause();
    const double busy = (hub.cpu_seconds() - cpu_before) / static_cast<double>(watched.count());
    std::this_thread::sleep_for(std::chrono::seconds{2}); // what is still on its way
    const std::vector<double> ms = crowd.acknowledged();
    const double p99 = percentile(ms, 0.99);
    const std::size_t written = crowd.written();
    figures.add(what + ": acknowledged, p50 / p99", load,
                number(middle(ms), 1) + " / " + number(p99, 1) + " ms (" + number(static_cast<double>(ms.size())) +
                    " of " + number(static_cast<double>(written)) + ")",
                "p99 <= 250 ms", p99 <= 250 && ms.size() == written);
    figures.add(
        what + ": hub's memory, and its share of a core", load,
        number(most_mb) + " MB, " + number(busy, 2) + "; " +
            number(static_cast<double>(crowd.received() - received_before) / static_cast<double>(watched.count())) +
            " facts/s reached the terminals",
        "<= 500 MB", most_mb <= 500);
}

} // namespace foyer::bench
