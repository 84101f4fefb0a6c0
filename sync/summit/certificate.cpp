#include "sync/summit/certificate.h"

#include "sync/summit/cbor.h"

namespace foyer {

inline constexpr std::uint64_t certificate_version = 1;

Bytes signed_part(const Certificate& certificate) {
    cbor::Writer out;
    out.array(6).text("foyer certificate").uint(certificate_version);
    out.bytes(certificate.summit.view()).bytes(certificate.device.view()).bytes(certificate.public_key);
    out.array(2).uint(static_cast<std::uint64_t>(certificate.role));
    out.integer(certificate.issued.time_since_epoch().count());
    return out.take();
}

Bytes encode(const SignedCertificate& certificate) {
    cbor::Writer out;
    out.array(2).bytes(signed_part(certificate.certificate)).bytes(certificate.signature);
    return out.take();
}

Result<SignedCertificate> decode_certificate(ByteView encoded) {
    cbor::Reader outer(encoded);
    const bool pair = outer.array() == 2;
    cbor::Reader in(outer.bytes());
    const ByteView signature = outer.bytes();
    const bool shape =
        pair && outer.done() && in.array() == 6 && in.text() == "foyer certificate" && in.uint() == certificate_version;
    const auto summit = SummitId::from(in.bytes());
    const auto device = DeviceId::from(in.bytes());
    const ByteView key = in.bytes();
    const bool tail = in.array() == 2;
    const std::uint64_t role = in.uint();
    const Instant issued{Milliseconds{in.integer()}};
    if (!shape || !tail || !in.done() || !summit || !device || key.size() != 32 || role > 2 || signature.size() != 64)
        return fault(FaultKind::bad_input, "a device's certificate is malformed");
    return SignedCertificate{
        Certificate{*summit, *device, Bytes(key.begin(), key.end()), static_cast<Role>(role), issued},
        Bytes(signature.begin(), signature.end())};
}

} // namespace foyer
