#include "sync/uplink/address.h"

#include <algorithm>

namespace foyer {

inline constexpr std::string_view default_port = "8080";

std::string HubAddress::text() const {
    return (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" + port;
}

static bool is_port(std::string_view text) {
    if (text.empty() || text.size() > 5 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    const int port = std::stoi(std::string(text));
    return port > 0 && port <= 65535;
}

static bool is_host(std::string_view text, bool bracketed) {
    const auto allowed = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == '_' || (bracketed && c == ':');
    };
    return !text.empty() && text.size() <= 253 && std::ranges::all_of(text, allowed);
}

Result<HubAddress> parse_hub_address(std::string_view url) {
    const auto wrong = [&](const char* what) {
        return fault(FaultKind::bad_input, "\"" + std::string(url.substr(0, 100)) + "\" is no hub's address: " + what);
    };
    std::string_view rest = url;
    if (const auto end = rest.find("://"); end != std::string_view::npos) {
        const std::string_view scheme = rest.substr(0, end);
        if (scheme == "https" || scheme == "wss") return wrong("TLS is not spoken yet, use http://");
        if (scheme != "http" && scheme != "ws") return wrong("it should start with http://");
        rest.remove_prefix(end + 3);
    }
    rest = rest.substr(0, rest.find('/'));
    const bool bracketed = rest.starts_with('[');
    const auto host_end = bracketed ? rest.find(']') : rest.find(':');
    if (bracketed && host_end == std::string_view::npos) return wrong("the ] after its host is missing");
    const std::string_view host = bracketed ? rest.substr(1, host_end - 1) : rest.substr(0, host_end);
    std::string_view tail = host_end == std::string_view::npos ? "" : rest.substr(host_end + (bracketed ? 1 : 0));
    if (!is_host(host, bracketed)) return wrong("its host is not a name or an address");
    if (tail.empty()) return HubAddress{std::string(host), std::string(default_port)};
    if (!tail.starts_with(':') || !is_port(tail.substr(1))) return wrong("its port is not a number from 1 to 65535");
    return HubAddress{std::string(host), std::string(tail.substr(1))};
}

} // namespace foyer
