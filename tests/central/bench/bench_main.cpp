// ./run bench store: facts into the shared store, checked, chained and marked, beside the same rows by COPY into a
// temporary table and INSERT ... SELECT, in turns on one real server with fsync; and one check-in by itself.
#include <algorithm>
#include <cstdio>

#include "tests/central/cluster.h"
#include "tests/replication/model_store.h"

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int rounds = 7, terminals = 40, scans = 1'000, scans_a_seal = 100, singles = 300;
constexpr std::size_t batch_bytes = std::size_t{512} << 10U; // as a hub brings them

using Batch = std::vector<SealedRun>;

double seconds_of(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double middle(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void must(const auto& result) {
    if (result) return;
    std::fprintf(stderr, "bench_store: %s\n", result.error().detail.c_str());
    std::exit(1);
}

// What so many terminals scanned, in batches of about one size.
std::vector<Batch> make_batches(const World& world) {
    std::vector<Batch> batches(1);
    std::size_t bytes = 0;
    for (int terminal = 0; terminal < terminals; ++terminal) {
        ModelStore author(world, world.enrol(Role::door));
        for (int seal = 0; seal < scans / scans_a_seal; ++seal)
            author.write(std::vector(scans_a_seal, std::pair{Audience::floor, std::string(120, 'x')}));
        std::uint64_t after = 0;
        while (const auto frame = author.suffix(author.origin(), Audience::staff, after, 64 << 10).value()) {
            after = frame->first_seq + frame->facts.size() - 1;
            for (const auto& fact : frame->facts) bytes += fact.header.size() + fact.body->size();
            batches.back().push_back(*frame);
            if (bytes < batch_bytes) continue;
            batches.emplace_back();
            bytes = 0;
        }
    }
    if (batches.back().empty()) batches.pop_back();
    return batches;
}

std::size_t count(const std::vector<Batch>& batches) {
    std::size_t facts = 0;
    for (const Batch& batch : batches)
        for (const SealedRun& frame : batch) facts += frame.facts.size();
    return facts;
}

// --- the same rows by COPY ---

Bytes copy_rows(const Batch& batch) {
    CopyRows rows;
    const Hash head{};
    for (const SealedRun& frame : batch)
        for (std::size_t i = 0; i < frame.facts.size(); ++i) {
            const bool last = i + 1 == frame.facts.size();
            rows.row(8)
                .bytes(frame.origin.view())
                .bigint(frame.first_seq + i)
                .integer(static_cast<int>(Kind::note))
                .smallint(0)
                .bytes(ByteView(frame.facts[i].header))
                .bytes(head.view())
                .bytes(frame.facts[i].body)
                .bytes(last ? std::optional{frame.signature} : std::nullopt);
        }
    return rows.end();
}

void copy_in(Postgres& postgres, const std::vector<Bytes>& batches) {
    must(postgres.execute("CREATE TEMPORARY TABLE incoming (LIKE foyer.fact)"));
    for (const Bytes& rows : batches) {
        auto transaction = PostgresTransaction::begin(postgres);
        must(transaction);
        must(postgres.copy_in("COPY incoming FROM STDIN (FORMAT binary)", rows));
        must(postgres.execute("INSERT INTO foyer.fact SELECT * FROM incoming ON CONFLICT DO NOTHING; "
                              "TRUNCATE incoming"));
        must(transaction->commit());
    }
    must(postgres.execute("DROP TABLE incoming"));
}

} // namespace

int main() {
    if (!Cluster::is_installed()) {
        std::printf("no PostgreSQL server is installed here (Debian: postgresql): not measured\n");
        return 0;
    }
    const World world;
    const std::vector<Batch> batches = make_batches(world);
    std::vector<Bytes> copies;
    for (const Batch& batch : batches) copies.push_back(copy_rows(batch));
    const auto facts = static_cast<double>(count(batches));

    Cluster cluster(Cluster::Disk::careful, "max_wal_size = 4GB\nautovacuum = off");
    const std::string database = cluster.make_database();
    const auto bare = cluster.connect(database);
    CentralStore store(cluster.connect(database), {world.summit, world.keys.public_key, {}, "Bench"});
    std::vector<double> copied, brought;
    for (int round = 0; round < rounds; ++round) {
        cluster.run(database, "TRUNCATE foyer.fact, foyer.origin; CHECKPOINT");
        copied.push_back(seconds_of([&] { copy_in(*bare, copies); }));
        cluster.run(database, "TRUNCATE foyer.fact, foyer.origin; CHECKPOINT");
        brought.push_back(seconds_of([&] {
            for (const Batch& batch : batches) must(store.receive(batch));
        }));
    }
    std::printf("%.0f facts of %d terminals in %zu transactions, median of %d rounds in turns\n", facts, terminals,
                batches.size(), rounds);
    std::printf("COPY and INSERT ... SELECT         %8.0f rows/s\n", facts / middle(copied));
    std::printf("checked, chained, marked, stored   %8.0f facts/s   %.2f of it\n", facts / middle(brought),
                middle(copied) / middle(brought));

    ModelStore door(world, world.enrol(Role::door));
    std::vector<double> single;
    std::uint64_t after = 0;
    for (int i = 0; i < singles; ++i) {
        const Batch one{door.suffix(door.origin(), Audience::staff, after, 1).value().value()};
        after = one[0].first_seq + one[0].facts.size() - 1;
        single.push_back(seconds_of([&] { must(store.receive(one)); }));
        door.write("entered");
    }
    std::printf("one check-in by itself             %8.2f ms\n", 1000 * middle(single));
}
