#include "sync/uplink/circle.h"

#include <algorithm>
#include <vector>

#include "sync/crypto/crypto.h"

namespace foyer {

// The `each_side` next after and before `self` on the ring; all when there are not more.
static std::set<DeviceId> ring(const DeviceId& self, const std::vector<DeviceId>& others, std::size_t each_side) {
    std::set<DeviceId> chosen;
    if (others.size() <= 2 * each_side) return {others.begin(), others.end()};
    const auto after = static_cast<std::size_t>(std::ranges::lower_bound(others, self) - others.begin());
    for (std::size_t i = 0; i < each_side; ++i) {
        chosen.insert(others[(after + i) % others.size()]);
        chosen.insert(others[(after + others.size() - 1 - i) % others.size()]);
    }
    return chosen;
}

// The same lot at every draw: a line is not dropped for another one without need.
static void draw_lots(const DeviceId& self, const std::vector<DeviceId>& others, std::size_t count,
                      std::set<DeviceId>& chosen) {
    std::vector<std::pair<std::array<std::uint8_t, 16>, DeviceId>> lots;
    for (const DeviceId& other : others)
        if (!chosen.contains(other)) lots.emplace_back(hash128({self.view(), other.view()}), other);
    std::ranges::sort(lots);
    for (std::size_t i = 0; i < std::min(count, lots.size()); ++i) chosen.insert(lots[i].second);
}

std::set<DeviceId> circle(const DeviceId& self, const std::string& place, const std::map<DeviceId, std::string>& known,
                          Centre centre) {
    std::vector<DeviceId> others;
    for (const auto& [device, where] : known)
        if (device != self && (centre == Centre::away || (!place.empty() && where == place))) others.push_back(device);
    if (others.size() <= most_lines) return {others.begin(), others.end()};
    if (centre == Centre::here) return ring(self, others, most_lines / 2);
    std::set<DeviceId> chosen = ring(self, others, 2);
    draw_lots(self, others, 2, chosen); // and as many others will draw us
    return chosen;
}

} // namespace foyer
