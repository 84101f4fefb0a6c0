#include "sync/ledger/chain.h"

namespace foyer {

OriginId origin_of(ByteView public_key, ByteView nonce) {
    return OriginId{hash128({as_bytes("foyer origin 1"), public_key, nonce})};
}

Hash chain_start(const SummitId& summit, const OriginId& origin) {
    return hash({as_bytes("foyer chain 1"), summit.view(), origin.view()});
}

static Bytes big_endian(std::uint64_t value) {
    Bytes bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> static_cast<unsigned>(shift)));
    return bytes;
}

OriginId branch_of(const OriginId& trunk, std::uint64_t first_seq, const Hash& first_head) {
    return OriginId{hash128({as_bytes("foyer branch 1"), trunk.view(), big_endian(first_seq), first_head.view()})};
}

Hash next_head(const Hash& head, ByteView header) { return hash({head.view(), header}); }

Bytes seal_message(const SummitId& summit, const OriginId& origin, std::uint64_t seq, const Hash& head) {
    const std::string_view label = "foyer seal 1";
    Bytes message(label.begin(), label.end());
    message.insert(message.end(), summit.bytes.begin(), summit.bytes.end());
    message.insert(message.end(), origin.bytes.begin(), origin.bytes.end());
    const Bytes place = big_endian(seq);
    message.insert(message.end(), place.begin(), place.end());
    message.insert(message.end(), head.bytes.begin(), head.bytes.end());
    return message;
}

Result<Certificate> check_opening(const Header& first, const SummitId& summit, ByteView summit_key) {
    if (!first.opening) return fault(FaultKind::refused, "an origin does not open with a certificate");
    const auto certificate = decode_certificate(first.opening->certificate);
    if (!certificate) return std::unexpected(certificate.error());
    const Certificate& c = certificate->certificate;
    if (c.summit != summit) return fault(FaultKind::refused, "a certificate of another summit");
    if (!verify(signed_part(c), certificate->signature, summit_key))
        return fault(FaultKind::refused, "a certificate that this summit's key did not sign");
    if (origin_of(c.public_key, first.opening->nonce) != first.origin)
        return fault(FaultKind::refused, "an origin that is not its certificate's");
    return c;
}

Result<std::vector<Header>> headers_of(const SealedRun& frame) {
    if (frame.facts.empty()) return fault(FaultKind::refused, "an empty frame");
    std::vector<Header> headers;
    for (std::size_t i = 0; i < frame.facts.size(); ++i) {
        const auto header = decode_header(frame.facts[i].header);
        if (!header) return std::unexpected(header.error());
        if (header->seq != frame.first_seq + i || (i > 0 && header->origin != headers.front().origin))
            return fault(FaultKind::refused, "facts out of order in a frame");
        const auto& body = frame.facts[i].body;
        if (body && hash({*body}) != header->body_hash)
            return fault(FaultKind::refused, "a body that is not its header's");
        const bool withheld = header->audience == Audience::staff && frame.audience == Audience::floor;
        const bool may_lack = withheld || is_personal(header->kind); // those a purge may have taken
        if (!body && !may_lack) return fault(FaultKind::refused, "a fact without its body");
        headers.push_back(*header);
    }
    return headers;
}

} // namespace foyer
