#include "sync/commands/running_hub.h"

namespace foyer {

void RunningHub::add_options(CLI::App& command) {
    command.add_option("--hub", url, "Where the running hub answers")->capture_default_str();
    command.add_option("--ca", authority, "The hub's fingerprint, as it printed it; with --hub https://...");
}

Result<HubAddress> RunningHub::address() const {
    auto hub = parse_hub_address(url);
    if (!hub || authority.empty()) return hub;
    const auto fingerprint = read_fingerprint(authority);
    if (!fingerprint) return std::unexpected(fingerprint.error());
    hub->ca = *fingerprint;
    return hub;
}

} // namespace foyer
