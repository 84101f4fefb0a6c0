// What a terminal without a disk knows: how far each origin goes, and its own facts, chained and sealed as a real
// one's. Enough for real conversations with a real hub, a thousand on one machine. It checks no seals and folds
// nothing, and what it says is on its disk is not; so it stands in for terminals only where the hub is what is
// measured.
#pragma once

#include <unordered_map>

#include "sync/ledger/ledger.h"
#include "sync/replication/conversation.h"
#include "sync/summit/revisions.h"

namespace foyer::bench {

// What all stubs have in common; each fact's place in its chain is worked out once for all of them.
struct StubWorld {
    SummitId summit;
    Bytes summit_key;
    Have known; // at the beginning: what terminals have that were at work before
    std::map<OriginId, std::unordered_map<std::uint64_t, Hash>> heads;
};

// As of terminals that have what a hub has.
StubWorld stub_world(const Ledger& hub);

class StubStore final : public Store {
public:
    StubStore(StubWorld& world, Identity who);

    std::uint64_t write(const Draft& draft); // sealed; its seq
    [[nodiscard]] const OriginId& origin() const { return own_; }
    [[nodiscard]] NodeIdentity identity() const { return {who_.certificate, who_.keys.secret_key}; }
    [[nodiscard]] std::uint64_t received() const { return received_; }
    [[nodiscard]] std::uint64_t acknowledged() const { return acknowledged_; } // of its own facts, by the hub

    [[nodiscard]] SummitId summit_id() const override { return world_.summit; }
    [[nodiscard]] Bytes summit_key() const override { return world_.summit_key; }
    [[nodiscard]] Have have() const override { return have_; }
    [[nodiscard]] News have_since(std::uint64_t since) const override;
    [[nodiscard]] News settled_since(std::uint64_t since) const override { return have_since(since); }
    [[nodiscard]] Result<std::optional<SealedRun>> suffix(const OriginId& origin, Audience audience,
                                                          std::uint64_t after, std::size_t max_bytes) const override;
    Result<std::vector<Receipt>> receive(std::span<const SealedRun> frames) override;
    [[nodiscard]] std::uint64_t common(const HaveKey& key, const Have& theirs) const override;
    [[nodiscard]] std::optional<FactId> base(const OriginId&) const override { return std::nullopt; }
    [[nodiscard]] std::uint64_t forks() const override { return 0; }
    [[nodiscard]] bool wrote(const DeviceId& device, const OriginId& origin) const override;
    Result<> heard(const Have& theirs, Role role) override;

private:
    Receipt take(const SealedRun& frame);
    struct Own {
        SealedRun::Fact fact;
        Bytes seal;
    };
    StubWorld& world_;
    Identity who_;
    Bytes nonce_;
    OriginId own_;
    std::vector<Own> facts_; // its own
    Have have_;
    Revisions<HaveKey> changes_; // of it
    std::uint64_t received_ = 0, acknowledged_ = 0;
};

} // namespace foyer::bench
