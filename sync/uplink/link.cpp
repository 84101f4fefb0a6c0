// The only file that includes Beast's websocket: its templates cost half a minute of compiling each time.
#include "sync/uplink/link.h"

#include <deque>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

namespace foyer {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;

inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
inline constexpr std::chrono::seconds connect_max{5}, handshake_max{5};
inline constexpr std::chrono::seconds farewell_max{1}; // for the goodbye to leave and the peer to close

class WebsocketLink final : public Link {
public:
    WebsocketLink(beast::tcp_stream stream, Store& store, const NodeIdentity& self, LinkOptions options, Events events)
        : options_(std::move(options)), events_(std::move(events)), conversation_(store, self, options_.conversation),
          socket_(std::move(stream)), wake_(socket_.get_executor()), beat_(socket_.get_executor()),
          gather_(socket_.get_executor()) {
        socket_.binary(true);
        socket_.auto_fragment(false);
        socket_.read_message_max(max_message_size);
        websocket::stream_base::timeout deadlines{};
        deadlines.handshake_timeout = handshake_max;
        deadlines.idle_timeout = websocket::stream_base::none(); // the conversation looks after silence
        deadlines.keep_alive_pings = false;
        socket_.set_option(deadlines);
        remember_address();
    }

    asio::awaitable<Result<>> connect(HubAddress hub) override;
    asio::awaitable<Result<>> accept(beast::http::request<beast::http::string_body> upgrade) override;
    asio::awaitable<Fault> run() override;
    void notify_new_facts() override;
    void leave(const std::string& reason) override;
    void drop() override { end({FaultKind::network, "the connection was cut here"}); }
    [[nodiscard]] const Conversation& conversation() const override { return conversation_; }
    [[nodiscard]] std::string remote_address() const override { return address_; }

private:
    asio::awaitable<void> read();
    asio::awaitable<void> write();
    asio::awaitable<void> beat();
    asio::awaitable<Result<tcp::resolver::results_type>> resolve(HubAddress hub);
    void apply(Output out);
    void end(Fault why);
    void remember_address();
    beast::tcp_stream& stream() { return beast::get_lowest_layer(socket_); }

