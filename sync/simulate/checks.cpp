#include "sync/simulate/checks.h"

#include <algorithm>

#include "sync/simulate/card_checks.h"

namespace foyer::simulate {

namespace {

bool is_staff(const Node& node) { return node.role != Role::door; }

Have only(const Have& have, Audience audience) {
    Have marks;
    for (const auto& [key, mark] : have)
        if (key.audience == audience) marks[key] = mark;
    return marks;
}

std::vector<Node*> present(const World& world) {
    std::vector<Node*> nodes;
    for (const auto& node : world.nodes)
        if (node->is_up() && world.is_present(*node)) nodes.push_back(node.get());
    return nodes;
}

std::string place_of(const Knowledge::Known& known) {
    return "fact " + std::to_string(known.id.seq) + " of origin " + known.id.origin.hex().substr(0, 8);
}

bool is_out_of_reach(const World& world, const Knowledge::Known& known) {
    return std::ranges::all_of(
        known.holders, [&](int number) { return world.is_stranded(*world.nodes[static_cast<std::size_t>(number)]); });
}

// Nothing is lost: every fact that a disk had is at every hub, unless the last disk that had it was put back.
void check_centre(World& world) {
    for (const auto& node : world.nodes) {
        if (node->role != Role::hub) continue;
        for (const auto& [key, known] : world.knowledge.facts()) {
            if (is_out_of_reach(world, known)) continue;
            if (!known.destroyed && !known.holders.contains(node->number))
                world.stage.found(node->name, "the centre lacks " + place_of(known));
            if (is_personal(known.kind) && world.knowledge.may_lack(known.subject)) continue;
            const bool lacks = !known.body_holders.empty() && !known.body_holders.contains(node->number);
            if (lacks && !known.body_destroyed)
                world.stage.found(node->name, "the centre lacks the body of " + place_of(known));
        }
    }
}

void check_greens(World& world) {
    using Key = std::pair<Subject, Instant>;
    std::set<Key> recorded;
    for (const auto& [key, known] : world.knowledge.facts()) recorded.insert({known.subject, known.happened});
    for (const auto& green : world.knowledge.greens())
        if (!recorded.contains({green.subject, green.happened}))
            world.stage.found("centre", "somebody saw green, and nothing says so: " + green.subject.id);
}

void check_rows(World& world) {
    std::map<bool, std::pair<std::string, Hash>> first; // by whether it holds staff bodies
    for (Node* node : present(world)) {
        const auto rows = node->ledger().rows_hash();
        if (!rows) return world.stage.found(node->name, rows.error().detail);
        const auto [same, is_first] = first.try_emplace(is_staff(*node), std::pair{node->name, *rows});
        if (!is_first && same->second.second != *rows)
            world.stage.found(node->name, "has other rows than " + same->second.first);
    }
}

void check_ledgers(World& world) {
    for (Node* node : present(world)) {
        if (const auto whole = node->ledger().verify(); !whole) world.stage.found(node->name, whole.error().detail);
        if (const auto rows = node->ledger().rebuild(); !rows) world.stage.found(node->name, rows.error().detail);
    }
}

// Counts are numbers of people: the sets, made here from nothing but the facts.
void check_counts(World& world, Node& hub) {
    std::set<std::string> arrived;
    std::map<PlaceId, std::set<std::string>> ever;
    std::map<std::string, int> scans;
    (void)hub.ledger().each_fact([&](const Ledger::FactRow& row) {
        const auto body = row.body ? decode_body(*row.body) : std::unexpected(Fault{});
        const auto payload = body ? decode_payload(row.header.kind, body->payload) : std::unexpected(Fault{});
        if (!payload || !row.quarantine.empty()) return true;
        if (const auto* entered = std::get_if<Entered>(&*payload)) {
            arrived.insert(body->subject.id);
            ever[entered->place].insert(body->subject.id);
            ++scans[std::string(name(entered->reason))];
        } else if (const auto* refused = std::get_if<Refused>(&*payload)) {
            ++scans[std::string(name(refused->reason))];
        } else if (std::holds_alternative<Left>(*payload)) {
            ++scans[std::string(name(Reason::left))];
        }
        return true;
    });
    const Live live = hub.ledger().live();
    const auto differ = [&](const std::string& what) { world.stage.found(hub.name, "counts differ: " + what); };
    if (live.arrived != static_cast<int>(arrived.size())) differ("arrived");
    for (const Live::Room& room : live.rooms)
        if (room.ever != static_cast<int>(ever[room.place].size())) differ("ever in " + room.place.text);
    std::map<std::string, int> counted;
    for (const auto& [reason, n] : live.scans)
        if (n > 0) counted[reason] = n;
    if (counted != scans) differ("scans");
}

// After a purge nobody has a name, a contact or a note of the person.
void check_purges(World& world) {
    for (Node* node : present(world))
        (void)node->ledger().each_fact([&](const Ledger::FactRow& row) {
            const auto body =
                row.body && is_personal(row.header.kind) ? decode_body(*row.body) : std::unexpected(Fault{});
            if (!body || !world.knowledge.must_lack(body->subject)) return true;
            world.stage.found(node->name, "has what was purged of " + body->subject.id);
            return false;
        });
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
    std::optional<Have> floor, staff;
    for (const auto& node : world.nodes) {
        if (node->is_gone || world.is_stranded(*node)) continue;
        if (!node->is_up() || !world.is_present(*node)) return false; // a revoked one goes, in the end
        const Have have = node->ledger().have();
        if (const Have marks = only(have, Audience::floor); floor.value_or(marks) != marks)
            return false;
        else
            floor = marks;
        if (!is_staff(*node)) continue;
        if (const Have marks = only(have, Audience::staff); staff.value_or(marks) != marks)
            return false;
        else
            staff = marks;
    }
    return true;
}

std::string disagreement(const World& world) {
    std::string text;
    std::map<HaveKey, std::set<std::uint64_t>> marks;
    for (const auto& node : world.nodes)
        if (node->is_up())
            for (const auto& [key, mark] : node->ledger().have()) marks[key].insert(mark.seq);
    for (const auto& node : world.nodes) {
        if (node->is_gone || world.is_stranded(*node)) continue;
        if (!world.is_present(*node)) text += node->name + " is revoked and was not wiped; ";
        if (!node->is_up()) {
            text += node->name + " is down; ";
            continue;
        }
        const Have have = node->ledger().have();
        for (const auto& [key, seqs] : marks) {
            if (key.audience == Audience::staff && !is_staff(*node)) continue;
            const auto mark = have.find(key);
            const std::uint64_t seq = mark == have.end() ? 0 : mark->second.seq;
            if (seq != *seqs.rbegin())
                text += node->name + " has " + key.origin.hex().substr(0, 8) +
                        (key.audience == Audience::staff ? " staff " : " floor ") + std::to_string(seq) + " of " +
                        std::to_string(*seqs.rbegin()) + "; ";
        }
    }
    return text;
}

void check(World& world) {
    check_centre(world);
    check_greens(world);
    check_rows(world);
    check_forks(world);
    check_purges(world);
    check_cards(world);
    check_trust(world);
    for (const auto& node : world.nodes)
        if (node->role == Role::hub) check_counts(world, *node);
    check_ledgers(world);
}

} // namespace foyer::simulate
