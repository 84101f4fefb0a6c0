#include "sync/hub/server.h"

#include <array>
#include <cstdio>
#include <set>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "sync/hub/meeting_point.h"
#include "sync/hub/settling.h"

namespace foyer {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Error = boost::system::error_code;
using Request = http::request<http::string_body>;

namespace {

constexpr std::size_t max_body = 64 * 1024;
constexpr std::uint32_t max_header = 8 * 1024;
constexpr Milliseconds goodbye_max{200};                      // terminals are told that the hub closes
constexpr auto awaited = asio::as_tuple(asio::use_awaitable); // errors as values, never exceptions

HttpRequest taken(const Request& from, const HttpRequest& connection) {
    HttpRequest request = connection;
    request.method = from.method_string();
    read_target({from.target().data(), from.target().size()}, request);
    for (const auto& field : from) {
        std::string name(field.name_string());
        for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        request.headers.emplace(std::move(name), field.value());
    }
    request.body = from.body();
    return request;
}

http::response<http::string_body> made(const HttpResponse& from, bool keep_alive, bool head_only) {
    http::response<http::string_body> response{static_cast<http::status>(from.status), 11};
    response.set(http::field::content_type, from.type);
    response.set(http::field::cache_control, "no-store"); // unless the answer says otherwise
    for (const auto& [name, value] : security_headers()) response.set(name, value);
    for (const auto& [name, value] : from.headers) response.set(name, value);
    response.keep_alive(keep_alive);
    response.content_length(from.body.size());
    if (!head_only) response.body() = from.body;
    return response;
}

HttpResponse answer_to(const Error& error) {
    if (error == http::error::body_limit) return refusal(413, "The request's body is larger than 64 KiB.");
    if (error == http::error::header_limit) return refusal(431, "The request's headers are larger than 8 KiB.");
    return refusal(400, "This is no HTTP request: " + error.message() + ".");
}

// It left, or was too slow to be worth an answer.
bool is_absence(const Error& error) {
    return error == http::error::end_of_stream || error == beast::error::timeout ||
           error.category() == asio::error::get_system_category();
}

std::string event_stream_head() {
    std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
                       "Connection: close\r\n";
    for (const auto& [name, value] : security_headers()) head += name + ": " + value + "\r\n";
    return head + "\r\nretry: 1000\n\n";
}

// No request may end the hub: what a bug threw ends its own connection and is said.
void report_bug(const std::exception_ptr& bug) {
    if (bug == nullptr) return;
    try {
        std::rethrow_exception(bug);
    } catch (const std::exception& what) {
        std::fprintf(stderr, "foyer hub: a bug ended a connection: %s\n", what.what());
    }
}

// Counts something for as long as it lives.
class Counted {
public:
    explicit Counted(int& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

private:
    int& count_;
};

} // namespace

struct Server::Inside {
    enum class After { next, over, handed_over }; // what becomes of a connection

    Inside(Hub& a_hub, ServerSettings a_settings) : hub(a_hub), settings(std::move(a_settings)) {}

    Result<> open();
    asio::awaitable<void> accept_all();
    asio::awaitable<void> serve(Stream stream);
    asio::awaitable<After> serve_one(Stream& stream, beast::flat_buffer& buffer, const HttpRequest& connection);
    asio::awaitable<After> send(Stream& stream, const HttpResponse& answer, bool keep_alive, bool head_only);
    asio::awaitable<void> see_off(Stream& stream);
    asio::awaitable<void> push_live(Stream& stream, Language language);
    asio::awaitable<bool> write(Stream& stream, const std::string& text);
    asio::awaitable<void> refresh_for_ever();
    asio::awaitable<void> wait_for_news(std::uint64_t seen);
    void note_terminals();
    void close(Ended why); // says goodbye, then ends `run`
    asio::awaitable<void> tell_doors_for_ever();
    void changed();
    void count(const HttpResponse& answer);

    Hub& hub;
    ServerSettings settings;
    std::optional<Tls> tls;
    std::uint64_t version = 1;             // of the live event; rises with each refresh
    std::set<asio::steady_timer*> waiting; // one a listener that has seen everything
    bool dirty = true;                     // the ledger changed since the last refresh

