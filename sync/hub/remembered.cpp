#include "sync/hub/remembered.h"

namespace foyer {

static std::optional<std::string> text(const Ledger& ledger, std::string_view name) {
    const auto value = ledger.private_value(name);
    return value ? std::optional{std::string(as_text(*value))} : std::nullopt;
}

Remembered remembered(const Ledger& ledger) {
    Remembered found;
    if (const auto url = text(ledger, "hub_url"))
        if (auto hub = parse_hub_address(*url)) found.hub = std::move(*hub);
    if (const auto authority = ledger.private_value("hub_authority"); authority && found.hub)
        found.hub->ca = CaFingerprint::from(*authority);
    if (auto checkpoint = text(ledger, "checkpoint")) found.checkpoint = CheckpointId{std::move(*checkpoint)};
    found.unlock = text(ledger, "unlock");
    return found;
}

Result<> remember(Ledger& ledger, const Remembered& what) {
    if (what.hub) {
        if (auto r = ledger.set_private_value("hub_url", as_bytes(what.hub->url())); !r) return r;
        if (what.hub->ca)
            if (auto r = ledger.set_private_value("hub_authority", what.hub->ca->view()); !r) return r;
    }
    if (what.checkpoint)
        if (auto r = ledger.set_private_value("checkpoint", as_bytes(what.checkpoint->text)); !r) return r;
    if (what.unlock) return ledger.set_private_value("unlock", as_bytes(*what.unlock));
    return {};
}

} // namespace foyer
