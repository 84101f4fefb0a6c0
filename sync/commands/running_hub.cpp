#include "sync/commands/running_hub.h"

#include "sync/commands/clock.h"
#include "sync/commands/hub_ledger.h"
#include "sync/hub/ask.h"

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

Result<HubFolder> HubFolder::open(const std::string& folder, const RunningHub& running) {
    HubFolder found;
    auto ledger = open_hub_ledger(folder, DemoClock().clock());
    if (ledger) {
        found.ledger = std::move(*ledger);
        return found;
    }
    if (ledger.error().kind != FaultKind::busy) return std::unexpected(ledger.error());
    auto token = read_token_file(folder);
    if (!token) return std::unexpected(token.error());
    auto hub = running.address();
    if (!hub) return std::unexpected(hub.error());
    found.hub = std::move(*hub);
    found.token = std::move(*token);
    return found;
}

} // namespace foyer
