// The summit's certificate authority: X.509 for TLS, by OpenSSL. ECDSA on P-256, which every browser takes.
//
// It certifies hubs and nothing else, so whoever holds a certificate of it is a hub of this summit, by whatever name or
// address it is reached: terminals pin the authority and ask no more. Names are in the certificates for browsers. Pure
// but for the random source; any thread. Times are those of the real clock, never of a demo's. Faults: bad_input (a
// name that is none), corrupt (what was kept is damaged).
#pragma once

#include <vector>

#include "sync/summit/instant.h"
#include "sync/uplink/address.h"

namespace foyer {

// A certificate and its key as PEM; `certificates` has the authority's own behind the first.
struct Credential {
    std::string certificates;
    std::string key;
};

class Authority {
public:
    // Valid for 20 years: longer than anybody remembers the summit.
    static Result<Authority> make(const SummitId& summit, Instant now);
    static Result<Authority> read(Credential kept);
    [[nodiscard]] const Credential& kept() const { return self_; }
    [[nodiscard]] CaFingerprint fingerprint() const { return fingerprint_; }
    // For a hub that is reached by these names and addresses; for a year, from a day ago: clocks differ.
    [[nodiscard]] Result<Credential> certify_hub(const std::vector<std::string>& names, Instant now) const;

private:
    Authority(Credential self, CaFingerprint fingerprint) : self_(std::move(self)), fingerprint_(fingerprint) {}
    Credential self_;
    CaFingerprint fingerprint_;
};

// Whether a hub's certificate is for exactly these names and good for another month.
bool still_serves(const Credential& hub, const std::vector<std::string>& names, Instant now);

// For a node that nobody needs to know by its certificate: a door among doors, whose conversations are bound to the
// connection itself.
Result<Credential> self_signed(Instant now);

} // namespace foyer
