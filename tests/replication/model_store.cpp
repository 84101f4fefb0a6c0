#include "tests/replication/model_store.h"

#include <cassert>

#include "sync/crypto/crypto.h"
#include "sync/ledger/chain.h"

namespace foyer::test {

World::World() : keys(make_key_pair()) { summit = *SummitId::from(random_bytes(16)); }

NodeIdentity World::enrol(Role role) const {
    const KeyPair device = make_key_pair();
    const Certificate certificate{summit, *DeviceId::from(random_bytes(16)), device.public_key, role, Instant{}};
    return {{certificate, sign(signed_part(certificate), keys.secret_key)}, device.secret_key};
}

static Bytes to_bytes(const std::string& text) { return {text.begin(), text.end()}; }

ModelStore::ModelStore(const World& world, const NodeIdentity& identity) : world_(world), identity_(identity) {
    const Bytes nonce = random_bytes(16);
    own_ = origin_of(identity_.certificate.certificate.public_key, nonce);
    Header header{own_, 1, {}, Kind::origin_opened, Audience::floor, {}, Opening{encode(identity_.certificate), nonce}};
    const Bytes body = to_bytes("opened");
    header.body_hash = hash({body});
    add(own_, header, encode(header), body);
    facts[own_].back().seal = sign(seal_message(world_.summit, own_, 1, facts[own_].back().head), identity_.secret_key);
}

Hash ModelStore::head_of(const OriginId& origin) const {
    const auto found = facts.find(origin);
    return found == facts.end() || found->second.empty() ? chain_start(world_.summit, origin)
                                                         : found->second.back().head;
}

void ModelStore::add(const OriginId& origin, const Header& header, ByteView raw, std::optional<Bytes> body) {
    const Hash head = next_head(head_of(origin), raw);
    facts[origin].push_back({header, Bytes(raw.begin(), raw.end()), head, std::move(body), {}});
}

void ModelStore::write(const std::vector<std::pair<Audience, std::string>>& bodies) {
    for (const auto& [audience, text] : bodies) {
        const Bytes body = to_bytes(text);
        const Header header{own_, facts[own_].size() + 1, {}, Kind::note, audience, hash({body}), std::nullopt};
        add(own_, header, encode(header), body);
    }
    auto& last = facts[own_].back();
    last.seal = sign(seal_message(world_.summit, own_, last.header.seq, last.head), identity_.secret_key);
}

Have ModelStore::have() const {
    Have have;
    for (const auto& [origin, chain] : facts) {
        bool whole = true; // every body so far
        for (const Stored& fact : chain) {
            whole = whole && fact.body.has_value();
            if (fact.seal.empty()) continue;
            have[{origin, Audience::floor}] = {fact.header.seq, fact.head};
            if (whole) have[{origin, Audience::staff}] = {fact.header.seq, fact.head};
        }
    }
    return have;
}

Result<std::optional<SealedRun>> ModelStore::suffix(const OriginId& origin, Audience audience, std::uint64_t after,
                                                    std::size_t max_bytes) const {
    if (disk_full) return fault(FaultKind::disk, "the disk is full");
    const auto found = facts.find(origin);
    if (found == facts.end()) return std::nullopt;
    SealedRun frame{origin, audience, after + 1, {}, {}};
    std::size_t sealed = 0, bytes = 0;
    for (std::size_t i = after; i < found->second.size(); ++i) {
        const Stored& fact = found->second[i];
        const bool withheld = audience < fact.header.audience && !leaky;
        if (audience == Audience::staff && !fact.body) break;
        frame.facts.push_back({fact.raw, withheld ? std::nullopt : fact.body});
        bytes += fact.raw.size() + (fact.body ? fact.body->size() : 0);
        if (sealed > 0 && bytes > max_bytes) break;
        if (fact.seal.empty()) continue;
        sealed = frame.facts.size();
        frame.signature = fact.seal;
    }
    frame.facts.resize(sealed);
    if (sealed == 0) return std::nullopt;
    return frame;
}

Result<std::vector<Receipt>> ModelStore::receive(std::span<const SealedRun> frames) {
    if (disk_full) return fault(FaultKind::disk, "the disk is full");
    std::vector<Receipt> receipts;
    for (const SealedRun& frame : frames) {
        receipts.push_back(take(frame));
        if (receipts.back().outcome == Receipt::Outcome::known) ++frames_known;
    }
    return receipts;
}

std::string ModelStore::objection(const SealedRun& frame) const {
    const auto found = facts.find(frame.origin);
    const std::size_t have = found == facts.end() ? 0 : found->second.size();
    Hash head = head_of(frame.origin);
    Bytes opening = have > 0 ? found->second[0].raw : frame.facts[0].header;
    for (std::size_t i = 0; i < frame.facts.size(); ++i) {
        const auto header = decode_header(frame.facts[i].header);
        if (!header || header->origin != frame.origin || header->seq != frame.first_seq + i) return "out of order";
        if (frame.facts[i].body && hash({*frame.facts[i].body}) != header->body_hash) return "wrong body";
        if (header->seq > have)
            head = next_head(head, frame.facts[i].header);
        else if (found->second[header->seq - 1].raw != frame.facts[i].header)
            return "a fork";
    }
    const auto certificate = check_opening(*decode_header(opening), world_.summit, world_.keys.public_key);
    if (!certificate) return certificate.error().detail;
    const std::uint64_t last = frame.first_seq + frame.facts.size() - 1;
    if (last > have &&
        !verify(seal_message(world_.summit, frame.origin, last, head), frame.signature, certificate->public_key))
        return "wrong seal";
    return {};
}

Receipt ModelStore::take(const SealedRun& frame) {
    const auto found = facts.find(frame.origin);
    const std::size_t before = found == facts.end() ? 0 : found->second.size();
    if (frame.first_seq > before + 1) return {Receipt::Outcome::hole, 0, {}};
    if (const std::string wrong = objection(frame); !wrong.empty()) return {Receipt::Outcome::refused, 0, wrong};
    bool filled = false;
    for (std::size_t i = 0; i < frame.facts.size(); ++i) {
        const SealedRun::Fact& fact = frame.facts[i];
        const std::uint64_t seq = frame.first_seq + i;
        if (seq > before) {
            add(frame.origin, *decode_header(fact.header), fact.header, fact.body);
        } else if (Stored& old = facts[frame.origin][seq - 1]; !old.body && fact.body) {
            old.body = fact.body;
            filled = true;
        }
    }
    const std::uint64_t last = frame.first_seq + frame.facts.size() - 1;
    if (last > before) facts[frame.origin].back().seal = frame.signature;
    const std::size_t added = last > before ? last - before : 0;
    return {added > 0 || filled ? Receipt::Outcome::stored : Receipt::Outcome::known, added, {}, frame.origin};
}

bool ModelStore::wrote(const DeviceId& device, const OriginId& origin) const {
    const auto& opening = facts.at(origin).front().header.opening;
    return decode_certificate(opening->certificate)->certificate.device == device;
}

void ModelStore::forget_after(const OriginId& origin, std::uint64_t seq) {
    auto& chain = facts[origin];
    while (chain.size() > seq) chain.pop_back();
    assert(chain.empty() || !chain.back().seal.empty());
    if (chain.empty()) facts.erase(origin);
}

} // namespace foyer::test
