// The stores that one contract is held against, each with nothing in it yet, and authors whose facts they are given.
#pragma once

#include "sync/ledger/ledger.h"
#include "tests/central/cluster.h"
#include "tests/replication/folder.h"
#include "tests/replication/model_store.h"

namespace foyer::test {

inline Instant contract_time() { return Instant{std::chrono::seconds{1'700'000'000}}; }

// A hub's ledger that has opened its own origin and nothing more.
struct LedgerStore {
    explicit LedgerStore(const World& world) {
        const NodeIdentity node = world.enrol(Role::hub);
        const Certificate& certificate = node.certificate.certificate;
        const Identity identity{
            certificate.device,    "Hub",           {certificate.public_key, node.secret_key}, node.certificate,
            world.keys.public_key, random_bytes(32)};
        ledger = std::move(Ledger::create_node(folder.path, identity, [] { return contract_time(); })).value();
    }
    Folder folder;
    std::unique_ptr<Ledger> ledger;
};

inline std::unique_ptr<CentralStore> central_store(const Cluster& cluster, const std::string& database,
                                                   const World& world, const std::string& hub = "Hub") {
    return std::make_unique<CentralStore>(
        cluster.connect(database),
        CentralStore::Member{world.summit, world.keys.public_key, *DeviceId::from(random_bytes(16)), hub});
}

// Everything of one origin that `from` has after `after`, as a reader of `audience` gets it.
inline std::vector<SealedRun> frames_of(const Store& from, const OriginId& origin, Audience audience,
                                        std::uint64_t after = 0, std::size_t max_bytes = 1) {
    std::vector<SealedRun> frames;
    while (auto frame = from.suffix(origin, audience, after, max_bytes).value()) {
        after = frame->first_seq + frame->facts.size() - 1;
        frames.push_back(std::move(*frame));
    }
    return frames;
}

inline Mark mark_of(const Store& store, const OriginId& origin, Audience audience) {
    const Have have = store.have();
    const auto found = have.find({origin, audience});
    return found == have.end() ? Mark{} : found->second;
}

} // namespace foyer::test
