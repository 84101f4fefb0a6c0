#include "sync/uplink/own_addresses.h"

#include <algorithm>
#include <array>
#include <memory>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

namespace foyer {

static std::string text_of(const sockaddr* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET)
        ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text.data(), text.size());
    if (address->sa_family == AF_INET6) {
        const in6_addr& raw = reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
        if (!IN6_IS_ADDR_LINKLOCAL(&raw)) ::inet_ntop(AF_INET6, &raw, text.data(), text.size());
    }
    return text.data();
}

std::vector<std::string> own_addresses() {
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) return {};
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> list(first, &::freeifaddrs);
    std::vector<std::string> found;
    for (const ifaddrs* it = first; it != nullptr; it = it->ifa_next) {
        const bool usable =
            it->ifa_addr != nullptr && (it->ifa_flags & IFF_UP) != 0 && (it->ifa_flags & IFF_LOOPBACK) == 0;
        std::string text = usable ? text_of(it->ifa_addr) : "";
        if (!text.empty()) found.push_back(std::move(text));
    }
    std::ranges::stable_partition(found, [](const std::string& text) { return text.find(':') == std::string::npos; });
    return found;
}

} // namespace foyer
