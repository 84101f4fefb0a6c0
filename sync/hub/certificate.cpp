#include "sync/hub/certificate.h"

namespace foyer {

namespace {

// Two private values each: NAME_certificate and NAME_key.
std::optional<Credential> kept(const Ledger& ledger, const std::string& name) {
    const auto certificates = ledger.private_value(name + "_certificate");
    const auto key = ledger.private_value(name + "_key");
    if (!certificates || !key) return std::nullopt;
    return Credential{std::string(as_text(*certificates)), std::string(as_text(*key))};
}

Result<> keep(Ledger& ledger, const std::string& name, const Credential& credential) {
    if (auto r = ledger.set_private_value(name + "_key", as_bytes(credential.key)); !r) return r;
    return ledger.set_private_value(name + "_certificate", as_bytes(credential.certificates));
}

} // namespace

Result<Authority> summit_authority(Ledger& ledger, Instant now) {
    if (auto old = kept(ledger, "authority")) return Authority::read(std::move(*old));
    if (!ledger.private_value("summit_secret_key"))
        return fault(FaultKind::not_allowed, "This data folder is not that of a summit's hub: it has no key to certify "
                                             "itself with. Start the hub on the folder in which the summit was made.");
    auto made = Authority::make(ledger.summit_id(), now);
    if (!made) return made;
    if (auto r = keep(ledger, "authority", made->kept()); !r) return std::unexpected(r.error());
    return made;
}

Result<HubCertificate> hub_certificate(Ledger& ledger, const std::vector<std::string>& names, Instant now) {
    const auto by = summit_authority(ledger, now);
    if (!by) return std::unexpected(by.error());
    HubCertificate hub{{}, by->fingerprint(), by->kept().certificates};
    if (auto old = kept(ledger, "hub_tls");
        old && old->certificates.ends_with(by->kept().certificates) && still_serves(*old, names, now)) {
        hub.credential = std::move(*old);
        return hub;
    }
    auto made = by->certify_hub(names, now);
    if (!made) return std::unexpected(made.error());
    if (auto r = keep(ledger, "hub_tls", *made); !r) return std::unexpected(r.error());
    hub.credential = std::move(*made);
    return hub;
}

} // namespace foyer
