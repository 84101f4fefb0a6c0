// The same conversations over real sockets on the loopback: cut and restored, hubs that restart, hubs that are not
// there.
#include <algorithm>
#include <thread>

#include "sync/uplink/http_post.h"
#include "sync/uplink/sure_offset.h"
#include "tests/replication/net.h"

using namespace foyer;
using namespace foyer::test;

TEST_CASE("a slow answer says nothing of the clocks that it cannot know") {
    using std::chrono::seconds;
    CHECK(sure_offset({seconds{5}, seconds{10}}) == seconds{0}); // the hub stood still for ten seconds
    CHECK(sure_offset({-seconds{4}, seconds{10}}) == seconds{0});
    CHECK(sure_offset({-seconds{60}, seconds{10}}) == -seconds{55});
    CHECK(sure_offset({seconds{3}, Milliseconds{2}}) == Milliseconds{2999});
}

TEST_CASE("over sockets, both sides get what they lack and the terminal sees it settled") {
    Net net;
    net.open_hub();
    net.open_uplink();
    REQUIRE(net.until([&] { return net.settled() && net.terminal.facts.contains(net.hub.origin()); }));
    CHECK(net.hub.facts.at(net.terminal.origin()).size() == 2);
    CHECK(net.terminal.facts.at(net.hub.origin()).size() == 3);
    CHECK_FALSE(net.terminal.facts.at(net.hub.origin())[2].body);
    const UplinkState& state = net.uplink->state();
    CHECK(state.hub == net.hub_id.certificate.certificate.device);
    CHECK(state.fault.empty());
    CHECK(state.last_contact);
    REQUIRE(net.until([&] { return net.uplink->state().last_complete.has_value(); }));
    const auto peers = net.server->peers->list();
    REQUIRE(peers.size() == 1);
    CHECK(peers[0].device == net.terminal_id.certificate.certificate.device);
    CHECK(peers[0].address.starts_with("127.0.0.1:"));
    REQUIRE(net.until([&] { return net.uplink->state().clock_offset.has_value(); }));
    CHECK(std::abs(net.uplink->state().clock_offset->count()) < 1000); // one clock on both sides
}

TEST_CASE("a new fact at either side reaches the other without asking") {
    Net net;
    net.open_hub();
    net.open_uplink();
    REQUIRE(net.until([&] { return net.settled(); }));
    net.terminal.write("entered just now");
    net.uplink->notify_new_facts();
    REQUIRE(net.until([&] { return net.settled(); }));
    CHECK(net.hub.facts.at(net.terminal.origin()).size() == 3);
    net.hub.write("a badge was revoked");
    net.server->peers->notify_new_facts();
    REQUIRE(net.until([&] { return net.terminal.facts.at(net.hub.origin()).size() == 4; }));
}

TEST_CASE("while the network is cut facts gather, and when it is restored they settle") {
    Net net;
    net.open_hub();
    net.open_uplink();
    REQUIRE(net.until([&] { return net.settled(); }));
    net.uplink->cut();
    REQUIRE(net.until([&] { return net.uplink->state().phase == Phase::cut; }));
    REQUIRE(net.until([&] { return net.server->peers->list().empty(); }));
    for (int i = 0; i < 5; ++i) net.terminal.write("entered while cut");
    net.uplink->notify_new_facts();
    for (int i = 0; i < 5; ++i)
        net.context.run_one_for(std::chrono::milliseconds{20}); // it does not come back by itself
    CHECK(net.uplink->state().phase == Phase::cut);
    CHECK(net.uplink->is_cut());
    CHECK(net.hub.facts.at(net.terminal.origin()).size() == 2);
    net.uplink->restore();
    REQUIRE(net.until([&] { return net.settled(); }));
    CHECK(net.hub.facts.at(net.terminal.origin()).size() == 7);
}

TEST_CASE("a hub that is not there is a sentence in the state, and is found when it comes") {
    Net net;
    net.open_uplink();
    REQUIRE(net.until([&] { return net.uplink->state().phase == Phase::waiting; }));
    const std::string sentence =
        "the hub at 127.0.0.1:" + std::to_string(net.port) + " cannot be reached: Connection refused";
    CHECK(net.uplink->state().fault == sentence);
    net.open_hub();
    REQUIRE(net.until([&] { return net.settled(); }));
    CHECK(net.uplink->state().fault.empty());
}

TEST_CASE("a hub that restarts says goodbye, and is found again") {
    Net net;
    net.open_hub();
    net.open_uplink();
    REQUIRE(net.until([&] { return net.settled(); }));
    net.history.clear();
    net.close_hub();
    REQUIRE(net.until([&] {
        return std::ranges::any_of(net.history, [](const UplinkState& state) {
            return state.fault == "the peer said goodbye: the hub restarts";
        });
    }));
    net.terminal.write("entered meanwhile");
    net.open_hub();
    REQUIRE(net.until([&] { return net.settled(); }));
    CHECK(net.hub.facts.at(net.terminal.origin()).size() == 3);
}

TEST_CASE("a hub whose disk is full settles nothing until it has room again") {
    Net net;
    net.hub.disk_full = true;
    net.open_hub();
    net.open_uplink();
    REQUIRE(net.until([&] {
        return std::ranges::any_of(
            net.history, [](const UplinkState& state) { return state.fault.find("cannot be") != std::string::npos; });
    }));
    CHECK_FALSE(net.terminal.told.contains({net.terminal.origin(), Audience::staff}));
    net.hub.disk_full = false;
    REQUIRE(net.until([&] { return net.settled(); }));
}

