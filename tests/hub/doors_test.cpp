// Terminals hear from the hub of each other, and the organisers of all of them.
#include <boost/asio/io_context.hpp>

#include "sync/uplink/uplink.h"
#include "tests/catch.h"
#include "tests/hub/running.h"

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

struct Terminal {
    Terminal(const RunningHub& hub, boost::asio::io_context& context) {
        hub.on_its_thread([&] {
            ledger = enrol(*hub.ledger, folder.path);
            return true;
        });
        Uplink::Options options{.hub = hub.address(), .link = {}};
        options.link.clock = [this] { return ledger->now(); };
        options.on_doors = [this](const std::vector<DoorSeen>& doors) { told = doors; };
        const Identity& self = ledger->identity();
        uplink.emplace(context, *ledger, NodeIdentity{self.certificate, self.keys.secret_key}, options);
        uplink->start();
    }
    TemporaryFolder folder;
    std::unique_ptr<Ledger> ledger;
    std::vector<DoorSeen> told;
    std::optional<Uplink> uplink;
};

bool until(boost::asio::io_context& context, const std::function<bool()>& holds) {
    const auto give_up = std::chrono::steady_clock::now() + 20s;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > give_up) return false;
        context.run_one_for(20ms);
    }
    return true;
}

} // namespace

TEST_CASE("The hub tells each terminal where it saw the others, and the organisers how each of them is") {
    const RunningHub hub({.doors_every = 20ms});
    boost::asio::io_context context{1};
    Terminal east(hub, context), west(hub, context);
    const auto connected = [](const Terminal& one) {
        return one.uplink->state().phase == UplinkState::Phase::connected;
    };
    REQUIRE(until(context, [&] { return connected(east) && connected(west); }));
    CHECK(east.told.empty()); // nobody has said where it takes doors
    east.uplink->tell(Standing{40123, "2.04", 12, 1, 1});
    west.uplink->tell(Standing{});
    REQUIRE(until(context, [&] { return !west.told.empty(); }));
    CHECK(west.told.size() == 1);
    CHECK(west.told[0].device == east.ledger->identity().device);
    CHECK(west.told[0].host == "127.0.0.1");
    CHECK(west.told[0].port == 40123);
    CHECK(west.told[0].place == "2.04");
    CHECK(west.told[0].ago < 10s);

    std::string live;
    REQUIRE(until(context, [&] {
        live = ask(hub.port(), "GET /api/live", hub.bearer());
        return live.find("\"unsent\":12") != std::string::npos;
    }));
    CHECK(live.find("\"doors_seen\":1,") != std::string::npos);
    CHECK(live.find("\"clock_offset_ms\":") != std::string::npos);
}