    // Destroyed in reverse: what waits in the context ends first, then what it used.
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
    asio::steady_timer refresh_timer{io}, last_words{io};
    std::unique_ptr<Settling> settling; // with a shared store
    std::unique_ptr<Peers> peers;
    MeetingPoint meeting_point;
    Ended ended = Ended::told_to;
    bool closing = false;
};

Result<> Server::Inside::open() {
    if (settings.certificate) {
        auto usable = Tls::server(*settings.certificate);
        if (!usable) return std::unexpected(usable.error());
        tls = std::move(*usable);
    }
    const std::string where = settings.address + ":" + std::to_string(settings.port);
    Error error;
    const auto address = asio::ip::make_address(settings.address, error);
    if (error) return fault(FaultKind::bad_input, "Cannot listen on " + where + ": this is no IP address.");
    const tcp::endpoint endpoint{address, settings.port};
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use) {
        return fault(FaultKind::network,
                     "Cannot listen on " + where + ": another program has this port. Choose another with --listen.");
    }
    if (error) return fault(FaultKind::network, "Cannot listen on " + where + ": " + error.message() + ".");
    return {};
}

asio::awaitable<void> Server::Inside::accept_all() {
    for (;;) {
        auto [error, socket] = co_await acceptor.async_accept(awaited);
        if (error == asio::error::operation_aborted || !acceptor.is_open()) co_return;
        if (error) { // most likely out of file descriptors: let some end first
            asio::steady_timer pause{io, Milliseconds{100}};
            co_await pause.async_wait(awaited);
            continue;
        }
        if (hub.tally().connections >= settings.max_connections) continue; // closes it
        co_spawn(io, serve(Stream{std::move(socket)}), report_bug);
    }
}

asio::awaitable<void> Server::Inside::serve(Stream stream) {
    const Counted counted{hub.tally().connections};
    const tcp::endpoint from = stream.peer();
    HttpRequest connection; // what all its requests have in common
    connection.peer = from.address().to_string();
    if (tls) {
        const auto wire = co_await stream.accept(*tls, settings.request_deadline);
        if (!wire) co_return stream.close();
    }
    connection.wire = stream.is_encrypted() ? HttpRequest::Wire::tls : HttpRequest::Wire::plain;
    beast::flat_buffer buffer{max_body + max_header};
    After after = After::next;
    while (after == After::next) after = co_await serve_one(stream, buffer, connection);
    if (after == After::over) co_await see_off(stream);
}

// Closing with something unread would take the answer back from a peer that is still sending: it may finish first.
asio::awaitable<void> Server::Inside::see_off(Stream& stream) {
    Error closed;
    stream.tcp().socket().shutdown(tcp::socket::shutdown_send, closed);
    std::array<char, 4096> unread;
    stream.tcp().expires_after(settings.request_deadline);
    for (std::size_t total = 0; !closed && total < 16 * max_body;) {
        auto [error, size] = co_await stream.tcp().async_read_some(asio::buffer(unread), awaited);
        closed = error;
        total += size;
    }
}

// What is awaited gets named values only: g++ 12 destroys some temporaries of such an expression twice.
asio::awaitable<Server::Inside::After> Server::Inside::serve_one(Stream& stream, beast::flat_buffer& buffer,
                                                                 const HttpRequest& connection) {
    http::request_parser<http::string_body> parser;
    parser.body_limit(max_body);
    parser.header_limit(max_header);
    stream.tcp().expires_after(settings.request_deadline);
    auto [error, size] = co_await http::async_read(stream, buffer, parser, awaited);
    if (error && is_absence(error)) co_return After::over;
    if (error) {
        const HttpResponse wrong = answer_to(error);
        co_return co_await send(stream, wrong, false, false);
    }
    Request message = parser.release();
    const HttpRequest request = taken(message, connection);
    const bool head_only = request.method == "HEAD";
    if (tls && settings.plain == PlainHttp::from_this_machine && !is_private_way(request)) {
        const HttpResponse elsewhere = refuse_plain(request);
        co_return co_await send(stream, elsewhere, false, head_only);
    }
    const bool is_upgrade = request.path == "/sync" && beast::websocket::is_upgrade(message);
    const bool is_listener = request.path == "/events" && !head_only;
    if ((is_upgrade || is_listener) && hub.admit(request)) {
        stream.tcp().expires_never();
        if (is_upgrade) co_return peers->accept(std::move(stream), std::move(message)), After::handed_over;
        const Language language = hub.language(request.value("lang"));
        co_await push_live(stream, language);
        co_return After::over;
    }
    HttpResponse answer;
    if (settling)
        answer = co_await settling->answer(request);
    else
        answer = hub.answer(request);
    co_return co_await send(stream, answer, message.keep_alive(), head_only);
}

asio::awaitable<Server::Inside::After> Server::Inside::send(Stream& stream, const HttpResponse& answer, bool keep_alive,
                                                            bool head_only) {
    count(answer);
    auto response = made(answer, keep_alive, head_only);
    stream.tcp().expires_after(settings.write_deadline);
    http::response_serializer<http::string_body> serializer{response};
    if (head_only) {
        auto [error, size] = co_await http::async_write_header(stream, serializer, awaited);
        co_return keep_alive && !error ? After::next : After::over;
    }
    auto [error, size] = co_await http::async_write(stream, serializer, awaited);
    co_return keep_alive && !error ? After::next : After::over;
}

asio::awaitable<void> Server::Inside::push_live(Stream& stream, Language language) {
    const Counted counted{hub.tally().listeners};
    const std::string head = event_stream_head();
    if (!co_await write(stream, head)) co_return;
    if (hub.tally().listeners == 1) hub.refresh(); // nobody listened: what is kept may be old
    for (;;) {
        const std::uint64_t sent = version;
        const std::string event = "id: " + std::to_string(sent) + "\nevent: live\ndata: " + hub.live(language) + "\n\n";
        if (!co_await write(stream, event)) co_return;
        ++hub.tally().pushes;
        if (version == sent) co_await wait_for_news(sent); // a slow listener skips what came meanwhile
    }
}

asio::awaitable<bool> Server::Inside::write(Stream& stream, const std::string& text) {
    stream.tcp().expires_after(settings.write_deadline);
    auto [error, size] = co_await asio::async_write(stream, asio::buffer(text), awaited);
    co_return !error;
}

asio::awaitable<void> Server::Inside::wait_for_news(std::uint64_t seen) {
    asio::steady_timer timer{io, settings.quiet * 2};
    waiting.insert(&timer);
    while (version == seen) {
        auto [error] = co_await timer.async_wait(awaited);
        if (!error) break;
    }
    waiting.erase(&timer);
}

// At most one refresh a pause, at least one a quiet time while somebody listens.
asio::awaitable<void> Server::Inside::refresh_for_ever() {
    for (;;) {
        refresh_timer.expires_after(dirty ? Milliseconds{0} : settings.quiet);
        co_await refresh_timer.async_wait(awaited); // cut short by changed()
        dirty = false;
        note_terminals();
        if (settling) hub.note_store(settling->line());
        hub.refresh();
        if (hub.ledger().damage()) co_return close(Ended::damaged); // what it says may be wrong from now on
        ++version;
        for (asio::steady_timer* timer : waiting) timer->cancel();
        asio::steady_timer pause{io, settings.push_pause};
        co_await pause.async_wait(awaited);
    }
}

void Server::Inside::note_terminals() {
    Lines lines;
    for (const PeerState& peer : peers->list()) lines[peer.device] = line_of(peer);
    hub.connected(lines);
}

// Now and then each terminal is told where the others were seen: also those whose line is down at the moment.
asio::awaitable<void> Server::Inside::tell_doors_for_ever() {
    for (;;) {
        asio::steady_timer pause{io, settings.doors_every};
        co_await pause.async_wait(awaited);
        for (const PeerState& peer : peers->list()) meeting_point.note(peer);
        const Doors doors = meeting_point.doors(hub.ledger().now());
        if (!doors.doors.empty()) peers->tell(doors);
    }
}

void Server::Inside::changed() {
    dirty = true;
    refresh_timer.cancel();
}

void Server::Inside::count(const HttpResponse& answer) {
    HubTally& tally = hub.tally();
    ++(answer.status < 400 ? tally.requests : answer.status < 500 ? tally.refused : tally.failed);
}

Result<std::unique_ptr<Server>> Server::listen(Hub& hub, ServerSettings settings) {
    auto inside = std::make_unique<Inside>(hub, std::move(settings));
    if (auto opened = inside->open(); !opened) return std::unexpected(opened.error());
    Inside& in = *inside;
    const Identity& self = hub.ledger().identity();
    LinkOptions links;
    links.clock = [&hub] { return hub.ledger().now(); };
    links.coalesce = Milliseconds{5};
    links.coalesce_each = std::chrono::microseconds{100};
    if (in.settings.store)
        in.settling = std::make_unique<Settling>(in.io, hub, *in.settings.store, in.settings.settle_max, [&in] {
            in.peers->notify_new_facts(); // what is settled is told to them
            in.changed();
        });
    Store& store = in.settling ? static_cast<Store&>(in.settling->centre()) : hub.ledger();
    in.peers = std::make_unique<Peers>(store, NodeIdentity{self.certificate, self.keys.secret_key}, std::move(links),
                                       [&in](const std::string&) { in.changed(); });
    hub.ledger().on_commit([&in] {
        in.peers->notify_new_facts();
        if (in.settling) in.settling->centre().notify_new_facts();
        in.changed();
    });
    co_spawn(in.io, in.accept_all(), report_bug);
    co_spawn(in.io, in.refresh_for_ever(), report_bug);
    co_spawn(in.io, in.tell_doors_for_ever(), report_bug);
    return std::unique_ptr<Server>(new Server(std::move(inside)));
}

Server::Server(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Server::~Server() { inside_->hub.ledger().on_commit({}); }

std::uint16_t Server::port() const { return inside_->acceptor.local_endpoint().port(); }

void Server::stop_on_signals() {
    inside_->signals.add(SIGINT);
    inside_->signals.add(SIGTERM);
    inside_->signals.async_wait([this](Error error, int) {
        if (!error) stop();
    });
}

Server::Ended Server::run() {
    inside_->io.run();
    return inside_->ended;
}

void Server::stop() {
    post([this] { inside_->close(Ended::told_to); });
}

// Who tells it to end is heard, also while it ends by itself; what it finds while it ends changes nothing.
void Server::Inside::close(Ended why) {
    if (why == Ended::told_to || !closing) ended = why;
    if (std::exchange(closing, true)) return;
    const bool alone = peers->list().empty();
    peers->close_all("the hub is closing");
    last_words.expires_after(alone ? Milliseconds{0} : goodbye_max);
    last_words.async_wait([this](Error) { io.stop(); });
}

void Server::post(std::function<void()> work) { asio::post(inside_->io, std::move(work)); }

} // namespace foyer
