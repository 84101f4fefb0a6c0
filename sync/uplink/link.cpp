// The only file that includes Beast's websocket: its templates cost half a minute of compiling each time.
#include "sync/uplink/link.h"

#include <deque>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

namespace foyer {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
inline constexpr std::chrono::seconds connect_max{5}, handshake_max{5};
inline constexpr std::size_t kept_buffer = std::size_t{8} << 10U;
// A door's fact is at all its neighbours within a few ms; this is for those that the author does not reach.
inline constexpr std::chrono::milliseconds relay_pause{200};
inline constexpr std::chrono::seconds farewell_max{1}; // for the goodbye to leave and the peer to close

class WebsocketLink final : public Link {
public:
    WebsocketLink(Stream stream, Store& store, const NodeIdentity& self, LinkOptions options, Events events)
        : options_(std::move(options)), events_(std::move(events)), conversation_(store, self, options_.conversation),
          socket_(std::move(stream)), wake_(socket_.get_executor()), beat_(socket_.get_executor()),
          gather_(socket_.get_executor()), relay_(socket_.get_executor()) {
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
    asio::awaitable<Result<>> accept(std::optional<Upgrade> upgrade) override;
    asio::awaitable<Fault> run() override;
    void notify_new_facts(std::chrono::microseconds wait) override;
    void notify_relayed_facts() override;
    void tell(const Standing& standing) override { apply(conversation_.tell(standing)); }
    void tell(const Doors& doors) override { apply(conversation_.tell(doors)); }
    void leave(const std::string& reason) override;
    void drop() override { end({FaultKind::network, "the connection was cut here"}); }
    [[nodiscard]] const Conversation& conversation() const override { return conversation_; }
    [[nodiscard]] std::string remote_address() const override { return address_; }
    [[nodiscard]] std::optional<CaFingerprint> authority() const override { return socket_.next_layer().authority(); }

private:
    asio::awaitable<void> read();
    asio::awaitable<void> write();
    asio::awaitable<void> beat();
    void apply(Output out);
    void end(Fault why);
    void remember_address();
    Stream& stream() { return socket_.next_layer(); }

    LinkOptions options_;
    Events events_;
    Conversation conversation_;
    websocket::stream<Stream> socket_;
    asio::steady_timer wake_, beat_;    // for the writer; for deadlines
    asio::steady_timer gather_, relay_; // for facts to go out together; for the peer to say what it has
    beast::flat_buffer in_;
    std::deque<Bytes> out_;
    std::size_t out_bytes_ = 0;
    std::string address_;
    std::optional<Fault> why_;                                      // why it ends, once it does
    std::optional<std::chrono::steady_clock::time_point> farewell_; // goodbye was said
    bool ended_ = false;   // the socket is closed: nothing may be touched any more
    bool talking_ = false; // `run` was called
    bool notified_ = false, relaying_ = false;
};

std::shared_ptr<Link> Link::over(Stream stream, Store& store, const NodeIdentity& self, const LinkOptions& options,
                                 Events events) {
    return std::make_shared<WebsocketLink>(std::move(stream), store, self, options, std::move(events));
}

// --- opening ---

static Fault not_a_hub(const HubAddress& hub, const boost::system::error_code& error, unsigned status) {
    if (error != websocket::error::upgrade_declined)
        return {FaultKind::network, "the hub at " + hub.text() + " cannot be reached: " + error.message()};
    if (status == 426 && hub.wire == HubAddress::Wire::plain)
        return {FaultKind::refused, "the hub at " + hub.text() + " speaks TLS only: write https:// before its address"};
    return {FaultKind::network, "what answers at " + hub.text() + " is no Foyer hub"};
}

asio::awaitable<Result<>> WebsocketLink::connect(HubAddress hub) {
    const auto self = shared_from_this();
    auto connected = co_await stream().connect(hub, connect_max);
    if (ended_) co_return std::unexpected(*why_);
    if (!connected) co_return connected;
    remember_address();
    websocket::response_type answer;
    const auto [refused] = co_await socket_.async_handshake(answer, hub.text(), "/sync", as_result);
    if (ended_) co_return std::unexpected(*why_);
    if (refused) co_return std::unexpected(not_a_hub(hub, refused, answer.result_int()));
    co_return Result<>{};
}

asio::awaitable<Result<>> WebsocketLink::accept(std::optional<Upgrade> upgrade) {
    const auto self = shared_from_this();
    stream().tcp().expires_never();
    boost::system::error_code error;
    // No `?:` around co_await: g++ 12 destroys the result twice.
    if (upgrade)
        std::tie(error) = co_await socket_.async_accept(*upgrade, as_result);
    else
        std::tie(error) = co_await socket_.async_accept(as_result);
    if (ended_) co_return std::unexpected(*why_);
    if (error) co_return fault(FaultKind::network, "a connection for /sync did not upgrade: " + error.message());
    co_return Result<>{};
}

void WebsocketLink::remember_address() {
    const auto endpoint = stream().peer();
    if (endpoint.port() != 0)
        address_ = HubAddress{endpoint.address().to_string(), std::to_string(endpoint.port())}.text();
}

// --- the conversation ---

asio::awaitable<Fault> WebsocketLink::run() {
    using namespace asio::experimental::awaitable_operators;
    const auto self = shared_from_this();
    talking_ = true;
    conversation_.bind_to(stream().channel());
    apply(conversation_.on_connected(options_.clock()));
    co_await (read() && write() && beat());
    if (!why_) why_ = Fault{FaultKind::network, "the connection ended"};
    co_return *why_;
}

asio::awaitable<void> WebsocketLink::read() {
    while (!ended_) {
        in_.clear();
        if (in_.capacity() > kept_buffer) in_.shrink_to_fit(); // a hello's length, for ever, for each of a thousand
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

void WebsocketLink::notify_new_facts(std::chrono::microseconds wait) {
    if (notified_ || ended_) return;
    notified_ = true;
    const auto push = [self = shared_from_this(), this] {
        notified_ = false;
        if (!ended_) apply(conversation_.on_new_facts(options_.clock()));
    };
    if (wait.count() == 0) return asio::post(socket_.get_executor(), push);
    gather_.expires_after(wait);
    gather_.async_wait([push](const boost::system::error_code&) { push(); });
}

void WebsocketLink::notify_relayed_facts() {
    if (relaying_ || ended_) return;
    relaying_ = true;
    asio::post(socket_.get_executor(), [self = shared_from_this(), this] {
        if (ended_) return;
        apply(conversation_.on_relayed_facts(options_.clock()));
        relay_.expires_after(relay_pause);
        relay_.async_wait([self, this](const boost::system::error_code&) {
            relaying_ = false;
            if (ended_) return;
            apply(conversation_.on_relayed_facts(options_.clock()));
            apply(conversation_.on_new_facts(options_.clock()));
        });
    });
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
    relay_.cancel();
    stream().close();
}

} // namespace foyer
