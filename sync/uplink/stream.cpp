#include "sync/uplink/stream.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "sync/uplink/look_up.h"

namespace foyer {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace ssl = asio::ssl;

inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
inline constexpr std::uint8_t tls_handshake_record = 0x16;

struct Tls::Inside {
    ssl::context context{ssl::context::tlsv13};
};

static std::unexpected<Fault> unusable(const Stream::Error& error) {
    return fault(FaultKind::corrupt, "the TLS certificate cannot be used: " + error.message());
}

Result<Tls> Tls::client() {
    Tls tls;
    tls.inside_ = std::make_shared<Inside>();
    // What is shown is looked at after the handshake: see `vouched_for`.
    Stream::Error error;
    tls.inside_->context.set_verify_mode(ssl::verify_none, error);
    if (error) return unusable(error);
    SSL_CTX_set_mode(tls.inside_->context.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    return tls;
}

Result<Tls> Tls::server(const Credential& credential) {
    auto tls = client();
    if (!tls) return tls;
    Stream::Error error;
    ssl::context& context = tls->inside_->context;
    context.use_certificate_chain(asio::buffer(credential.certificates), error);
    if (!error) context.use_private_key(asio::buffer(credential.key), ssl::context::pem, error);
    if (error) return unusable(error);
    // A resumed session would save nothing that matters here, and is one thing less to be sure of.
    SSL_CTX_set_num_tickets(context.native_handle(), 0);
    SSL_CTX_set_session_cache_mode(context.native_handle(), SSL_SESS_CACHE_OFF);
    return tls;
}

struct Stream::Inside {
    explicit Inside(const executor_type& executor) : tcp(executor) {}
    explicit Inside(Tcp::socket socket) : tcp(std::move(socket)) {}

    std::shared_ptr<Tls::Inside> keys; // before the stream that uses them
    beast::tcp_stream tcp;
    std::optional<ssl::stream<beast::tcp_stream&>> tls;
    std::optional<std::uint8_t> early; // the first byte of a plain connection, read to know that it is one
    std::vector<std::uint8_t> gather;
    std::optional<CaFingerprint> authority;
};

Stream::Stream(const executor_type& executor) : inside_(std::make_unique<Inside>(executor)) {}
Stream::Stream(Tcp::socket socket) : inside_(std::make_unique<Inside>(std::move(socket))) {}
Stream::Stream(Stream&&) noexcept = default;
Stream& Stream::operator=(Stream&&) noexcept = default;
Stream::~Stream() = default;

Stream::executor_type Stream::get_executor() { return inside_->tcp.get_executor(); }
beast::tcp_stream& Stream::tcp() { return inside_->tcp; }
void Stream::close() { inside_->tcp.close(); }
void beast_close_socket(Stream& stream) { stream.close(); }
bool Stream::is_encrypted() const { return inside_->tls.has_value(); }
std::optional<CaFingerprint> Stream::authority() const { return inside_->authority; }

Stream::Tcp::endpoint Stream::peer() const {
    Error gone;
    const auto endpoint = inside_->tcp.socket().remote_endpoint(gone);
    return gone ? Tcp::endpoint() : endpoint;
}

asio::mutable_buffer Stream::gather_room() {
    inside_->gather.resize(gather_max);
    return asio::buffer(inside_->gather);
}

void Stream::read_some(asio::mutable_buffer into, Done done) {
    if (inside_->early && into.size() > 0) {
        *static_cast<std::uint8_t*>(into.data()) = *inside_->early;
        inside_->early.reset();
        return asio::post(get_executor(), [done = std::move(done)]() mutable { done({}, 1); });
    }
    if (inside_->tls)
        // Who closes without TLS's own farewell has closed: HTTP and WebSocket know by themselves whether all is there.
        inside_->tls->async_read_some(into, [done = std::move(done)](Error error, std::size_t size) mutable {
            done(error == ssl::error::stream_truncated ? Error(asio::error::eof) : error, size);
        });
    else
        inside_->tcp.async_read_some(into, std::move(done));
}

void Stream::write_some(asio::const_buffer from, Done done) {
    if (inside_->tls)
        inside_->tls->async_write_some(from, std::move(done));
    else
        inside_->tcp.async_write_some(from, std::move(done));
}

Bytes Stream::channel() const {
    if (!inside_->tls) return {};
    static constexpr std::string_view label = "EXPORTER-Channel-Binding";
    Bytes secret(32);
    const bool made = SSL_export_keying_material(inside_->tls->native_handle(), secret.data(), secret.size(),
                                                 label.data(), label.size(), nullptr, 0, 0) == 1;
    return made ? secret : Bytes{};
}

// --- connecting ---

static std::string why_not(const Stream::Error& error) {
    return error == beast::error::timeout ? "no answer" : error.message();
}

static std::unexpected<Fault> unreachable(const HubAddress& hub, const Stream::Error& error) {
    return fault(FaultKind::network, "the hub at " + hub.text() + " cannot be reached: " + why_not(error));
}

static std::string digest_of(const X509* certificate) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    X509_digest(certificate, EVP_sha256(), digest.data(), nullptr);
    return {reinterpret_cast<const char*>(digest.data()), 16};
}

// The last certificate that was shown is the authority; the first, which the handshake proved the key of, has to be its
// work. Times are not looked at: a terminal whose clock lost its battery must find its hub all the same.
static std::optional<CaFingerprint> authority_of(SSL* connection) {
    STACK_OF(X509)* shown = SSL_get_peer_cert_chain(connection);
    const int count = sk_X509_num(shown);
    if (count < 2) return std::nullopt;
    X509* leaf = sk_X509_value(shown, 0);
    X509* authority = sk_X509_value(shown, count - 1);
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), &X509_STORE_free);
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> check(X509_STORE_CTX_new(),
                                                                                &X509_STORE_CTX_free);
    X509_STORE_add_cert(store.get(), authority);
    X509_STORE_CTX_init(check.get(), store.get(), leaf, nullptr);
    X509_STORE_CTX_set_purpose(check.get(), X509_PURPOSE_SSL_SERVER);
    X509_STORE_CTX_set_flags(check.get(), X509_V_FLAG_NO_CHECK_TIME);
    if (X509_verify_cert(check.get()) != 1) return std::nullopt;
    return CaFingerprint::from(as_bytes(digest_of(authority)));
}

