// Where a hub is: the URL that an organiser types or a QR code carries.
#pragma once

#include <string>

#include "sync/summit/fault.h"

namespace foyer {

struct HubAddress {
    std::string host; // a name, an IPv4 address, or an IPv6 address without brackets
    std::string port; // decimal
    // "host:port" as in URLs and for people; IPv6 in brackets.
    [[nodiscard]] std::string text() const;
    bool operator==(const HubAddress&) const = default;
};

// "http://hub:8080", "ws://hub:8080/sync" or "hub:8080"; the port is 8080 when there is none, a path is ignored.
// bad_input names what is wrong with anything else.
Result<HubAddress> parse_hub_address(std::string_view url);

} // namespace foyer
