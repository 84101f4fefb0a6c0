// A store between a conversation and its ledger that has one of the planted bugs.
#pragma once

#include <memory>

#include "sync/simulate/plants.h"
#include "sync/summit/store.h"

namespace foyer::simulate {

// None: that bug is elsewhere, or nothing is planted. `store` must outlive it.
std::unique_ptr<Store> make_saboteur(Plant plant, Store& store);

} // namespace foyer::simulate
