// A disk that is full for a while: nothing is said to be recorded then, and afterwards the chain goes on without a
// hole.
#include <csignal>

#include <sys/resource.h>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// No file of this process grows beyond `bytes` while this lives: writes fail as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit full{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
};

rlim_t log_size(const std::filesystem::path& folder) {
    return static_cast<rlim_t>(std::filesystem::file_size(folder / "ledger.sqlite-wal"));
}

} // namespace

TEST_CASE("after a full disk was freed, own facts go on where the last recorded one stands") {
    TemporaryFolder folder;
    auto hub = make_hub(folder.path);
    for (int round = 0; round < 4; ++round) {
        const std::uint64_t recorded = hub->append(std::vector{entered("0001")}).value().front().seq;
        {
            const FullDisk full(log_size(folder.path) + static_cast<rlim_t>(round) * 4096);
            for (int i = 0; i < 3; ++i) {
                const auto refused = hub->append(std::vector{entered("0002")});
                if (!refused) CHECK(refused.error().kind == FaultKind::disk);
                REQUIRE_FALSE(refused);
            }
        }
        REQUIRE(hub->append(std::vector{entered("0003")}).value().front().seq == recorded + 1);
    }
    REQUIRE(hub->live().recorded == 8);
    REQUIRE(hub->verify());
    REQUIRE(hub->rebuild());
}

TEST_CASE("a full disk on which no ledger could be made is no loss of one: it is made when there is space") {
    int refusals = 0;
    for (rlim_t size = 0; size < 200'000; size += 10'000) { // wherever the making stops
        TemporaryFolder folder;
        CAPTURE(size);
        {
            const FullDisk full(size);
            const auto refused = Ledger::create_summit(folder.path, "Hub", [] { return noon(); });
            if (refused) continue;
            CHECK(refused.error().kind == FaultKind::disk);
            ++refusals;
        }
        const auto made = Ledger::create_summit(folder.path, "Hub", [] { return noon(); });
        CAPTURE(made ? "" : made.error().detail);
        CHECK(made);
    }
    CHECK(refusals > 3);
}

TEST_CASE("what a full disk kept from being stored is not acknowledged, and is taken when it comes again") {
    TemporaryFolder at_hub, at_door;
    auto hub = make_hub(at_hub.path);
    auto door = enrol(*hub, at_door.path);
    (void)pour(*hub, *door);
    (void)door->append(std::vector{entered("0001"), entered("0002")}).value();
    const HaveKey key{door->origin(), Audience::floor};
    const SealedRun frame = *door->suffix(door->origin(), Audience::floor, 0, 1 << 20).value();
    {
        const FullDisk full(log_size(at_hub.path));
        REQUIRE(hub->receive({&frame, 1}).error().kind == FaultKind::disk);
    }
    REQUIRE_FALSE(hub->have().contains(key));
    REQUIRE(hub->receive({&frame, 1})->front().outcome == Receipt::Outcome::stored);
    REQUIRE(hub->have().at(key) == door->have().at(key));
    REQUIRE(hub->live().recorded == 2);
    REQUIRE(hub->verify());
}
