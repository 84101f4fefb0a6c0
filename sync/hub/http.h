// Requests and answers as plain values, so that routes, rights and JSON are tested without a socket.
// `server.cpp` turns what came over the wire into these and back; nothing here knows Boost.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/summit/bytes.h"
#include "sync/summit/fault.h"

namespace foyer {

struct HttpRequest {
    std::string method;                         // "GET", "POST"...
    std::string path;                           // before the question mark, as sent: "/api/live"
    std::map<std::string, std::string> query;   // decoded; the first value of a name
    std::map<std::string, std::string> headers; // names in lower case; the first value of a name
    std::string body;
    std::string peer; // the other side's address, without its port: for limits, never stored
    enum class Wire { plain, tls } wire = Wire::plain;

    // "" when the header is absent.
    [[nodiscard]] const std::string& header(const std::string& name) const;
    // "" when the query has no such name.
    [[nodiscard]] const std::string& value(const std::string& name) const;
};

struct HttpResponse {
    int status = 200;
    std::string type = "application/json; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers; // besides those that every answer carries
};

// {"error": "..."}: `what` is one sentence for a person, without anything personal.
HttpResponse refusal(int status, std::string_view what);
// The same for a failure inside: its kind decides the status.
HttpResponse refusal(const Fault& fault);

// One part of a path: "East%201" is "East 1". A malformed escape stays as it is.
std::string percent_decoded(std::string_view text);
std::string percent_encoded(std::string_view text);

// Splits "/path?a=b" and decodes the query's percent signs and pluses; a malformed escape stays as it is.
void read_target(std::string_view target, HttpRequest& into);

// The value of one cookie of a Cookie header; "" when it is not there.
std::string cookie(std::string_view header, std::string_view name);

// Headers of every answer: nothing from elsewhere, no guessing of types, no trace in other sites' logs.
const std::vector<std::pair<std::string, std::string>>& security_headers();

// Whether this address of a hub may be asked for by name: guards against a foreign name that was pointed at us.
// Literal addresses and localhost always; else one of `names` (without port).
bool is_known_host(std::string_view host, const std::vector<std::string>& names);

// Nobody can listen in: by TLS, or from this very machine.
bool is_private_way(const HttpRequest& request);
// The answer to a request that came another way: a browser that asks for the page is sent to https.
HttpResponse refuse_plain(const HttpRequest& request);

// A state change asked for by a page of another origin: its Origin names another host, or the browser says so.
bool is_cross_site(const HttpRequest& request);

} // namespace foyer
