#include "sync/audit/audit.h"

#include <map>
#include <optional>
#include <set>

namespace foyer::audit {

namespace {

bool is_staff(const Node& node) { return audience_of(node.role) == Audience::staff; }

Have only(const Have& have, Audience audience) {
    Have marks;
    for (const auto& [key, mark] : have)
        if (key.audience == audience) marks[key] = mark;
    return marks;
}

void check_audience(const Node& node, const Found& found) {
    if (is_staff(node)) return;
    const auto read = node.ledger->each_fact([&](const Ledger::FactRow& row) {
        if (!row.body || row.header.audience == Audience::floor) return true;
        found(node.name, "a door holds the body of staff fact " + std::to_string(row.id.seq));
        return false;
    });
    if (!read) found(node.name, read.error().detail);
}

} // namespace

bool agree(Nodes nodes) {
    std::optional<Have> floor, staff;
    for (const Node& node : nodes) {
        const Have have = node.ledger->have();
        const Have marks = only(have, Audience::floor);
        if (floor.value_or(marks) != marks) return false;
        floor = marks;
        if (!is_staff(node)) continue;
        const Have bodies = only(have, Audience::staff);
        if (staff.value_or(bodies) != bodies) return false;
        staff = bodies;
    }
    return true;
}

std::string differences(Nodes nodes) {
    std::map<HaveKey, Mark> furthest;
    for (const Node& node : nodes)
        for (const auto& [key, mark] : node.ledger->have())
            if (Mark& known = furthest[key]; known.seq < mark.seq) known = mark;
    std::string text;
    for (const Node& node : nodes) {
        const Have have = node.ledger->have();
        for (const auto& [key, there] : furthest) {
            if (key.audience == Audience::staff && !is_staff(node)) continue;
            const auto mark = have.find(key);
            const std::uint64_t seq = mark == have.end() ? 0 : mark->second.seq;
            const std::string which =
                key.origin.hex().substr(0, 8) + (key.audience == Audience::staff ? " staff " : " floor ");
            if (seq != there.seq)
                text += node.name + " has " + which + std::to_string(seq) + " of " + std::to_string(there.seq) + "; ";
            else if (mark->second.head != there.head)
                text += node.name + " has another head of " + which + std::to_string(seq) + "; ";
        }
    }
    return text;
}

void check_rows(Nodes nodes, const Found& found) {
    std::map<bool, std::pair<std::string, Hash>> first; // by whether it holds staff bodies
    for (const Node& node : nodes) {
        const auto rows = node.ledger->rows_hash();
        if (!rows) return found(node.name, rows.error().detail);
        const auto [same, is_first] = first.try_emplace(is_staff(node), std::pair{node.name, *rows});
        if (!is_first && same->second.second != *rows) found(node.name, "has other rows than " + same->second.first);
    }
}

void check_ledgers(Nodes nodes, const Found& found) {
    for (const Node& node : nodes) {
        if (const auto whole = node.ledger->verify(); !whole) found(node.name, whole.error().detail);
        if (const auto rows = node.ledger->rebuild(); !rows) found(node.name, rows.error().detail);
        check_audience(node, found);
    }
}

void check_counts(const Node& node, const Found& found) {
    std::set<std::string> arrived;
    std::map<PlaceId, std::set<std::string>> ever;
    std::map<std::string, int> scans;
    const auto read = node.ledger->each_fact([&](const Ledger::FactRow& row) {
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
    if (!read) return found(node.name, read.error().detail);
    const Live live = node.ledger->live();
    const auto differ = [&](const std::string& what) { found(node.name, "counts differ: " + what); };
    if (live.arrived != static_cast<int>(arrived.size())) differ("arrived");
    for (const Live::Room& room : live.rooms)
        if (room.ever != static_cast<int>(ever[room.place].size())) differ("ever in " + room.place.text);
    std::map<std::string, int> counted;
    int recorded = 0;
    for (const auto& [reason, n] : live.scans) {
        if (n > 0) counted[reason] = n;
        recorded += n;
    }
    if (counted != scans) differ("scans");
    if (live.recorded != recorded) differ("recorded");
}

} // namespace foyer::audit
