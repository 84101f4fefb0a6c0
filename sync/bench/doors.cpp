// A guest is green at door A; from when on does door B refuse the same badge? By a hub that 200 terminals talk to at
// once, and by the doors alone after that hub has gone.
#include <thread>

#include "sync/bench/crowd.h"
#include "sync/bench/hub_process.h"
#include "sync/bench/measures.h"
#include "sync/bench/terminal.h"
#include "sync/bench/venue.h"

namespace foyer::bench {

namespace {

constexpr int doors = 2, stubs = 198, a_second = 100, badges = 400, crowd_guests = 3'000;

std::vector<double> pass_on(Terminal& a, Terminal& b, int first) {
    std::vector<double> ms;
    for (int i = 0; i < badges; ++i) {
        const std::string code = code_of(first + i);
        b.expect(code);
        const Terminal::Answer green = a.scan(code);
        if (!is_admission(green.verdict.kind)) continue;
        const auto refused = b.refused_at(Milliseconds{2'000});
        ms.push_back(refused ? std::chrono::duration<double, std::milli>(*refused - green.shown_at).count() : 2'000.0);
        std::this_thread::sleep_for(std::chrono::milliseconds{5 + i % 7});
    }
    return ms;
}

void report(Figures& figures, const char* by, const std::string& load, const std::vector<double>& ms) {
    const double p99 = percentile(ms, 0.99);
    figures.add("door A green, door B refuses, by " + std::string(by) + ", p50 / p99", load,
                number(middle(ms), 1) + " / " + number(p99, 1) + " ms", "p99 <= 50 ms", p99 <= 50 && !ms.empty());
}

bool wait_for(const auto& condition) {
    const auto give_up = Steady::now() + std::chrono::seconds{30};
    while (!condition()) {
        if (Steady::now() > give_up) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return true;
}

} // namespace

void measure_doors(const Place& place, Figures& figures) {
    const auto folder = place.scratch / "hub";
    std::filesystem::remove_all(folder);
    const Venue venue = make_venue(folder, 2 * badges + crowd_guests, doors + stubs);
    StubWorld world = stub_world(*Ledger::open(folder, now).value());
    HubProcess hub(place.programs, folder);
    const auto open = [&](int number, Terminal::Lan lan) {
        const auto at = place.scratch / ("door-" + std::to_string(number));
        std::filesystem::remove_all(at);
        return std::make_unique<Terminal>(make_terminal(at, venue.terminals[static_cast<std::size_t>(number)]),
                                          hub.address(), lan);
    };
    const std::string load = number(doors) + " real terminals with ledgers, " + number(stubs) +
                             " stubs (real TLS lines and conversations, no disk), " + number(a_second) +
                             " check-ins/s, hub and all on " + number(std::thread::hardware_concurrency()) + " cores";
    {
        const auto a = open(0, Terminal::Lan::none), b = open(1, Terminal::Lan::none);
        Crowd crowd(world, std::span(venue.terminals).subspan(doors), hub.address());
        const auto have_all = [&] { return a->knows(code_of(2 * badges)) && b->knows(code_of(2 * badges)); };
        if (!crowd.connect(std::chrono::seconds{60}) || !wait_for(have_all))
            return figures.add("door A green, door B refuses", load, "they did not connect", "p99 <= 50 ms", false);
        crowd.check_in(a_second, 2 * badges, crowd_guests);
        report(figures, "a hub alone", load, pass_on(*a, *b, 0));
    }
    const auto a = open(0, Terminal::Lan::doors), b = open(1, Terminal::Lan::doors);
    a->meet({venue.terminals[1].device, "127.0.0.1", b->lan_port(), hall.text, Milliseconds{0}});
    b->meet({venue.terminals[0].device, "127.0.0.1", a->lan_port(), hall.text, Milliseconds{0}});
    const auto is_ready = [&] {
        return a->knows(code_of(2 * badges)) && b->knows(code_of(2 * badges)) && a->doors() > 0;
    };
    if (!wait_for(is_ready)) return figures.add("door A green, door B refuses by the LAN", "", "no line", "", false);
    hub.stop();
    report(figures, "the doors' own line, no hub", number(doors) + " real terminals, nothing else",
           pass_on(*a, *b, badges));
}

} // namespace foyer::bench
