#include "sync/summit/fact.h"

#include "sync/summit/cbor.h"

namespace foyer {

Audience audience_of(Role role) { return role == Role::door ? Audience::floor : Audience::staff; }

template <class Id>
static Id read_id(cbor::Reader& in) {
    const auto id = Id::from(in.bytes());
    if (!id) in.fail();
    return id.value_or(Id{});
}

Bytes encode(const Header& header) {
    cbor::Writer out;
    out.array(header.opening ? 8 : 6);
    out.bytes(header.origin.view()).uint(header.seq).uint(header.time.value);
    out.uint(static_cast<std::uint64_t>(header.kind)).uint(static_cast<std::uint64_t>(header.audience));
    out.bytes(header.body_hash.view());
    if (header.opening) out.bytes(header.opening->certificate).bytes(header.opening->nonce);
    return out.take();
}

Result<Header> decode_header(ByteView encoded) {
    cbor::Reader in(encoded);
    const std::size_t fields = in.array();
    Header header;
    header.origin = read_id<OriginId>(in);
    header.seq = in.uint();
    header.time.value = in.uint();
    const std::uint64_t kind = in.uint(), audience = in.uint();
    header.body_hash = read_id<Hash>(in);
    if (fields == 8) {
        const ByteView certificate = in.bytes(), nonce = in.bytes();
        header.opening = Opening{Bytes(certificate.begin(), certificate.end()), Bytes(nonce.begin(), nonce.end())};
    }
    if (!in.done() || (fields != 6 && fields != 8) || kind > UINT16_MAX || audience > 1)
        return fault(FaultKind::bad_input, "a fact's header is malformed");
    header.kind = static_cast<Kind>(kind);
    header.audience = static_cast<Audience>(audience);
    if (header.seq == 0 || (header.seq == 1) != header.opening.has_value())
        return fault(FaultKind::bad_input, "a fact's header has no place in its chain");
    return header;
}

bool is_personal(Kind kind) { return kind == Kind::person || kind == Kind::contact || kind == Kind::note; }

Bytes encode(const Body& body) {
    cbor::Writer out;
    out.array(6).bytes(body.salt);
    out.array(2).uint(static_cast<std::uint64_t>(body.subject.kind)).text(body.subject.id);
    out.array(body.seen.size() * 2);
    for (const FactId& id : body.seen) out.bytes(id.origin.view()).uint(id.seq);
    out.integer(body.happened.time_since_epoch().count()).boolean(body.observed).raw(body.payload);
    return out.take();
}

Result<Body> decode_body(ByteView encoded) {
    const auto malformed = [] { return fault(FaultKind::bad_input, "a fact's body is malformed"); };
    if (encoded.size() > max_body_size) return fault(FaultKind::bad_input, "a fact's body is larger than 64 KiB");
    cbor::Reader in(encoded);
    if (in.array() != 6) return malformed();
    Body body;
    const ByteView salt = in.bytes();
    body.salt.assign(salt.begin(), salt.end());
    if (in.array() != 2) return malformed();
    const std::uint64_t kind = in.uint();
    body.subject.id = in.text();
    const std::size_t seen = in.array() / 2;
    if (!in.good() || kind == 0 || kind > UINT8_MAX || seen > max_seen || body.subject.id.size() > 128)
        return malformed();
    body.subject.kind = static_cast<SubjectKind>(kind);
    for (std::size_t i = 0; i < seen; ++i) {
        const auto origin = read_id<OriginId>(in);
        body.seen.push_back(FactId{origin, in.uint()});
    }
    body.happened = Instant{Milliseconds{in.integer()}};
    body.observed = in.boolean();
    const ByteView payload = in.raw();
    body.payload.assign(payload.begin(), payload.end());
    if (!in.done()) return malformed();
    return body;
}

} // namespace foyer
