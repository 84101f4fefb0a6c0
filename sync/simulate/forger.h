// Somebody between two nodes who changes facts on their way, and cannot seal them.
#pragma once

#include "sync/simulate/random.h"
#include "sync/summit/ids.h"

namespace foyer::simulate {

bool are_facts(const Bytes& message);

// True: `message` held facts, and one of them is another one now.
bool forge_facts(Bytes& message, Random& random);

} // namespace foyer::simulate
