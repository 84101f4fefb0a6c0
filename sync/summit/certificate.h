// Who may write facts: a device's public key and role, signed by the summit's key at enrolment.
#pragma once

#include "sync/summit/fact.h"

namespace foyer {

struct Certificate {
    SummitId summit;
    DeviceId device;
    Bytes public_key; // Ed25519, 32 bytes
    Role role = Role::door;
    Instant issued;
    bool operator==(const Certificate&) const = default;
};

// The bytes that the summit's key signs.
Bytes signed_part(const Certificate& certificate);

// signed_part + signature (64 bytes): what travels.
struct SignedCertificate {
    Certificate certificate;
    Bytes signature;
};
Bytes encode(const SignedCertificate& certificate);
Result<SignedCertificate> decode_certificate(ByteView encoded);

} // namespace foyer