    LinkOptions options_;
    Events events_;
    Conversation conversation_;
    websocket::stream<beast::tcp_stream> socket_;
    asio::steady_timer wake_, beat_, gather_; // for the writer; for deadlines; for facts to go out together
    beast::flat_buffer in_;
    std::deque<Bytes> out_;
    std::size_t out_bytes_ = 0;
    std::string address_;
    std::optional<Fault> why_;                                      // why it ends, once it does
    std::optional<std::chrono::steady_clock::time_point> farewell_; // goodbye was said
    bool ended_ = false;   // the socket is closed: nothing may be touched any more
    bool talking_ = false; // `run` was called
    bool notified_ = false;
};

std::shared_ptr<Link> Link::over(beast::tcp_stream stream, Store& store, const NodeIdentity& self,
                                 const LinkOptions& options, Events events) {
    return std::make_shared<WebsocketLink>(std::move(stream), store, self, options, std::move(events));
}

// --- opening ---

static std::unexpected<Fault> unreachable(const HubAddress& hub, const boost::system::error_code& error) {
    const std::string why = error == beast::error::timeout ? "no answer" : error.message();
    return fault(FaultKind::network, "the hub at " + hub.text() + " cannot be reached: " + why);
}

asio::awaitable<Result<tcp::resolver::results_type>> WebsocketLink::resolve(HubAddress hub) {
    // A name's look-up ends when the system's resolver gives up; it runs beside this thread.
    tcp::resolver resolver(socket_.get_executor());
    auto [error, found] = co_await resolver.async_resolve(hub.host, hub.port, as_result);
    if (error) co_return unreachable(hub, error);
    co_return std::move(found);
}

asio::awaitable<Result<>> WebsocketLink::connect(HubAddress hub) {
    const auto self = shared_from_this();
    auto found = co_await resolve(hub);
    if (!found) co_return std::unexpected(found.error());
    if (ended_) co_return std::unexpected(*why_);
    stream().expires_after(connect_max);
    const auto [error, endpoint] = co_await stream().async_connect(*found, as_result);
    if (ended_) co_return std::unexpected(*why_);
    if (error) co_return unreachable(hub, error);
    stream().expires_never();
    boost::system::error_code ignored;
    stream().socket().set_option(tcp::no_delay(true), ignored);
    remember_address();
    const auto [refused] = co_await socket_.async_handshake(hub.text(), "/sync", as_result);
    if (ended_) co_return std::unexpected(*why_);
    if (refused == websocket::error::upgrade_declined)
        co_return fault(FaultKind::network, "what answers at " + hub.text() + " is no Foyer hub");
    if (refused) co_return unreachable(hub, refused);
    co_return Result<>{};
}

asio::awaitable<Result<>> WebsocketLink::accept(beast::http::request<beast::http::string_body> upgrade) {
    const auto self = shared_from_this();
    stream().expires_never();
    boost::system::error_code ignored;
    stream().socket().set_option(tcp::no_delay(true), ignored);
    const auto [error] = co_await socket_.async_accept(upgrade, as_result);
    if (ended_) co_return std::unexpected(*why_);
    if (error) co_return fault(FaultKind::network, "a connection for /sync did not upgrade: " + error.message());
    co_return Result<>{};
}

void WebsocketLink::remember_address() {
    boost::system::error_code error;
    const auto endpoint = stream().socket().remote_endpoint(error);
    if (!error) address_ = HubAddress{endpoint.address().to_string(), std::to_string(endpoint.port())}.text();
}

// --- the conversation ---

asio::awaitable<Fault> WebsocketLink::run() {
    using namespace asio::experimental::awaitable_operators;
    const auto self = shared_from_this();
    talking_ = true;
    apply(conversation_.on_connected(options_.clock()));
    co_await (read() && write() && beat());
    if (!why_) why_ = Fault{FaultKind::network, "the connection ended"};
    co_return *why_;
}

asio::awaitable<void> WebsocketLink::read() {
    while (!ended_) {
        in_.clear();
        const auto [error, size] = co_await socket_.async_read(in_, as_result);
        if (ended_) co_return;
        if (error) co_return end({FaultKind::network, "the connection was lost: " + error.message()});
        if (events_.heard) events_.heard();
        if (ended_) co_return;
        const auto data = in_.cdata();
        apply(conversation_.on_message(ByteView(static_cast<const std::uint8_t*>(data.data()), data.size()),
                                       options_.clock()));
    }
}

asio::awaitable<void> WebsocketLink::write() {
    while (!ended_) {
        if (!out_.empty()) {
            const Bytes message = std::move(out_.front());
            out_.pop_front();
            const auto [error, size] = co_await socket_.async_write(asio::buffer(message), as_result);
            if (ended_) co_return;
            out_bytes_ -= message.size();
            if (error) co_return end({FaultKind::network, "the connection was lost: " + error.message()});
        } else if (farewell_) {
            co_await socket_.async_close(websocket::close_code::normal, as_result);
            co_return end(*why_);
        } else {
            wake_.expires_at(asio::steady_timer::time_point::max());
            co_await wake_.async_wait(as_result);
        }
    }
}

asio::awaitable<void> WebsocketLink::beat() {
    while (!ended_) {
        beat_.expires_after(options_.tick);
        co_await beat_.async_wait(as_result);
        if (ended_) co_return;
        if (farewell_ && std::chrono::steady_clock::now() - *farewell_ > farewell_max) co_return end(*why_);
        apply(conversation_.on_tick(options_.clock()));
    }
}

void WebsocketLink::apply(Output out) {
    if (ended_) return;
    for (Bytes& message : out.send) {
        out_bytes_ += message.size();
        out_.push_back(std::move(message));
    }
    if (out.close) {
        why_ = std::move(out.close);
        farewell_ = std::chrono::steady_clock::now();
    }
    wake_.cancel();
    if (out_bytes_ > options_.max_queued_bytes)
        return end({FaultKind::network, "the peer does not read what it is sent"});
    for (const Notice& notice : out.notices)
        if (!ended_ && events_.notice) events_.notice(notice);
}

void WebsocketLink::notify_new_facts() {
    if (notified_ || ended_) return;
    notified_ = true;
    const auto push = [self = shared_from_this(), this] {
        notified_ = false;
        if (!ended_) apply(conversation_.on_new_facts(options_.clock()));
    };
    if (options_.coalesce.count() == 0) return asio::post(socket_.get_executor(), push);
    gather_.expires_after(options_.coalesce);
    gather_.async_wait([push](const boost::system::error_code&) { push(); });
}

void WebsocketLink::leave(const std::string& reason) {
    if (talking_) return apply(conversation_.leave(reason));
    end({FaultKind::network, reason});
}

void WebsocketLink::end(Fault why) {
    if (ended_) return;
    ended_ = true;
    if (!why_) why_ = std::move(why);
    wake_.cancel();
    beat_.cancel();
    gather_.cancel();
    stream().close();
}

} // namespace foyer
