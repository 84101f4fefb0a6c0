// A hub's side of the store that several hubs share: the hub's ledger, whose facts count as kept only when the
// cluster has them. Replication is given this instead of the ledger.
//
//     terminal -- frames --> ledger (checked, folded) --> cluster --> settled() --> acknowledgement
//     another hub --> cluster -- marks that differ --> ledger
//
// Lives on the ledger's thread and never waits: Errands does, on a thread of its own, and brings its results back by
// `post`. While the cluster is away the hub goes on: counts, decisions and revocations travel; nothing more is
// acknowledged, so terminals keep their facts; what the ledger has goes over when the cluster is back.
#pragma once

#include "sync/central/errands.h"

namespace foyer {

class Centre final : public Store {
public:
    struct State {
        bool connected = false;
        std::string fault; // a sentence for staff; empty while connected
        bool operator==(const State&) const = default;
    };
    // `post` runs work on the ledger's thread, from any thread. `changed`, on the ledger's thread: the state, or what
    // is settled.
    using Post = std::function<void(std::function<void()>)>;
    Centre(Ledger& ledger, Errands::Options options, Post post, std::function<void()> changed);
    ~Centre() override;

    // The ledger has something new. May be called from inside its own calls: the work is posted.
    void notify_new_facts();
    [[nodiscard]] State state() const;
    // Facts in the ledger that are not in the store.
    [[nodiscard]] std::uint64_t unsettled() const;
    // The hub's own facts so far.
    [[nodiscard]] std::uint64_t own_facts() const;
    // Whether they are all in the store.
    [[nodiscard]] bool own_facts_settled() const;

    // `then` comes on the ledger's thread, unless this is gone.
    void share(const Ledger::EnrolmentRow& row, std::function<void(const Result<>&)> then);
    using Taken = Result<std::optional<Ledger::EnrolmentRow>>;
    void take(const Hash& code, std::function<void(const Taken&)> then);

    // --- Store: the ledger's, but what is settled ---
    [[nodiscard]] SummitId summit_id() const override;
    [[nodiscard]] Bytes summit_key() const override;
    [[nodiscard]] Have have() const override;
    [[nodiscard]] Have settled() const override;
    [[nodiscard]] News have_since(std::uint64_t since) const override;
    [[nodiscard]] News settled_since(std::uint64_t since) const override;
    [[nodiscard]] Result<std::optional<SealedRun>> suffix(const OriginId& origin, Audience audience,
                                                          std::uint64_t after, std::size_t max_bytes) const override;
    Result<std::vector<Receipt>> receive(std::span<const SealedRun> frames) override;
    [[nodiscard]] std::uint64_t common(const HaveKey& key, const Have& theirs) const override;
    [[nodiscard]] std::optional<FactId> base(const OriginId& origin) const override;
    [[nodiscard]] std::uint64_t forks() const override;
    [[nodiscard]] std::optional<std::string> dismissed(const DeviceId& device) const override;
    [[nodiscard]] bool wrote(const DeviceId& device, const OriginId& origin) const override;
    Result<> heard(const Have& theirs, Role role) override;

private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

} // namespace foyer
