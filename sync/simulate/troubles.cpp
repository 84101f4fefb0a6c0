#include "sync/simulate/troubles.h"

#include <algorithm>
#include <array>

#include "sync/simulate/forger.h"

namespace foyer::simulate {

using std::chrono::seconds;
using enum Trouble;

namespace {

struct Weighted {
    Trouble trouble;
    std::string_view name;
    unsigned weight;
};

constexpr std::array kinds = {
    Weighted{cable_pulled, "cable pulled", 10},
    Weighted{partition, "partition", 8},
    Weighted{one_way, "one-way partition", 6},
    Weighted{slow_link, "slow link", 5},
    Weighted{killed, "program killed", 8},
    Weighted{power_lost, "power lost", 8},
    Weighted{power_lost_in_a_write, "power lost in a write", 10},
    Weighted{disk_full, "disk full", 5},
    Weighted{flush_failed, "flush failed", 5},
    Weighted{database_restored, "older database put back", 4},
    Weighted{machine_restored, "older machine put back", 4},
    Weighted{machine_cloned, "machine cloned", 3},
    Weighted{clock_jump, "clock jumps", 6},
    Weighted{clock_drift, "clock drifts", 4},
    Weighted{old_version, "older version", 4},
    Weighted{forged_facts, "facts forged on their way", 6},
    Weighted{lost_facts, "facts lost on their way", 5},
    Weighted{device_revoked, "device revoked", 2},
    Weighted{person_purged, "person purged", 3},
    Weighted{role_changed, "role changed", 2},
    Weighted{store_away, "shared store away", 4},
    Weighted{store_commit_unknown, "commit of unknown outcome", 6},
    Weighted{store_failed_over, "shared store fails over", 4},
    Weighted{store_restored, "older shared store put back", 2},
};
static_assert(kinds.size() == trouble_count);

} // namespace

std::string_view name(Trouble trouble) { return kinds[static_cast<std::size_t>(trouble)].name; }

void Troubles::begin() {
    world_.network.on_its_way = [this](Node& from, Node& to, Bytes& message) { carry(from, to, message); };
    next();
}

void Troubles::end() {
    over_ = true;
    forging_ = losing_ = false;
    world_.network.heal();
    if (world_.cluster) world_.cluster->heal();
    for (const auto& node : world_.nodes) {
        Disk& disk = node->disk();
        disk.free_bytes.reset();
        disk.flushes_fail = false;
        disk.no_power_loss();
        node->clock_is_right();
        node->back_at = stage_.queue.now();
        if (!node->is_old_version) continue;
        node->stop();
        node->is_old_version = false;
    }
}

void Troubles::next() {
    later(Milliseconds{300}, Milliseconds{5'000}, [this] {
        const auto comes = [&](const Weighted& kind) { return world_.cluster || kind.trouble < store_away; };
        unsigned all = 0;
        for (const Weighted& kind : kinds)
            if (comes(kind)) all += kind.weight;
        std::uint64_t drawn = stage_.random.below(all);
        for (const Weighted& kind : kinds) {
            if (!comes(kind)) continue;
            if (drawn < kind.weight) {
                cause(kind.trouble);
                break;
            }
            drawn -= kind.weight;
        }
        next();
    });
}

void Troubles::later(Milliseconds least, Milliseconds most, std::function<void()> act) {
    stage_.queue.in(Milliseconds{stage_.random.between(least.count(), most.count())}, [this, act = std::move(act)] {
        if (!over_) act();
    });
}

Node* Troubles::any() {
    return world_.pick([](const Node&) { return true; });
}
Node* Troubles::terminal() {
    return world_.pick([](const Node& node) { return node.role != Role::hub; });
}

void Troubles::cause(Trouble trouble) {
    Node* const node = any();
    if (!node) return;
    switch (trouble) {
    case cable_pulled: return pull_cable();
    case partition: return part(false);
    case one_way: return part(true);
    case slow_link: return slow_down();
    case killed: return stage_.fire(trouble), node->kill();
    case power_lost: return stage_.fire(trouble), node->lose_power();
    case power_lost_in_a_write: return lose_power_in_a_write();
    case disk_full: return fill_disk();
    case flush_failed: return fail_flushes();
    case database_restored: return restore(false);
    case machine_restored: return restore(true);
    case machine_cloned: return clone();
    case clock_jump: return set_clock(false);
    case clock_drift: return set_clock(true);
    case old_version: return run_old_version();
    case forged_facts: forging_ = true; return;
    case lost_facts: losing_ = true; return;
    case device_revoked: return revoke();
    case person_purged: return purge();
    case role_changed: return change_role();
    case store_away: return take_store_away();
    case store_commit_unknown: return end_commit_unknown();
    case store_failed_over: return fail_over();
    case store_restored: return restore_store();
    }
}

// --- cables --------------------------------------------------------------------------------------------------------

void Troubles::pull_cable() {
    Node& node = *any();
    stage_.fire(cable_pulled);
    stage_.say(node.name, "its cable is pulled");
    world_.network.pull_cables(node);
}

// Some cannot reach the others, or not be answered by them, for a while.
void Troubles::part(bool one_way_only) {
    stage_.fire(one_way_only ? one_way : partition);
    std::vector<std::pair<const Node*, const Node*>> blocked;
    std::vector<bool> side;
    std::string names;
    for (const auto& node : world_.nodes) {
        side.push_back(stage_.random.chance(40));
        if (side.back()) names += " " + node->name;
    }
    for (const auto& from : world_.nodes)
        for (const auto& to : world_.nodes) {
            const bool from_here = side[static_cast<std::size_t>(from->number)];
            const bool to_here = side[static_cast<std::size_t>(to->number)];
            if (from_here == to_here || (one_way_only && !from_here)) continue;
            world_.network.block(*from, *to);
            blocked.emplace_back(from.get(), to.get());
        }
    stage_.say("network", (one_way_only ? "nothing comes from" : "apart:") + names);
    // Mended one by one, in any order.
    for (const auto& [from, to] : blocked)
        later(seconds{2}, seconds{45}, [this, from, to] { world_.network.unblock(*from, *to); });
}

void Troubles::slow_down() {
    Node& node = *any();
    stage_.fire(slow_link);
    stage_.say(node.name, "its link is slow");
    world_.network.slow_down(node, Milliseconds{stage_.random.between(100, 3'000)});
    later(seconds{5}, seconds{30}, [this, &node] { world_.network.slow_down(node, Milliseconds{0}); });
}

// --- disks ---------------------------------------------------------------------------------------------------------

void Troubles::lose_power_in_a_write() {
    stage_.fire(power_lost_in_a_write);
    any()->disk().power_goes_at(1 + stage_.random.below(40));
}

void Troubles::fill_disk() {
    Node& node = *any();
    stage_.fire(disk_full);
    stage_.say(node.name, "its disk is nearly full");
    node.disk().free_bytes = stage_.random.below(60'000);
    later(seconds{3}, seconds{30}, [&node] { node.disk().free_bytes.reset(); });
}

void Troubles::fail_flushes() {
    Node& node = *any();
    stage_.fire(flush_failed);
    stage_.say(node.name, "its disk fails to flush");
    node.disk().flushes_fail = true;
    later(Milliseconds{100}, seconds{5}, [&node] { node.disk().flushes_fail = false; });
}

// A copy is taken now and put back later: only the database, or the whole machine with what lies beside it.
void Troubles::restore(bool whole_machine) {
    Node& node = *any();
    stage_.say(node.name, "a copy is taken of its disk");
    auto copy = std::make_shared<Disk::Files>(node.disk().copy());
    const int life = node.life();
    later(seconds{3}, seconds{40}, [this, &node, copy, whole_machine, life] {
        if (!node.is_up()) return; // so that all it has on disk was seen
        stage_.fire(whole_machine ? machine_restored : database_restored);
        stage_.say(node.name, whole_machine ? "the copy is put back" : "the copy of its database is put back");
        node.kill();
        node.was_restored = true;
        // After a power cut the mark may be older than the copy.
        if (whole_machine || node.life() != life) node.may_fork = true;
        if (whole_machine)
            node.disk().clear();
        else
            for (const char* name : {"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-journal"})
                if (node.disk().exists(name)) (void)node.disk().remove(name);
        if (!whole_machine) std::erase_if(*copy, [](const auto& f) { return !f.first.starts_with("ledger.sqlite"); });
        node.disk().put_back(*copy);
    });
}

void Troubles::clone() {
    if (clones_ == 2) return;
    Node* const node = terminal();
    if (!node) return;
    ++clones_;
    stage_.fire(machine_cloned);
    stage_.say(node->name, "its machine is cloned");
    world_.add_twin(*node, stage_.random.chance(60));
}

// --- what organisers do ----------------------------------------------------------------------------------------------

Node* Troubles::hub() {
    return world_.pick([](const Node& node) { return node.role == Role::hub; });
}

void Troubles::revoke() {
    Node *const at = hub(), *const lost = terminal();
    if (!at || !lost || revocations_ == 1) return;
    at->act([&](Ledger& ledger) {
        const Draft draft = ledger.revocation(lost->device(), "lost");
        if (!ledger.append({&draft, 1})) return;
        ++revocations_;
        stage_.fire(device_revoked);
        stage_.say(at->name, "revokes " + lost->name);
    });
}

void Troubles::purge() {
    if (Node* const at = hub()) {
        stage_.fire(person_purged);
        world_.people.purge_somebody_at(*at);
    }
}

void Troubles::change_role() {
    Node* const node = terminal();
    if (node && changes_ == 0 && node->ledger().unacknowledged() == 0 && world_.is_present(*node)) {
        ++changes_;
        world_.enrol_anew(*node);
    }
}

// --- the store that hubs share ---------------------------------------------------------------------------------------

void Troubles::take_store_away() {
    Node* const one = hub();
    if (!world_.cluster || !one) return;
    stage_.fire(store_away);
    const auto from = stage_.random.chance(50) ? std::optional{one->device()} : std::nullopt;
    stage_.say("store", from ? "is away from " + one->name : "is away");
    world_.cluster->goes_away(from);
    later(Milliseconds{200}, seconds{20}, [this, from] { world_.cluster->comes_back(from); });
}

void Troubles::end_commit_unknown() {
    if (!world_.cluster) return;
    using enum Cluster::Ending;
    static constexpr std::array ways = {untold, undone, unheard};
    const Cluster::Ending how = ways[stage_.random.below(ways.size())];
    stage_.fire(store_commit_unknown);
    stage_.say("store", how == untold   ? "the end of its next commit is not told"
                        : how == undone ? "its next commit is cut short"
                                        : "its standby does not hear it");
    world_.cluster->next_commit_ends(how);
    if (how == unheard) later(Milliseconds{200}, seconds{20}, [this] { world_.cluster->standby_hears(); });
}

void Troubles::fail_over() {
    if (!world_.cluster) return;
    const bool restarts = stage_.random.chance(30);
    stage_.fire(store_failed_over);
    stage_.say("store", restarts ? "dies and starts again" : "dies, and its standby takes over");
    world_.cluster->dies(restarts ? Cluster::Successor::itself : Cluster::Successor::standby);
}

void Troubles::restore_store() {
    if (!world_.cluster) return;
    stage_.say("store", "a copy is taken of it");
    later(seconds{3}, seconds{40}, [this, copy = world_.cluster->copy()] {
        stage_.fire(store_restored);
        stage_.say("store", "the copy is put back");
        world_.cluster->put_back(copy);
    });
}

// --- clocks, versions, forgers ---------------------------------------------------------------------------------------

void Troubles::set_clock(bool drifts) {
    Node& node = *any();
    stage_.fire(drifts ? clock_drift : clock_jump);
    if (drifts) {
        node.drift(static_cast<int>(stage_.random.between(-20'000, 20'000)));
        return stage_.say(node.name, "its clock drifts");
    }
    const Milliseconds by{stage_.random.between(-1'200'000, 1'200'000)};
    stage_.say(node.name, "its clock jumps by " + std::to_string(by.count()) + " ms");
    node.jump(by);
}

void Troubles::run_old_version() {
    Node* const node = terminal(); // hubs are upgraded first
    if (!node || node->is_old_version) return;
    stage_.fire(old_version);
    node->stop();
    node->is_old_version = node->was_old_version = true;
    later(seconds{10}, seconds{60}, [this, node] {
        if (!node->is_up()) return; // at the end, then
        stage_.say(node->name, "is upgraded");
        node->stop();
        node->is_old_version = false;
    });
}

// Somebody between two nodes. Who takes facts away has soon to give up the connection as well: a stream that goes on
// as if nothing were missing is what the transport promises never to be.
void Troubles::carry(Node& from, Node& to, Bytes& message) {
    if (losing_ && are_facts(message)) {
        losing_ = false;
        stage_.fire(lost_facts);
        stage_.say(to.name, "facts of " + from.name + " are lost on their way");
        message.clear();
        stage_.queue.in(Milliseconds{stage_.random.between(500, 8'000)},
                        [this, &from] { world_.network.pull_cables(from); });
    } else if (forging_ && forge_facts(message, stage_.random)) {
        forging_ = false;
        stage_.fire(forged_facts);
        stage_.say(to.name, "is given forged facts in the name of " + from.name);
    }
}

} // namespace foyer::simulate