TEST_CASE("a terminal of another summit is told so") {
    Net net;
    net.open_hub();
    const World elsewhere;
    const NodeIdentity stranger = elsewhere.enrol(Role::door);
    ModelStore store(elsewhere, stranger);
    Uplink uplink(net.context, store, stranger, {.hub = plain_address(net.port), .link = quick});
    uplink.start();
    REQUIRE(net.until([&] { return uplink.state().phase == Phase::waiting; }));
    CHECK(uplink.state().fault.find("another summit") != std::string::npos);
    CHECK_FALSE(net.hub.facts.contains(store.origin()));
}

TEST_CASE("something that is no hub is recognised as such") {
    Net net;
    asio::io_context& context = net.context;
    tcp::acceptor acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), net.port));
    const auto answer = [](tcp::acceptor& door) -> asio::awaitable<void> {
        auto [error, socket] = co_await door.async_accept(asio::as_tuple(asio::use_awaitable));
        if (error) co_return;
        Stream stream(std::move(socket));
        beast::flat_buffer buffer;
        http::request<http::string_body> request;
        co_await http::async_read(stream, buffer, request, asio::as_tuple(asio::use_awaitable));
        http::response<http::string_body> response(http::status::not_found, 11);
        response.prepare_payload();
        co_await http::async_write(stream, response, asio::as_tuple(asio::use_awaitable));
    };
    asio::co_spawn(context, answer(acceptor), asio::detached);
    net.open_uplink();
    REQUIRE(net.until([&] { return net.uplink->state().phase == Phase::waiting; }));
    CHECK(net.uplink->state().fault == "what answers at 127.0.0.1:" + std::to_string(net.port) + " is no Foyer hub");
}

TEST_CASE("a terminal that connects again replaces its older connection") {
    Net net;
    net.open_hub();
    net.open_uplink();
    REQUIRE(net.until([&] { return net.settled(); }));
    const std::string first = net.server->peers->list().at(0).address;
    Uplink second(net.context, net.terminal, net.terminal_id, {.hub = plain_address(net.port), .link = quick});
    net.history.clear();
    second.start();
    REQUIRE(net.until([&] {
        return std::ranges::any_of(net.history, [](const UplinkState& state) {
            return state.fault == "the peer said goodbye: this device has connected again";
        });
    }));
}

TEST_CASE("an uplink or a hub may be destroyed at any moment") {
    const int steps = GENERATE(range(0, 40));
    Net net;
    net.wire = GENERATE(HubAddress::Wire::plain, HubAddress::Wire::tls);
    net.open_hub();
    net.open_uplink();
    for (int i = 0; i < steps; ++i) net.context.run_one_for(std::chrono::milliseconds{5});
    if (steps % 2 == 0) net.uplink.reset();
    net.server->stop();
    net.server.reset();
    net.uplink.reset();
    net.context.run_for(std::chrono::milliseconds{1});
    CHECK(net.terminal.facts.at(net.terminal.origin()).size() == 2);
}

TEST_CASE("stopping says goodbye, in whatever state") {
    const int steps = GENERATE(range(0, 12));
    Net net;
    net.open_hub();
    net.open_uplink();
    for (int i = 0; i < steps; ++i) net.context.run_one_for(std::chrono::milliseconds{5});
    net.uplink->stop();
    net.server->peers->close_all("closing");
    REQUIRE(net.until([&] { return net.server->peers->list().empty(); }));
    CHECK(net.uplink->state().phase == Phase::stopped);
    net.uplink->start();
    REQUIRE(net.until([&] { return net.settled(); }));
}

TEST_CASE("a POST brings the answer, or the hub's own words why not") {
    Net net;
    net.open_hub();
    std::jthread hub([&] { net.context.run(); });
    const HubAddress here = plain_address(net.port);
    const auto echoed = post_json(here, "/echo", R"({"code":"A"})");
    const auto refused = post_json(here, "/api/enrol", "{}");
    net.context.stop();
    hub.join();
    REQUIRE(echoed);
    CHECK(*echoed == R"({"code":"A"})");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == FaultKind::not_allowed);
    CHECK(refused.error().detail == "the hub at " + here.text() + " says no (403): this code was used up");
}

TEST_CASE("a POST to nobody is a clear fault") {
    const HubAddress nobody = plain_address(free_port());
    const auto answer = post_json(nobody, "/echo", "{}");
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == FaultKind::network);
    CHECK(answer.error().detail == "the hub at " + nobody.text() + " cannot be reached: Connection refused");
}

TEST_CASE("a hub's address is read from what people type, and what is wrong with it is said") {
    using enum HubAddress::Wire;
    CHECK(parse_hub_address("https://hub:8081") == HubAddress{"hub", "8081", tls, {}});
    CHECK(parse_hub_address("http://hub:8081") == HubAddress{"hub", "8081", plain, {}});
    CHECK(parse_hub_address("ws://10.0.0.1:80/sync") == HubAddress{"10.0.0.1", "80", plain, {}});
    CHECK(parse_hub_address("hub.example") == HubAddress{"hub.example", "8080", tls, {}});
    CHECK(parse_hub_address("http://[::1]:9000/") == HubAddress{"::1", "9000", plain, {}});
    CHECK(HubAddress{"::1", "9000", tls, {}}.url() == "https://[::1]:9000");
    for (const char* wrong : {"", "ftp://hub", "hub:", "hub:0", "hub:65536", "hub:80x", "http://[::1", "http://a b:80",
                              "http://[::1]80", "hub:99999999999999999999"}) {
        CAPTURE(wrong);
        const auto parsed = parse_hub_address(wrong);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().kind == FaultKind::bad_input);
    }
}
