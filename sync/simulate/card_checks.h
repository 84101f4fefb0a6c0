// Conflicts are told: each that there was has its card, and no innocent has one.
#pragma once

#include "sync/simulate/world.h"

namespace foyer::simulate {

// Of the inbox of the first hub, when all is calm. Left out is what no node can tell: whom facts of a forked origin had
// seen (both histories give one number to two facts), and what was known through facts that are lost.
void check_cards(World& world);
// What a revoked device recorded counts exactly as far as it is trusted.
void check_trust(World& world);

} // namespace foyer::simulate
