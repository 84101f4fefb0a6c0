// kill -9 at any moment of a commit: what was acknowledged is there, and what is there is whole.
#include <csignal>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"
#include "tests/random.h"

using namespace foyer;
using namespace foyer::test;

// The child: checks guests in as fast as it can and tells the last sequence number that `append` gave back.
[[noreturn]] static void check_in_for_ever(const std::filesystem::path& folder, int told) {
    auto ledger = Ledger::open(folder, frozen());
    if (!ledger) ::_exit(2);
    for (int i = 0;; ++i) {
        const auto ids = (*ledger)->append(std::vector{entered(i % 2 == 0 ? "0001" : "0002")});
        if (!ids) ::_exit(3);
        const std::uint64_t seq = ids->front().seq;
        if (::write(told, &seq, sizeof seq) != sizeof seq) ::_exit(0);
    }
}

// Lets the child check in `scans` guests, kills it somewhere in the next one, and returns the last number it told.
static std::uint64_t kill_after(const std::filesystem::path& folder, std::size_t scans,
                                std::chrono::microseconds then) {
    int pipe_ends[2];
    REQUIRE(::pipe(pipe_ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) check_in_for_ever(folder, pipe_ends[1]);
    ::close(pipe_ends[1]);
    std::uint64_t last = 0, told = 0;
    for (std::size_t i = 0; i < scans && ::read(pipe_ends[0], &told, sizeof told) == sizeof told; ++i) last = told;
    std::this_thread::sleep_for(then); // somewhere in the next commit: where, is chance
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status)); // it died of the kill, not of a fault of its own
    while (::read(pipe_ends[0], &told, sizeof told) == sizeof told) last = told;
    ::close(pipe_ends[0]);
    return last;
}

TEST_CASE("what was acknowledged survives kill -9 in the middle of the next commit") {
    TemporaryFolder folder;
    OriginId origin;
    {
        auto hub = make_hub(folder.path);
        origin = hub->origin();
    }
    Random random(11);
    for (int round = 0; round < 25; ++round) {
        CAPTURE(round);
        const std::uint64_t acknowledged =
            kill_after(folder.path, 1 + random.below(5), std::chrono::microseconds{random.below(800)});
        auto hub = Ledger::open(folder.path, frozen()).value();
        const std::uint64_t held = hub->have().at({origin, Audience::floor}).seq;
        REQUIRE(held >= acknowledged);
        REQUIRE(held <= acknowledged + 1); // at most the one that was on disk and not yet told
        REQUIRE(hub->verify());
        REQUIRE(hub->rebuild());
    }
}
