#include "sync/ledger/identity.h"

#include "sync/summit/cbor.h"

namespace foyer {

Bytes encode(const Identity& identity) {
    cbor::Writer out;
    out.array(7).bytes(identity.device.view()).text(identity.device_name);
    out.bytes(identity.keys.public_key).bytes(identity.keys.secret_key);
    out.bytes(encode(identity.certificate)).bytes(identity.summit_key).bytes(identity.code_key);
    return out.take();
}

static Bytes copy(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

Result<Identity> decode_identity(ByteView encoded) {
    cbor::Reader in(encoded);
    const bool shape = in.array() == 7;
    const auto device = DeviceId::from(in.bytes());
    Identity identity;
    identity.device_name = in.text();
    identity.keys.public_key = copy(in.bytes());
    identity.keys.secret_key = copy(in.bytes());
    const auto certificate = decode_certificate(in.bytes());
    identity.summit_key = copy(in.bytes());
    identity.code_key = copy(in.bytes());
    if (!shape || !in.done() || !device || !certificate || identity.keys.secret_key.size() != 64)
        return fault(FaultKind::corrupt, "a node's identity is damaged");
    identity.device = *device;
    identity.certificate = *certificate;
    return identity;
}

SignedCertificate certify(const Certificate& certificate, const KeyPair& summit_keys) {
    return {certificate, sign(signed_part(certificate), summit_keys.secret_key)};
}

} // namespace foyer
