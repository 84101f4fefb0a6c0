// A node's facts in memory, with real chains, seals and certificates: the Store that conversations are tested on. Plain
// where the ledger is fast, so that the two can be wrong only in different ways.
#pragma once

#include <map>
#include <vector>

#include "sync/crypto/crypto.h"
#include "sync/replication/conversation.h"

namespace foyer::test {

struct World {
    World();
    SummitId summit;
    KeyPair keys; // the summit's
    NodeIdentity enrol(Role role) const;
};

class ModelStore final : public Store {
public:
    struct Stored {
        Header header;
        Bytes raw;
        Hash head; // after it
        std::optional<Bytes> body;
        Bytes seal; // empty: none here
    };

    ModelStore(const World& world, const NodeIdentity& identity);

    [[nodiscard]] OriginId origin() const { return own_; }
    // Own facts in one transaction: one seal.
    void write(const std::vector<std::pair<Audience, std::string>>& bodies);
    void write(const std::string& body) { write({{Audience::floor, body}}); }

    [[nodiscard]] SummitId summit_id() const override { return world_.summit; }
    [[nodiscard]] Bytes summit_key() const override { return world_.keys.public_key; }
    [[nodiscard]] Have have() const override;
    [[nodiscard]] Have settled() const override { return keeps_elsewhere ? Have{} : have(); }
    [[nodiscard]] Result<std::optional<SealedRun>> suffix(const OriginId& origin, Audience audience,
                                                          std::uint64_t after, std::size_t max_bytes) const override;
    Result<std::vector<Receipt>> receive(std::span<const SealedRun> frames) override;
    // No forks here: another history is a chain that this store refuses.
    [[nodiscard]] std::uint64_t common(const HaveKey& key, const Have& theirs) const override {
        const auto mark = theirs.find(key);
        return mark == theirs.end() ? 0 : mark->second.seq;
    }
    [[nodiscard]] std::optional<FactId> base(const OriginId&) const override { return std::nullopt; }
    [[nodiscard]] std::uint64_t forks() const override { return 0; }
    Result<> heard(const Have& theirs, Role) override {
        told = theirs;
        return {};
    }
    [[nodiscard]] bool wrote(const DeviceId& device, const OriginId& origin) const override;
    [[nodiscard]] std::optional<std::string> dismissed(const DeviceId& device) const override {
        return device == revoked ? std::optional<std::string>{"stolen"} : std::nullopt;
    }

    // Forgets everything after fact `seq` of an origin, as a node restored from an older copy would.
    void forget_after(const OriginId& origin, std::uint64_t seq);

    std::map<OriginId, std::vector<Stored>> facts;
    bool disk_full = false;
    bool keeps_elsewhere = false; // and nothing has come there yet
    std::optional<DeviceId> revoked;
    Have told;          // by the last peer that said what it has
    bool leaky = false; // a bug: gives staff bodies to anybody
    std::size_t frames_known = 0;

private:
    Receipt take(const SealedRun& frame);
    [[nodiscard]] std::string objection(const SealedRun& frame) const;
    [[nodiscard]] Hash head_of(const OriginId& origin) const;
    void add(const OriginId& origin, const Header& header, ByteView raw, std::optional<Bytes> body);

    const World& world_;
    NodeIdentity identity_;
    OriginId own_;
};

} // namespace foyer::test
