#include "sync/simulate/checks.h"

#include <algorithm>

#include "sync/audit/audit.h"
#include "sync/simulate/card_checks.h"

namespace foyer::simulate {

namespace {

std::vector<Node*> present(const World& world) {
    std::vector<Node*> nodes;
    for (const auto& node : world.nodes)
        if (node->is_up() && world.is_present(*node)) nodes.push_back(node.get());
    return nodes;
}

std::vector<audit::Node> audited(const std::vector<Node*>& nodes) {
    std::vector<audit::Node> all;
    for (Node* node : nodes) all.push_back({node->name, node->role, &node->ledger()});
    return all;
}

std::string place_of(const Knowledge::Known& known) {
    return "fact " + std::to_string(known.id.seq) + " of origin " + known.id.origin.hex().substr(0, 8);
}

// Nothing is lost: every fact that a disk had is at every hub, unless the last disk that had it was put back.
void check_centre(World& world) {
    for (const auto& node : world.nodes) {
        if (node->role != Role::hub) continue;
        for (const auto& [key, known] : world.knowledge.facts()) {
            if (!known.destroyed && !known.holders.contains(node->number))
                world.stage.found(node->name, "the centre lacks " + place_of(known));
            if (is_personal(known.kind) && world.knowledge.may_lack(known.subject)) continue;
            const bool lacks = !known.body_holders.empty() && !known.body_holders.contains(node->number);
            if (lacks && !known.body_destroyed)
                world.stage.found(node->name, "the centre lacks the body of " + place_of(known));
        }
    }
}

// The shared store holds what the hubs hold, under the same names.
void check_cluster(World& world) {
    if (!world.cluster) return;
    for (Node* node : present(world))
        if (node->role == Role::hub && node->ledger().have() != world.cluster->marks())
            world.stage.found("store", "holds other facts than " + node->name);
    if (const auto right = world.cluster->ledger().verify(); !right) world.stage.found("store", right.error().detail);
}

void check_greens(World& world) {
    using Key = std::pair<Subject, Instant>;
    std::set<Key> recorded;
    for (const auto& [key, known] : world.knowledge.facts()) recorded.insert({known.subject, known.happened});
    for (const auto& green : world.knowledge.greens())
        if (!recorded.contains({green.subject, green.happened}))
            world.stage.found("centre", "somebody saw green, and nothing says so: " + green.subject.id);
}

// After a purge nobody has a name, a contact or a note of the person.
void check_purges(World& world) {
    const auto look = [&](const std::string& name, const Ledger& ledger) {
        (void)ledger.each_fact([&](const Ledger::FactRow& row) {
            const auto body =
                row.body && is_personal(row.header.kind) ? decode_body(*row.body) : std::unexpected(Fault{});
            if (!body || !world.knowledge.must_lack(body->subject)) return true;
            world.stage.found(name, "has what was purged of " + body->subject.id);
            return false;
        });
    };
    for (Node* node : present(world)) look(node->name, node->ledger());
    if (world.cluster) look("store", world.cluster->ledger());
}

// A fork names a device that went on from an older copy of itself, and only such a one.
void check_forks(World& world) {
    Ledger& hub = world.nodes.front()->ledger();
    const auto have = hub.have();
    std::map<OriginId, std::map<std::uint64_t, std::set<Hash>>> histories;
    std::set<OriginId> forked;
    for (const auto& [key, known] : world.knowledge.facts()) {
        auto& here = histories[known.id.origin][known.id.seq];
        if (!known.destroyed) here.insert(key);
        if (here.size() > 1) forked.insert(known.id.origin);
    }
    if (forked.empty() != (hub.forks() == 0))
        world.stage.found("hub", "forks: " + std::to_string(hub.forks()) + " marked, in fact of " +
                                     std::to_string(forked.size()) + " origins");
    for (const Node* node : present(world)) {
        if (node->may_fork) continue;
        for (const OriginId& own : node->ledger().own_origins())
            if (forked.contains(own)) world.stage.found(node->name, "forked, though it never was copied");
    }
}

} // namespace

bool agree(const World& world) {
    std::vector<Node*> nodes;
    for (const auto& node : world.nodes) {
        if (node->is_gone) continue;
        if (!node->is_up() || !world.is_present(*node)) return false; // a revoked one goes, in the end
        if (node->centre() && (!node->centre()->state().connected || node->centre()->unsettled() > 0)) return false;
        nodes.push_back(node.get());
    }
    return audit::agree(audited(nodes));
}

std::string disagreement(const World& world) {
    std::string text;
    std::vector<Node*> nodes;
    for (const auto& node : world.nodes) {
        if (node->is_gone) continue;
        if (!world.is_present(*node)) text += node->name + " is revoked and was not wiped; ";
        if (node->is_up())
            nodes.push_back(node.get());
        else
            text += node->name + " is down; ";
        if (node->centre() && node->centre()->unsettled() > 0)
            text += node->name + " has " + std::to_string(node->centre()->unsettled()) +
                    " facts that its store lacks (" + node->centre()->state().fault + "); ";
    }
    return text + audit::differences(audited(nodes));
}

void check(World& world) {
    const auto nodes = audited(present(world));
    const audit::Found found = [&](const std::string& node, const std::string& what) { world.stage.found(node, what); };
    check_centre(world);
    check_cluster(world);
    check_greens(world);
    audit::check_rows(nodes, found);
    check_forks(world);
    check_purges(world);
    check_cards(world);
    check_trust(world);
    for (const audit::Node& node : nodes)
        if (node.role == Role::hub) audit::check_counts(node, found);
    audit::check_ledgers(nodes, found);
}

} // namespace foyer::simulate
