// The readers of others, where Debian has them: zbar (12, 13), quirc (13). Only others.cpp includes their headers.
#pragma once

#include "tests/optics/bench/contenders.h"

namespace foyer::bench {

std::vector<Contender> other_readers();

} // namespace foyer::bench
