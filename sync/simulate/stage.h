// What every part of one simulation shares: chance, time, machines, the trace, how often each fault came, and the first
// thing that was found to be wrong.
#pragma once

#include <string>

#include "sync/simulate/crypto.h"
#include "sync/simulate/plants.h"
#include "sync/simulate/queue.h"
#include "sync/simulate/seams.h"
#include "sync/simulate/trace.h"
#include "sync/simulate/vfs.h"

namespace foyer::simulate {

// What goes wrong in a simulation, on purpose.
enum class Trouble {
    cable_pulled,
    partition,
    one_way,
    slow_link,
    killed,
    power_lost,
    power_lost_in_a_write,
    disk_full,
    flush_failed,
    database_restored,
    machine_restored,
    machine_cloned,
    clock_jump,
    clock_drift,
    old_version,
    forged_facts,
    lost_facts,
    device_revoked,
    person_purged,
    role_changed,
    store_away,
    store_commit_unknown,
    store_failed_over,
    store_restored,
};
inline constexpr std::size_t trouble_count = static_cast<std::size_t>(Trouble::store_restored) + 1;
std::string_view name(Trouble trouble);

struct Stage {
    Stage(std::uint64_t seed, Plant what, Trace::Sink sink) : random(seed), plant(what), trace(std::move(sink)) {}

    Random random;
    RandomOfCrypto crypto{random};
    Machines machines{random};
    Queue queue;
    const Plant plant;
    Seams seams{plant};
    Trace trace;
    std::array<std::uint64_t, trouble_count> fired{};
    std::string finding; // empty: all is as it must be

    void say(std::string_view who, const std::string& what) { trace.say(queue.now(), who, what); }
    void fire(Trouble trouble) { ++fired[static_cast<std::size_t>(trouble)]; }
    void found(std::string_view who, const std::string& what) {
        say(who, "FOUND: " + what);
        if (finding.empty()) finding = std::string(who) + ": " + what;
    }
};

} // namespace foyer::simulate
