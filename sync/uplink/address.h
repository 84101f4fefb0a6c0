// Where a hub is: the URL that an organiser types or a QR code carries.
#pragma once

#include <string>

#include "sync/summit/fault.h"
#include "sync/summit/ids.h"

namespace foyer {

// The first half of the SHA-256 of a summit's CA certificate (DER): by it a hub is known before anything is said.
using CaFingerprint = RawId<struct CaFingerprintTag, 16>;

// "AB12 CD34 ..." or "ab12cd34...": 32 hexadecimal digits. bad_input: anything else.
Result<CaFingerprint> read_fingerprint(std::string_view text);

struct HubAddress {
    enum class Wire { plain, tls };
    std::string host; // a name, an IPv4 address, or an IPv6 address without brackets
    std::string port; // decimal
    Wire wire = Wire::tls;
    // Whose word for the hub's certificate is taken. None: the hub proves itself by the conversation alone, which is
    // bound to its TLS connection (sync/replication); nothing else is to be told to such a hub.
    std::optional<CaFingerprint> ca;
    // "host:port" as in URLs and for people; IPv6 in brackets.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string url() const; // "https://host:port"
    bool operator==(const HubAddress&) const = default;
};

// "https://hub:8080", "wss://hub:8080/sync", "http://127.0.0.1:8080" (not encrypted) or "hub:8080", which is https; the
// port is 8080 when there is none, a path is ignored. bad_input names what is wrong with anything else.
Result<HubAddress> parse_hub_address(std::string_view url);

} // namespace foyer
