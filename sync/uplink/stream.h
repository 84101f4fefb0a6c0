// One TCP connection, plain or with TLS inside: the only stream type that anything above it is compiled for.
//
// What is asked of it goes through two functions that know no template, so TLS is compiled once, in stream.cpp, and
// HTTP, WebSocket and events once each and not once for either kind of wire. TLS is 1.3 only: every browser since 2020
// and every node of ours speaks it.
//
// Thread: the one that runs its executor. A Stream must outlive what is asked of it; moving one is cheap and allowed
// while nothing is asked. Deadlines are those of beast::tcp_stream and cover TLS too.
#pragma once

#include <functional>

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include "sync/uplink/authority.h"

namespace foyer {

// The certificate a side shows, or the lack of one: made once, shared by all its connections.
class Tls {
public:
    static Result<Tls> server(const Credential& credential);
    static Result<Tls> client();

private:
    friend class Stream;
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

class Stream {
public:
    using executor_type = boost::beast::tcp_stream::executor_type;
    using Error = boost::system::error_code;
    using Done = std::move_only_function<void(Error, std::size_t)>;
    using Tcp = boost::asio::ip::tcp;

    explicit Stream(const executor_type& executor);
    explicit Stream(Tcp::socket socket);
    Stream(Stream&&) noexcept;
    Stream& operator=(Stream&&) noexcept;
    ~Stream();

    // Connects, with TLS when the address says so. Then the hub's certificate is the pinned authority's, or it is a
    // fault (refused) that says what to do; network: nobody there. At most `deadline` after the name was looked up.
    boost::asio::awaitable<Result<>> connect(HubAddress hub, Milliseconds deadline);
    // The same wire for a connection that came in: looks at its first byte (a TLS record, or a letter of HTTP) and
    // shakes hands when it is TLS; `plain` otherwise. A fault (network) when that fails.
    boost::asio::awaitable<Result<HubAddress::Wire>> accept(Tls tls, Milliseconds deadline);

    [[nodiscard]] bool is_encrypted() const;
    // Of a TLS connection: 32 bytes that only its two ends know (RFC 9266, tls-exporter), to bind proofs to; else none.
    [[nodiscard]] Bytes channel() const;
    // Of a TLS connection to a hub: the authority it showed.
    [[nodiscard]] std::optional<CaFingerprint> authority() const;
    [[nodiscard]] Tcp::endpoint peer() const; // unspecified when it is gone
    [[nodiscard]] boost::beast::tcp_stream& tcp();
    void close();

    // --- what Asio and Beast ask of a stream ---
    executor_type get_executor();
    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
            [this](auto handler, boost::asio::mutable_buffer into) { read_some(into, Done(std::move(handler))); },
            token, first_of<boost::asio::mutable_buffer>(buffers));
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
            [this](auto handler, boost::asio::const_buffer from) { write_some(from, Done(std::move(handler))); }, token,
            gathered(buffers));
    }

private:
    template <class Buffer, class Buffers>
    static Buffer first_of(const Buffers& buffers) {
        for (auto it = boost::asio::buffer_sequence_begin(buffers); it != boost::asio::buffer_sequence_end(buffers);
             ++it)
            if (Buffer(*it).size() > 0) return *it;
        return {};
    }
    // A frame's head goes out with its body: one packet and one TLS record, not two.
    template <class Buffers>
    boost::asio::const_buffer gathered(const Buffers& buffers) {
        const auto first = first_of<boost::asio::const_buffer>(buffers);
        if (first.size() >= gather_max || first.size() == boost::asio::buffer_size(buffers)) return first;
        const auto room = gather_room();
        return {room.data(), boost::asio::buffer_copy(room, buffers)};
    }
    static constexpr std::size_t gather_max = 16'384; // what a TLS record holds
    boost::asio::mutable_buffer gather_room();
    void read_some(boost::asio::mutable_buffer into, Done done);
    void write_some(boost::asio::const_buffer from, Done done);

    struct Inside;
    std::unique_ptr<Inside> inside_;
};

void beast_close_socket(Stream& stream);

// WebSocket's end: both sides have said so inside the connection, so TLS need not say it again.
template <class Handler>
void async_teardown(boost::beast::role_type role, Stream& stream, Handler&& handler) {
    boost::beast::websocket::async_teardown(role, stream.tcp().socket(), std::forward<Handler>(handler));
}

} // namespace foyer
