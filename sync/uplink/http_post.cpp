#include "sync/uplink/http_post.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <nlohmann/json.hpp>

#include "sync/uplink/stream.h"

namespace foyer {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
inline constexpr std::size_t max_answer = std::size_t{1} << 20U;
inline constexpr std::size_t max_quoted = 300; // of an answer that says no

static std::unexpected<Fault> unreachable(const HubAddress& hub, const boost::system::error_code& error) {
    const std::string why = error == beast::error::timeout ? "no answer in time" : error.message();
    return fault(FaultKind::network, "the hub at " + hub.text() + " cannot be reached: " + why);
}

// The text of {"error": "..."}, or the beginning of whatever came.
static std::string reason_in(const std::string& body) {
    const auto json = nlohmann::json::parse(body, nullptr, false);
    const auto error = json.is_object() ? json.find("error") : json.end();
    const bool said = error != json.end() && error->is_string();
    return (said ? error->get<std::string>() : body).substr(0, max_quoted);
}

static FaultKind kind_of(unsigned status) {
    if (status == 401 || status == 403) return FaultKind::not_allowed;
    if (status == 429 || status == 503) return FaultKind::busy;
    return status == 404 ? FaultKind::not_found : FaultKind::refused;
}

static Result<std::string> judge(const HubAddress& hub, http::response<http::string_body> answer) {
    if (http::to_status_class(answer.result()) == http::status_class::successful) return std::move(answer.body());
    return fault(kind_of(answer.result_int()), "the hub at " + hub.text() + " says no (" +
                                                   std::to_string(answer.result_int()) +
                                                   "): " + reason_in(answer.body()));
}

static http::request<http::string_body> request_of(http::verb verb, const HubAddress& hub, const std::string& target,
                                                   const std::string& json, const std::string& bearer) {
    http::request<http::string_body> request(verb, target, 11);
    request.set(http::field::host, hub.text());
    if (verb == http::verb::post) request.set(http::field::content_type, "application/json");
    if (!bearer.empty()) request.set(http::field::authorization, "Bearer " + bearer);
    request.keep_alive(false);
    request.body() = json;
    request.prepare_payload();
    return request;
}

static asio::awaitable<Result<std::string>> exchange(HubAddress hub, http::request<http::string_body> request,
                                                     Milliseconds deadline) {
    Stream stream(co_await asio::this_coro::executor);
    auto connected = co_await stream.connect(hub, deadline);
    if (!connected) co_return std::unexpected(connected.error());
    stream.tcp().expires_after(deadline);
    const auto [not_sent, sent] = co_await http::async_write(stream, request, as_result);
    if (not_sent) co_return unreachable(hub, not_sent);
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(max_answer);
    const auto [not_read, read] = co_await http::async_read(stream, buffer, parser, as_result);
    if (not_read) co_return unreachable(hub, not_read);
    co_return judge(hub, parser.release());
}

static Result<std::string> ask(const HubAddress& hub, http::request<http::string_body> request, Milliseconds deadline) {
    if (request.count(http::field::authorization) > 0 && hub.wire == HubAddress::Wire::tls && !hub.ca)
        return fault(FaultKind::bad_input, "the hub's fingerprint is needed before anybody at " + hub.text() +
                                               " is told the organisers' token: give --ca as the hub printed it");
    asio::io_context context;
    Result<std::string> result = fault(FaultKind::network, "the request did not end");
    asio::co_spawn(context, exchange(hub, std::move(request), deadline),
                   [&](const std::exception_ptr& bug, Result<std::string> answer) {
                       if (bug == nullptr) result = std::move(answer);
                   });
    context.run();
    return result;
}

Result<std::string> post_json(const HubAddress& hub, const std::string& target, const std::string& json,
                              Milliseconds deadline, const std::string& bearer) {
    return ask(hub, request_of(http::verb::post, hub, target, json, bearer), deadline);
}

Result<std::string> get_json(const HubAddress& hub, const std::string& target, const std::string& bearer,
                             Milliseconds deadline) {
    return ask(hub, request_of(http::verb::get, hub, target, "", bearer), deadline);
}

} // namespace foyer
