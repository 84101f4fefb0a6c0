// What the hub shows to whoever connects by TLS: a certificate by the summit's authority. The authority is made once,
// by the hub that has the summit's key, at its first start (also in a folder that is older than TLS in Foyer); its key
// stays in the ledger's private table, and hubs that share a store share it (sync/central/charter.h). On the ledger's
// thread, before the server.
#pragma once

#include "sync/ledger/ledger.h"
#include "sync/uplink/authority.h"

namespace foyer {

struct HubCertificate {
    Credential credential;
    CaFingerprint authority;   // what terminals pin
    std::string authority_pem; // for people's browsers
};

// The one that is kept, or a new one.
Result<Authority> summit_authority(Ledger& ledger, Instant now);

// Kept from start to start; made anew when the names changed or it ends within a month. `now` is the real time, not a
// demo's: browsers look at it. Faults: not_allowed (no hub of this summit's key), bad_input (a name), corrupt, disk.
Result<HubCertificate> hub_certificate(Ledger& ledger, const std::vector<std::string>& names, Instant now);

} // namespace foyer