static Result<> vouched_for(const HubAddress& hub, const std::optional<CaFingerprint>& shown) {
    if (!hub.ca || shown == hub.ca) return {};
    const std::string who = "what answers at " + hub.text();
    if (!shown) return fault(FaultKind::refused, who + " shows a certificate that no summit's hub gave out");
    return fault(FaultKind::refused,
                 who + " is another summit's hub than the one this terminal was enrolled with (its fingerprint is " +
                     shown->hex() + ", not " + hub.ca->hex() +
                     "). If the hub was set up anew, enrol this terminal again; if not, somebody is in between");
}

asio::awaitable<Result<>> Stream::connect(HubAddress hub, Milliseconds deadline) {
    Inside& in = *inside_;
    const LookedUp found = co_await look_up(hub.host, hub.port, deadline);
    if (found.error) co_return unreachable(hub, found.error);
    in.tcp.expires_after(deadline);
    const auto [not_connected, endpoint] = co_await in.tcp.async_connect(found.endpoints, as_result);
    if (not_connected) co_return unreachable(hub, not_connected);
    Error ignored;
    in.tcp.socket().set_option(Tcp::no_delay(true), ignored);
    if (hub.wire == HubAddress::Wire::tls) {
        const auto tls = Tls::client();
        if (!tls) co_return std::unexpected(tls.error());
        in.keys = tls->inside_;
        in.tls.emplace(in.tcp, in.keys->context);
        SSL_set_tlsext_host_name(in.tls->native_handle(), hub.host.c_str());
        const auto [no_handshake] = co_await in.tls->async_handshake(ssl::stream_base::client, as_result);
        if (no_handshake)
            co_return fault(FaultKind::network, "what answers at " + hub.text() +
                                                    " does not speak TLS as a hub does: " + why_not(no_handshake));
        in.authority = authority_of(in.tls->native_handle());
        if (auto known = vouched_for(hub, in.authority); !known) co_return known;
    }
    in.tcp.expires_never();
    co_return Result<>{};
}

asio::awaitable<Result<HubAddress::Wire>> Stream::accept(Tls tls, Milliseconds deadline) {
    Inside& in = *inside_;
    Error ignored;
    in.tcp.socket().set_option(Tcp::no_delay(true), ignored);
    in.tcp.expires_after(deadline);
    std::array<std::uint8_t, 1> first{};
    const auto [absent, size] = co_await in.tcp.async_read_some(asio::buffer(first), as_result);
    if (absent) co_return fault(FaultKind::network, "nothing was said: " + why_not(absent));
    if (first[0] != tls_handshake_record) {
        in.early = first[0];
        co_return HubAddress::Wire::plain;
    }
    in.keys = tls.inside_;
    in.tls.emplace(in.tcp, in.keys->context);
    const auto [failed, used] =
        co_await in.tls->async_handshake(ssl::stream_base::server, asio::buffer(first), as_result);
    if (failed) co_return fault(FaultKind::network, "the TLS handshake failed: " + why_not(failed));
    co_return HubAddress::Wire::tls;
}

} // namespace foyer
