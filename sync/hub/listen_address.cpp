#include "sync/hub/listen_address.h"

#include <charconv>

namespace foyer {

Result<std::pair<std::string, std::uint16_t>> read_address(std::string_view text) {
    const auto colon = text.rfind(':');
    std::uint16_t port = 0;
    bool good = colon != std::string_view::npos && colon > 0;
    if (good) {
        const std::string_view digits = text.substr(colon + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
        good = error == std::errc{} && end == digits.data() + digits.size();
    }
    if (!good) {
        return fault(FaultKind::bad_input, "\"" + std::string(text) +
                                               "\" is no address to listen on: write ADDRESS:PORT, "
                                               "for instance 127.0.0.1:8080.");
    }
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (host == "localhost") host = "127.0.0.1";
    return std::pair{std::string(host), port};
}

} // namespace foyer
