// Hubs tell where they are reached, and terminals that lost theirs go to another.
#include "sync/hub/whereabouts.h"

#include <boost/asio/io_context.hpp>

#include "sync/uplink/uplink.h"
#include "tests/catch.h"
#include "tests/hub/running.h"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

TEST_CASE("A hub tells once where it is reached, and again when it moved") {
    const TemporaryFolder folder;
    const auto hub = make_hub(folder.path);
    const auto facts_after = [&](const std::vector<std::string>& hosts) {
        REQUIRE(tell_whereabouts(*hub, hosts, 8080));
        return hub->stat().facts;
    };
    const auto told = [&] { return hub->enrolled().at(hub->identity().device); };
    const std::string name = told().name;
    const auto first = facts_after({"10.0.0.5", "fd00::5"});
    CHECK(told().reached_at == std::vector<std::string>{"10.0.0.5:8080", "[fd00::5]:8080"});
    CHECK(facts_after({"10.0.0.5", "fd00::5"}) == first);
    CHECK(facts_after({"10.0.0.6"}) == first + 1);
    CHECK(told().reached_at == std::vector<std::string>{"10.0.0.6:8080"});
    CHECK(told().name == name);
    CHECK(facts_after(std::vector<std::string>(20, "10.0.0.7")) == first + 2);
    CHECK(told().reached_at.size() == max_whereabouts);
}

TEST_CASE("A terminal's other ways are those of all hubs but the one it knows, by the same authority") {
    const TemporaryFolder folder;
    const auto hub = make_hub(folder.path);
    REQUIRE(tell_whereabouts(*hub, {"10.0.0.5", "hub.local"}, 8080));
    HubAddress known = parse_hub_address("https://10.0.0.5:8080").value();
    known.ca = CaFingerprint{};
    known.ca->bytes.fill(7);
    const auto ways = other_ways(*hub, known);
    REQUIRE(ways.size() == 1);
    CHECK(ways[0].url() == "https://hub.local:8080");
    CHECK(ways[0].ca == known.ca);
}

TEST_CASE("A terminal whose hub does not answer goes to another, and stays there") {
    const RunningHub hub;
    TemporaryFolder folder;
    std::unique_ptr<Ledger> ledger;
    hub.on_its_thread([&] { return ledger = enrol(*hub.ledger, folder.path), true; });
    boost::asio::io_context context{1};
    Uplink::Options options{.hub = parse_hub_address("http://127.0.0.1:1").value(), .link = {}};
    options.link.clock = [&] { return ledger->now(); };
    options.pause_min = options.pause_max = Milliseconds{10};
    const Identity& self = ledger->identity();
    Uplink uplink(context, *ledger, NodeIdentity{self.certificate, self.keys.secret_key}, options);
    uplink.also_at({hub.address()});
    uplink.start();
    const auto connected = [&] {
        const auto give_up = std::chrono::steady_clock::now() + 20s;
        while (uplink.state().phase != UplinkState::Phase::connected && std::chrono::steady_clock::now() < give_up)
            context.run_one_for(20ms);
        return uplink.state().phase == UplinkState::Phase::connected;
    };
    REQUIRE(connected());
    CHECK(uplink.state().hub == hub.ledger->identity().device);
    uplink.cut();
    context.run_for(50ms);
    uplink.restore();
    CHECK(connected());
}
