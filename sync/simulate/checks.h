// What must hold when all is calm again; a finding on the stage where it does not.
#pragma once

#include "sync/simulate/world.h"

namespace foyer::simulate {

// All hold the same headers, and all staff nodes the same bodies: what the time of calm waits for.
bool agree(const World& world);
// Everything else; once they agree.
void check(World& world);
// Why they do not agree, for people.
std::string disagreement(const World& world);

} // namespace foyer::simulate
