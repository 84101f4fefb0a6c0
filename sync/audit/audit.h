// What must hold of the ledgers of one summit once all nodes have talked. Whoever asks owns the ledgers; the checks run
// on their thread, write nothing but rows made again, and tell what they find in sentences for developers.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "sync/ledger/ledger.h"

namespace foyer::audit {

struct Node {
    std::string name;
    Role role = Role::door;
    Ledger* ledger = nullptr; // never null
};
using Nodes = std::span<const Node>;
using Found = std::function<void(const std::string& node, const std::string& what)>;

// All hold the same headers, and all staff nodes the same bodies.
bool agree(Nodes nodes);
// Who lacks what; empty when they agree.
std::string differences(Nodes nodes);

// Nodes of one audience have equal rows.
void check_rows(Nodes nodes, const Found& found);
// Chains, rows and audiences of each by itself.
void check_ledgers(Nodes nodes, const Found& found);
// The counts of `node` against the sets of people and the scans, made from nothing but its facts.
void check_counts(const Node& node, const Found& found);

} // namespace foyer::audit
