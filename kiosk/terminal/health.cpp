#include "kiosk/terminal/health.h"

#include <algorithm>

#include <unistd.h>

#include "kiosk/screens/version.h"
#include "kiosk/text/version.h"
#include "scanner/version.h"
#include "sync/crypto/version.h"
#include "sync/ledger/schema.h"
#include "sync/ledger/version.h"
#include "sync/uplink/version.h"

namespace foyer {

// It is made with the first badge: until then what counts is whether it can be.
static std::filesystem::path nearest_that_is(std::filesystem::path path) {
    std::error_code ignored;
    path = std::filesystem::absolute(path, ignored);
    while (!path.empty() && path.has_relative_path() && !std::filesystem::exists(path, ignored))
        path = path.parent_path();
    return path;
}

static void describe_papers(Health& health, const std::filesystem::path& papers) {
    if (papers.empty()) return;
    health.papers = papers.string();
    const auto there = nearest_that_is(papers);
    const bool writable = ::access(there.c_str(), W_OK | X_OK) == 0;
    health.papers_are = writable ? Health::Papers::ready : Health::Papers::cannot_be_written;
    std::error_code failed;
    const auto space = std::filesystem::space(there, failed);
    if (!failed) health.free_bytes = space.available;
}

// Of what reads first, then of what shows and sends.
// The version never stands on another line than its name.
static std::vector<std::string> libraries() {
    return {"ZXing\u00a0" + zxing_version(),     "GStreamer\u00a0" + gstreamer_version(),
            "SQLite\u00a0" + sqlite_version(),   "Pango\u00a0" + pango_version(),
            "ImGui\u00a0" + imgui_version(),     "OpenSSL\u00a0" + openssl_version(),
            "libsodium\u00a0" + sodium_version()};
}

Health health_of(const Ledger& ledger, const Surroundings& around) {
    Health health;
    health.version = FOYER_VERSION;
    health.libraries = libraries();
    health.ledger_format = ledger_format;
    if (around.hub) health.hub = around.hub->text();
    if (around.uplink) {
        health.hub_fault = around.uplink->fault;
        health.clock_offset = around.uplink->clock_offset;
    }
    std::set<OriginId> origins;
    for (const auto& [key, mark] : ledger.have()) {
        if (!origins.insert(key.origin).second) continue;
        health.facts += mark.seq;
    }
    health.origins = origins.size();
    health.unsent = ledger.unacknowledged();
    for (const auto& [device, what] : ledger.enrolled()) {
        if (device == ledger.identity().device || what.role == Role::hub || ledger.dismissed(device)) continue;
        using Heard = Health::Peer::Heard;
        health.peers.push_back({what.name, around.seen.contains(device) ? Heard::yes : Heard::no});
    }
    std::ranges::sort(health.peers, {}, &Health::Peer::name);
    describe_papers(health, around.papers);
    health.log = around.log;
    return health;
}

} // namespace foyer
