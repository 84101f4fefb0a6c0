// Which doors a door keeps a line to. Pure: who is known and whether the centre is there come in, at most eight come
// out. Any thread.
//
// While the centre is there it carries everything; lines go to doors of the same place only, for single entry and
// capacity do not wait for it there. Without it the doors are the network: a ring of two neighbours on each side, which
// holds together whoever fails, and two drawn by lot, which make the way short: a thousand doors are four or five steps
// apart. Up to nine doors it is everybody with everybody.
#pragma once

#include <map>
#include <set>
#include <string>

#include "sync/summit/ids.h"

namespace foyer {

inline constexpr std::size_t most_lines = 8;

enum class Centre { here, away };

// `known`: the other doors and where they stand. The ring is by device id, so that both ends of a line choose it.
std::set<DeviceId> circle(const DeviceId& self, const std::string& place, const std::map<DeviceId, std::string>& known,
                          Centre centre);

} // namespace foyer
