#include "sync/uplink/address.h"

#include <algorithm>

namespace foyer {

inline constexpr std::string_view default_port = "8080";

std::string HubAddress::text() const {
    return (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" + port;
}

std::string HubAddress::url() const { return (wire == Wire::tls ? "https://" : "http://") + text(); }

Result<CaFingerprint> read_fingerprint(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ' ' && c != ':') digits.push_back(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
    const auto bytes = from_hex(digits);
    const auto fingerprint = bytes ? CaFingerprint::from(*bytes) : std::nullopt;
    if (fingerprint) return *fingerprint;
    return fault(FaultKind::bad_input, "\"" + std::string(text.substr(0, 100)) +
                                           "\" is no fingerprint of a hub: it has 32 digits from 0 to 9 and A to F");
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
    HubAddress address;
    if (const auto end = rest.find("://"); end != std::string_view::npos) {
        const std::string_view scheme = rest.substr(0, end);
        const bool plain = scheme == "http" || scheme == "ws";
        if (!plain && scheme != "https" && scheme != "wss") return wrong("it should start with https:// or http://");
        address.wire = plain ? HubAddress::Wire::plain : HubAddress::Wire::tls;
        rest.remove_prefix(end + 3);
    }
    rest = rest.substr(0, rest.find('/'));
    const bool bracketed = rest.starts_with('[');
    const auto host_end = bracketed ? rest.find(']') : rest.find(':');
    if (bracketed && host_end == std::string_view::npos) return wrong("the ] after its host is missing");
    const std::string_view host = bracketed ? rest.substr(1, host_end - 1) : rest.substr(0, host_end);
    std::string_view tail = host_end == std::string_view::npos ? "" : rest.substr(host_end + (bracketed ? 1 : 0));
    if (!is_host(host, bracketed)) return wrong("its host is not a name or an address");
    address.host = host;
    address.port = default_port;
    if (tail.empty()) return address;
    if (!tail.starts_with(':') || !is_port(tail.substr(1))) return wrong("its port is not a number from 1 to 65535");
    address.port = tail.substr(1);
    return address;
}

} // namespace foyer
