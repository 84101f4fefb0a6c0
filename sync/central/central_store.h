// The store that several hubs share: facts on a PostgreSQL cluster, behind the same interface as a ledger. It only
// answers: it checks, keeps and gives facts, and folds nothing.
//
// Lives on one thread (Errands, or a command's), which waits in it for the cluster. After a fault of kind network it
// is of no use any more; whatever was sent may be sent again over a new one. Several hubs may write the same facts at
// the same time: the second finds them there.
#pragma once

#include "sync/central/postgres.h"
#include "sync/summit/store.h"

namespace foyer {

class CentralStore final : public Store {
public:
    // Who writes here, and whose facts are taken.
    struct Member {
        SummitId summit;
        Bytes summit_key; // public
        DeviceId hub;
        std::string hub_name;
    };
    // The tables must be there (schema.h).
    CentralStore(std::unique_ptr<Postgres> postgres, Member member);

    // How far each origin is held as this connection sees it: not yet sure to be on the standby's disk too. Cheap.
    [[nodiscard]] Result<Have> marks() const;
    // All that was seen before is on the disks where a commit is: ours is, which came later in the same log.
    Result<> confirm() const;
    // Of the origins that the last `receive` touched: durable.
    [[nodiscard]] const Have& received() const { return received_; }
    // Tells the other hubs that there is something new, as a hint.
    Result<> hint() const;
    Result<> listen_for_hints() const;
    [[nodiscard]] Postgres& postgres() const { return *postgres_; }
    [[nodiscard]] const Member& member() const { return member_; }

    // --- Store ---
    [[nodiscard]] SummitId summit_id() const override { return member_.summit; }
    [[nodiscard]] Bytes summit_key() const override { return member_.summit_key; }
    [[nodiscard]] Have have() const override; // marks, confirmed; nothing when the cluster does not answer
    [[nodiscard]] Result<std::optional<SealedRun>> suffix(const OriginId& origin, Audience audience,
                                                          std::uint64_t after, std::size_t max_bytes) const override;
    Result<std::vector<Receipt>> receive(std::span<const SealedRun> frames) override;
    [[nodiscard]] std::uint64_t common(const HaveKey& key, const Have& theirs) const override;
    [[nodiscard]] std::optional<FactId> base(const OriginId& origin) const override;
    [[nodiscard]] std::uint64_t forks() const override;
    [[nodiscard]] bool wrote(const DeviceId& device, const OriginId& origin) const override;
    Result<> heard(const Have&, Role) override { return {}; } // it has no origin of its own

private:
    Result<std::vector<Receipt>> try_receive(std::span<const SealedRun> frames, bool alone);
    Result<> sign_in() const;
    [[nodiscard]] Result<std::size_t> read_facts(const OriginId& origin, std::uint64_t after, std::size_t max_bytes,
                                                 SealedRun& run) const;
    [[nodiscard]] Result<std::optional<SealedRun>> read_into_branch(SealedRun run) const;

    std::unique_ptr<Postgres> postgres_;
    Member member_;
    Have received_;
};

} // namespace foyer
