#include "sync/bench/stub_store.h"

#include "sync/ledger/chain.h"

namespace foyer::bench {

StubWorld stub_world(const Ledger& hub) {
    StubWorld world{hub.summit_id(), hub.summit_key(), {}, {}};
    for (const auto& [key, mark] : hub.have())
        if (key.audience == Audience::floor) world.known.emplace(key, mark);
    return world;
}

StubStore::StubStore(StubWorld& world, Identity who)
    : world_(world), who_(std::move(who)), nonce_(random_bytes(16)), own_(origin_of(who_.keys.public_key, nonce_)),
      have_(world.known) {
    have_[{own_, Audience::floor}] = {0, chain_start(world_.summit, own_)};
    const Subject self{SubjectKind::device, who_.device.hex()};
    (void)write({self, OriginOpened{who_.device_name}, who_.certificate.certificate.issued});
}

std::uint64_t StubStore::write(const Draft& draft) {
    Mark& mark = have_.at({own_, Audience::floor});
    const Bytes body =
        encode(Body{random_bytes(16), draft.subject, {}, draft.happened, draft.observed, encode(draft.payload)});
    Header header{
        own_, mark.seq + 1, tick(Hlc{}, draft.happened), kind_of(draft.payload), Audience::floor, hash({body}), {}};
    if (mark.seq == 0) header.opening = Opening{encode(who_.certificate), nonce_};
    const Bytes encoded = encode(header);
    mark = {header.seq, next_head(mark.head, encoded)};
    changes_.note({own_, Audience::floor});
    facts_.push_back(
        {{encoded, body}, sign(seal_message(world_.summit, own_, mark.seq, mark.head), who_.keys.secret_key)});
    return mark.seq;
}

Result<std::optional<SealedRun>> StubStore::suffix(const OriginId& origin, Audience audience, std::uint64_t after,
                                                   std::size_t) const {
    if (origin != own_ || after >= facts_.size()) return std::nullopt;
    SealedRun frame{own_, audience, after + 1, {}, facts_.back().seal};
    for (std::size_t i = after; i < facts_.size(); ++i) frame.facts.push_back(facts_[i].fact);
    return frame;
}

Store::News StubStore::have_since(std::uint64_t since) const {
    News news{{}, changes_.now()};
    if (!changes_.knows(since))
        news.marks = have_;
    else
        changes_.each_since(since, [&](const HaveKey& key) { news.marks.emplace(key, have_.at(key)); });
    return news;
}

Receipt StubStore::take(const SealedRun& frame) {
    const HaveKey key{frame.origin, Audience::floor};
    Mark& mark = have_.try_emplace(key, Mark{0, chain_start(world_.summit, frame.origin)}).first->second;
    if (frame.first_seq > mark.seq + 1) return {Receipt::Outcome::hole, 0, {}, frame.origin};
    const std::uint64_t before = mark.seq;
    auto& heads = world_.heads[frame.origin];
    for (std::size_t i = mark.seq + 1 - frame.first_seq; i < frame.facts.size(); ++i) {
        const auto [head, is_new] = heads.try_emplace(mark.seq + 1);
        if (is_new) head->second = next_head(mark.head, frame.facts[i].header);
        mark = {mark.seq + 1, head->second};
    }
    received_ += mark.seq - before;
    if (mark.seq > before) changes_.note(key);
    return {
        mark.seq > before ? Receipt::Outcome::stored : Receipt::Outcome::known, mark.seq - before, {}, frame.origin};
}

// There are no forks here: a mark is what it says.
std::uint64_t StubStore::common(const HaveKey& key, const Have& theirs) const {
    const auto mark = theirs.find(key);
    return mark == theirs.end() ? 0 : mark->second.seq;
}

bool StubStore::wrote(const DeviceId& device, const OriginId& origin) const {
    return device == who_.device && origin == own_;
}

Result<> StubStore::heard(const Have& theirs, Role role) {
    if (role == Role::hub) acknowledged_ = common({own_, Audience::staff}, theirs);
    return {};
}

Result<std::vector<Receipt>> StubStore::receive(std::span<const SealedRun> frames) {
    std::vector<Receipt> receipts;
    for (const SealedRun& frame : frames) receipts.push_back(take(frame));
    return receipts;
}

} // namespace foyer::bench
