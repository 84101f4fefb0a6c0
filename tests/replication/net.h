// As much of a hub as its sockets are, and one terminal's uplink, on the loopback and in one context; what each knows
// is a model of a ledger.
#pragma once

#include "sync/uplink/uplink.h"
#include "tests/catch.h"
#include "tests/replication/model_store.h"
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <chrono>

namespace foyer::test {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using Phase = UplinkState::Phase;

inline Instant wall_clock() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

inline const LinkOptions quick{.clock = wall_clock, .tick = Milliseconds{20}};

// A port of the loopback that nobody listens on at the moment.
inline std::uint16_t free_port() {
    asio::io_context context;
    return tcp::acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0)).local_endpoint().port();
}

inline HubAddress plain_address(std::uint16_t port) {
    return {"127.0.0.1", std::to_string(port), HubAddress::Wire::plain, std::nullopt};
}

// As much of a hub as the sockets see: accepts, reads one request, upgrades /sync, answers POSTs.
class HubServer {
public:
    HubServer(asio::io_context& context, Store& store, const NodeIdentity& who, std::uint16_t port)
        : peers(std::make_shared<Peers>(store, who, quick)),
          acceptor_(std::make_shared<tcp::acceptor>(context, tcp::endpoint(asio::ip::address_v4::loopback(), port))) {
        asio::co_spawn(context, accept_all(peers, acceptor_), asio::detached);
    }
    ~HubServer() { acceptor_->close(); }
    void stop() {
        acceptor_->close();
        peers->close_all("the hub restarts");
    }
    std::shared_ptr<Peers> peers;

private:
    // Coroutines may begin or go on after the server is gone: they hold nothing of it but what they can ask.
    static asio::awaitable<void> accept_all(std::weak_ptr<Peers> peers, std::shared_ptr<tcp::acceptor> acceptor) {
        while (!peers.expired()) {
            auto [error, socket] = co_await acceptor->async_accept(asio::as_tuple(asio::use_awaitable));
            if (error) co_return;
            asio::co_spawn(socket.get_executor(), serve(peers, Stream(std::move(socket))), asio::detached);
        }
    }
    static asio::awaitable<void> serve(std::weak_ptr<Peers> peers, Stream stream) {
        static const Tls tls = Tls::server(self_signed(wall_clock()).value()).value();
        const auto wire = co_await stream.accept(tls, std::chrono::seconds{5});
        if (!wire) co_return;
        beast::flat_buffer buffer;
        http::request<http::string_body> request;
        const auto [error, size] =
            co_await http::async_read(stream, buffer, request, asio::as_tuple(asio::use_awaitable));
        const auto hub = peers.lock();
        if (error || !hub) co_return;
        if (request.target() == "/sync") {
            hub->accept(std::move(stream), std::move(request));
            co_return;
        }
        http::response<http::string_body> answer(
            request.target() == "/echo" ? http::status::ok : http::status::forbidden, 11);
        answer.body() = request.target() == "/echo" ? request.body() : R"({"error":"this code was used up"})";
        answer.prepare_payload();
        co_await http::async_write(stream, answer, asio::as_tuple(asio::use_awaitable));
    }
    std::shared_ptr<tcp::acceptor> acceptor_;
};

struct Net {
    Net() {
        hub.write({{Audience::floor, "person"}, {Audience::staff, "secret"}});
        terminal.write("entered");
    }
    void open_hub() { server = std::make_unique<HubServer>(context, hub, hub_id, port); }
    void close_hub() {
        server->stop();
        REQUIRE(until([&] { return server->peers->list().empty(); }));
        server.reset();
    }
    void open_uplink() {
        HubAddress address = plain_address(port);
        address.wire = wire;
        Uplink::Options options{
            .hub = address, .link = quick, .pause_min = Milliseconds{10}, .pause_max = Milliseconds{50}};
        uplink = std::make_unique<Uplink>(context, terminal, terminal_id, options,
                                          [this](const UplinkState& state) { history.push_back(state); });
        uplink->start();
    }
    // Runs both sides until it is so; false when it is not after far longer than it can take.
    template <class Condition>
    bool until(Condition holds) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (!holds()) {
            if (std::chrono::steady_clock::now() > give_up) return false;
            context.run_one_for(std::chrono::milliseconds{100});
        }
        return true;
    }
    [[nodiscard]] bool settled() const {
        const auto mark = terminal.told.find({terminal.origin(), Audience::staff});
        return uplink->state().phase == Phase::connected && mark != terminal.told.end() &&
               mark->second.seq == terminal.facts.at(terminal.origin()).size();
    }

    World world;
    NodeIdentity hub_id = world.enrol(Role::hub), terminal_id = world.enrol(Role::door);
    ModelStore hub{world, hub_id}, terminal{world, terminal_id};
    std::uint16_t port = free_port();
    HubAddress::Wire wire = HubAddress::Wire::plain;
    std::vector<UplinkState> history;
    asio::io_context context{1};
    std::unique_ptr<HubServer> server;
    std::unique_ptr<Uplink> uplink;
};

} // namespace foyer::test
