#include "sync/hub/whereabouts.h"

#include <algorithm>

namespace foyer {

Result<> tell_whereabouts(Ledger& ledger, const std::vector<std::string>& hosts, std::uint16_t port) {
    std::vector<std::string> reached_at;
    for (const std::string& host : hosts)
        if (reached_at.size() < max_whereabouts)
            reached_at.push_back(HubAddress{host, std::to_string(port), HubAddress::Wire::tls, std::nullopt}.text());
    const DeviceId self = ledger.identity().device;
    const auto enrolled = ledger.enrolled();
    const auto told = enrolled.find(self);
    DeviceEnrolled now =
        told == enrolled.end() ? DeviceEnrolled{ledger.identity().device_name, Role::hub, std::nullopt} : told->second;
    if (now.reached_at == reached_at) return {};
    now.reached_at = std::move(reached_at);
    const Draft draft{{SubjectKind::device, self.hex()}, std::move(now), ledger.now()};
    if (auto appended = ledger.append({&draft, 1}); !appended) return std::unexpected(appended.error());
    return {};
}

std::vector<HubAddress> other_ways(const Ledger& ledger, const HubAddress& known) {
    std::vector<HubAddress> ways;
    auto hubs = ledger.enrolled();
    std::erase_if(hubs, [](const auto& one) { return one.second.role != Role::hub; });
    // Turned by the terminal's own id.
    auto hub = hubs.upper_bound(ledger.identity().device);
    for (std::size_t left = hubs.size(); left > 0; --left, ++hub) {
        if (hub == hubs.end()) hub = hubs.begin();
        for (const std::string& text : hub->second.reached_at) {
            auto way = parse_hub_address(text);
            if (!way || (way->host == known.host && way->port == known.port)) continue;
            way->ca = known.ca;
            ways.push_back(std::move(*way));
        }
    }
    return ways;
}

} // namespace foyer
