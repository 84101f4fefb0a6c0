// sync/central/central_store.h on the simulated cluster, and what else of sync/central a Centre links against.
#include "sync/simulate/cluster.h"

#include "sync/central/charter.h"
#include "sync/simulate/seams.h"

namespace foyer {

using simulate::Cluster;
using simulate::Plant;
using simulate::Seams;

static std::unexpected<Fault> away() { return fault(FaultKind::network, "The store does not answer."); }

CentralStore::CentralStore(std::unique_ptr<Postgres> postgres, Member member)
    : postgres_(std::move(postgres)), member_(std::move(member)) {}

Result<Have> CentralStore::marks() const {
    if (!Cluster::living().answers(member_.hub)) return away();
    return Cluster::living().marks();
}

Result<> CentralStore::confirm() const {
    if (Seams::planted() == Plant::seen_is_safe) return {};
    if (!Cluster::living().answers(member_.hub)) return away();
    if (const auto done = Cluster::living().commit({}); !done) return std::unexpected(done.error());
    return {};
}

Have CentralStore::have() const {
    auto seen = marks();
    if (!seen || !confirm()) return {};
    return std::move(*seen);
}

Result<std::vector<Receipt>> CentralStore::receive(std::span<const SealedRun> frames) {
    if (!Cluster::living().answers(member_.hub)) return away();
    auto receipts = Cluster::living().commit(frames);
    if (!receipts && Seams::planted() == Plant::unknown_is_done) {
        receipts = std::vector<Receipt>(frames.size(), Receipt{Receipt::Outcome::stored, 1, {}, {}});
        for (std::size_t i = 0; i < frames.size(); ++i) (*receipts)[i].origin = frames[i].origin;
    }
    if (!receipts) return receipts;
    received_ = {};
    const Have marks = Cluster::living().marks();
    for (const Receipt& receipt : *receipts)
        for (const Audience audience : {Audience::floor, Audience::staff})
            if (const auto mark = marks.find({receipt.origin, audience}); mark != marks.end())
                received_[mark->first] = mark->second;
    return receipts;
}

Result<> CentralStore::hint() const { return {}; } // given by Errands
Result<> CentralStore::listen_for_hints() const { return {}; }

Result<std::optional<SealedRun>> CentralStore::suffix(const OriginId& origin, Audience audience, std::uint64_t after,
                                                      std::size_t max_bytes) const {
    if (!Cluster::living().answers(member_.hub)) return away();
    return Cluster::living().ledger().suffix(origin, audience, after, max_bytes);
}

std::uint64_t CentralStore::common(const HaveKey& key, const Have& theirs) const {
    return Cluster::living().ledger().common(key, theirs);
}

std::optional<FactId> CentralStore::base(const OriginId& origin) const {
    return Cluster::living().ledger().base(origin);
}

std::uint64_t CentralStore::forks() const { return Cluster::living().ledger().forks(); }

bool CentralStore::wrote(const DeviceId& device, const OriginId& origin) const {
    return Cluster::living().ledger().wrote(device, origin);
}

// Nobody is enrolled by a code that hubs share, and nothing waits, in a simulation.

Result<> share_enrolment(Postgres&, const Ledger::EnrolmentRow&) { return away(); }
Result<std::optional<Ledger::EnrolmentRow>> take_enrolment(Postgres&, const Hash&, Instant) { return away(); }

Wake::Wake() : file_(-1) {}
Wake::~Wake() = default;
Postgres::~Postgres() = default;

} // namespace foyer
