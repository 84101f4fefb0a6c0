// Where hubs are reached. Each tells it by a fact of its own, so that every node knows it, and a terminal whose hub is
// gone finds another one of the summit by itself, also after a restart. On the ledger's thread.
#pragma once

#include "sync/ledger/ledger.h"
#include "sync/uplink/address.h"

namespace foyer {

inline constexpr std::size_t max_whereabouts = 8; // addresses of one hub; those beyond are left out

// This hub is reached at `hosts`, best first. Writes a fact when that is news. Faults: disk.
Result<> tell_whereabouts(Ledger& ledger, const std::vector<std::string>& hosts, std::uint16_t port);

// The ways to the summit's hubs as far as this node knows them, but `known`: in an order of this node's own, so that
// the terminals of a hub that died do not all go to the same one. Over TLS, by the authority that `known` is known by:
// hubs of one summit share it.
std::vector<HubAddress> other_ways(const Ledger& ledger, const HubAddress& known);

} // namespace foyer
