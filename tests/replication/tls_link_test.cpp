// Conversations over TLS, and somebody in between.
#include <algorithm>

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/write.hpp>

#include "tests/replication/net.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// Passes bytes on from one connection to the other until either ends.
asio::awaitable<void> pass(Stream& from, Stream& to) {
    std::array<char, 4096> bytes{};
    for (;;) {
        const auto [gone, size] =
            co_await from.async_read_some(asio::buffer(bytes), asio::as_tuple(asio::use_awaitable));
        if (gone) break;
        const auto [left, sent] =
            co_await asio::async_write(to, asio::buffer(bytes, size), asio::as_tuple(asio::use_awaitable));
        if (left) break;
    }
    from.close();
    to.close();
}

asio::awaitable<void> tap(tcp::acceptor& door, std::uint16_t hub) {
    using namespace asio::experimental::awaitable_operators;
    auto [error, socket] = co_await door.async_accept(asio::as_tuple(asio::use_awaitable));
    if (error) co_return;
    Stream terminal(std::move(socket)), onward(door.get_executor());
    const Tls own = Tls::server(self_signed(wall_clock()).value()).value();
    const auto taken = co_await terminal.accept(own, std::chrono::seconds{5});
    HubAddress address = plain_address(hub);
    address.wire = HubAddress::Wire::tls;
    const auto reached = co_await onward.connect(address, std::chrono::seconds{5});
    if (taken && reached) co_await (pass(terminal, onward) && pass(onward, terminal));
}

} // namespace

TEST_CASE("over TLS the same, and nobody can sit in between") {
    Net net;
    net.wire = HubAddress::Wire::tls;
    net.open_hub();
    net.open_uplink();
    REQUIRE(net.until([&] { return net.settled() && net.terminal.facts.contains(net.hub.origin()); }));
    net.terminal.write("entered just now");
    net.uplink->notify_new_facts();
    REQUIRE(net.until([&] { return net.settled(); }));
    net.uplink.reset();

    // A wire-tapper ends the terminal's TLS with its own, begins another with the hub, and passes on what it reads.
    const std::uint16_t tapped = free_port();
    tcp::acceptor tapper(net.context, tcp::endpoint(asio::ip::address_v4::loopback(), tapped));
    asio::co_spawn(net.context, tap(tapper, net.port), asio::detached);
    net.port = tapped;
    net.history.clear();
    net.open_uplink();
    REQUIRE(net.until([&] { return net.uplink->state().phase == Phase::waiting; }));
    CHECK(net.uplink->state().fault.find("sits between the two of us") != std::string::npos);
    CHECK(std::ranges::none_of(net.history, [](const UplinkState& state) { return state.phase == Phase::connected; }));
}
