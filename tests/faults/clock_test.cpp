// Clocks that are wrong, and change while nobody looks.
#include <map>
#include <set>

#include "tests/catch.h"
#include "tests/faults/scene.h"

using namespace foyer;
using namespace foyer::test;
using std::chrono::milliseconds;

namespace {

// Whose clock the hub found more than two seconds off, at some time.
std::set<std::string> noticed(const Scene& scene) {
    std::set<std::string> names;
    const auto note = [&](const Body& body, Milliseconds ahead) {
        for (const auto& ledger : scene.ledgers())
            if (std::chrono::abs(ahead) > milliseconds{2'000} && body.subject.id == ledger->identity().device.hex())
                names.insert(ledger->identity().device_name);
    };
    (void)scene.ledgers().front()->each_fact([&](const Ledger::FactRow& row) {
        const auto body = row.body ? decode_body(*row.body) : std::unexpected(Fault{});
        const auto payload = body ? decode_payload(row.header.kind, body->payload) : std::unexpected(Fault{});
        if (payload)
            if (const auto* clock = std::get_if<ClockNoticed>(&*payload)) note(*body, clock->ahead);
        return true;
    });
    return names;
}

} // namespace

TEST_CASE("clocks that are off, jump, and go back change nothing that was seen; the organisers are told whose it was") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    Scene scene(seed);
    Terminal& fast = *scene.terminals[0];
    Terminal& slow = *scene.terminals[1];
    fast.clock_shift_ms = 60'000 + static_cast<long>(scene.random.below(600'000));
    slow.clock_shift_ms = -5'000 - static_cast<long>(scene.random.below(600'000));
    for (const auto& terminal : scene.terminals) scene.start(*terminal);
    scene.go_on(milliseconds{3'000});
    // Off by other amounts after a restart, without the hub: a clock's battery is empty.
    scene.hub.kill_at_once();
    fast.program.kill_at_once();
    fast.clock_shift_ms = -20'000 - static_cast<long>(scene.random.below(100'000));
    scene.start(fast);
    scene.go_on(milliseconds{2'000});
    // And the hub's own goes back.
    scene.hub_clock_shift_ms = -3'000 - static_cast<long>(scene.random.below(30'000));
    scene.start_hub();
    scene.go_on(milliseconds{3'000});
    scene.hub_clock_shift_ms = 0;
    fast.clock_shift_ms = slow.clock_shift_ms = 0;
    scene.calm();
    CHECK(scene.greens() > 15);
    CHECK(noticed(scene) == std::set<std::string>{"terminal1", "terminal2"});
}

TEST_CASE("clocks that run too fast and too slow while the program runs are put right again and again") {
    const auto seed = seed_of_faults();
    CAPTURE(seed);
    Scene scene(seed);
    scene.terminals[0]->clock_drift_ppm = 350'000 + static_cast<long>(scene.random.below(50'000));
    scene.terminals[1]->clock_drift_ppm = -350'000 - static_cast<long>(scene.random.below(50'000));
    for (const auto& terminal : scene.terminals) scene.start(*terminal);
    scene.go_on(milliseconds{20'000}); // seven seconds off by now, if nobody looked at the hub's clock
    const Instant ended = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
    scene.calm();
    CHECK(scene.greens() > 15);
    std::map<OriginId, Instant> last;
    (void)scene.ledgers().front()->each_fact([&](const Ledger::FactRow& row) {
        const auto body = row.body ? decode_body(*row.body) : std::unexpected(Fault{});
        const bool is_verdict = row.header.kind == Kind::entered || row.header.kind == Kind::refused;
        if (is_verdict && body) last[row.id.origin] = body->happened;
        return true;
    });
    CHECK(last.size() == 2);
    // A clock is looked at every five seconds: it is two seconds off at most, and guests come when they come.
    for (const auto& [origin, happened] : last) CHECK(std::chrono::abs(happened - ended) < milliseconds{4'500});
}
