#include "sync/hub/http.h"

#include <algorithm>
#include <cctype>

#include "sync/hub/json.h"

namespace foyer {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// One character at `at` of an encoded text, and how many it takes there.
std::pair<char, std::size_t> decoded(std::string_view text, std::size_t at) {
    if (text[at] != '%' || at + 2 >= text.size()) return {text[at], 1};
    const int high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
    if (high < 0 || low < 0) return {'%', 1};
    return {static_cast<char>(high * 16 + low), 3};
}

std::string decode_query(std::string text) {
    std::ranges::replace(text, '+', ' ');
    return percent_decoded(text);
}

const std::string& look_up(const std::map<std::string, std::string>& in, const std::string& name) {
    static const std::string none;
    const auto found = in.find(name);
    return found == in.end() ? none : found->second;
}

std::string_view without_port(std::string_view host) {
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

bool is_address(std::string_view host) {
    if (host.starts_with('[')) return host.ends_with(']');
    return !host.empty() && std::ranges::all_of(host, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int status_of(FaultKind kind) {
    switch (kind) {
    case FaultKind::bad_input: return 400;
    case FaultKind::not_found: return 404;
    case FaultKind::not_allowed: return 403;
    case FaultKind::refused: return 409;
    case FaultKind::busy: return 503;
    default: return 500;
    }
}

} // namespace

const std::string& HttpRequest::header(const std::string& name) const { return look_up(headers, name); }
const std::string& HttpRequest::value(const std::string& name) const { return look_up(query, name); }

HttpResponse refusal(int status, std::string_view what) { return {.status = status, .body = error_json(what)}; }

HttpResponse refusal(const Fault& fault) { return refusal(status_of(fault.kind), fault.detail); }

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, taken] = decoded(text, at);
        out += c;
        at += taken;
    }
    return out;
}

std::string percent_encoded(std::string_view text) {
    static constexpr std::string_view plain = "-._~";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || plain.find(c) != std::string_view::npos))
            out += c;
        else
            out += "%" + to_hex(ByteView(&byte, 1));
    }
    return out;
}

void read_target(std::string_view target, HttpRequest& into) {
    const auto question = target.find('?');
    into.path = target.substr(0, question);
    if (question == std::string_view::npos) return;
    std::string_view rest = target.substr(question + 1);
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        const std::string_view value = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
        into.query.emplace(decode_query(std::string(pair.substr(0, equals))), decode_query(std::string(value)));
    }
}

std::string cookie(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        std::string_view pair = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(header.size(), pair.size() + 1));
        while (pair.starts_with(' ')) pair.remove_prefix(1);
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
            return std::string(pair.substr(equals + 1));
        }
    }
    return "";
}

const std::vector<std::pair<std::string, std::string>>& security_headers() {
    static const std::vector<std::pair<std::string, std::string>> headers = {
        {"Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                                    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
    };
    return headers;
}

bool is_known_host(std::string_view host, const std::vector<std::string>& names) {
    const std::string_view bare = without_port(host);
    const auto is = [&](std::string_view name) {
        return std::ranges::equal(bare, name, [](char a, char b) { return lower(a) == lower(b); });
    };
    return is_address(bare) || is("localhost") || std::ranges::any_of(names, is);
}

bool is_private_way(const HttpRequest& request) {
    return request.wire == HttpRequest::Wire::tls || request.peer.starts_with("127.") || request.peer == "::1" ||
           request.peer.starts_with("::ffff:127.");
}

HttpResponse refuse_plain(const HttpRequest& request) {
    if (request.path != "/" || request.method != "GET")
        return refusal(426, "This hub speaks TLS only: write https:// before its address.");
    HttpResponse there = refusal(308, "This page is at https.");
    there.headers.emplace_back("Location", "https://" + request.header("host") + "/");
    return there;
}

bool is_cross_site(const HttpRequest& request) {
    const std::string& site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return true;
    const std::string& origin = request.header("origin");
    if (origin.empty()) return false; // no browser, or one that asks its own origin
    const auto scheme_end = origin.find("://");
    return scheme_end == std::string::npos || origin.substr(scheme_end + 3) != request.header("host");
}

} // namespace foyer
