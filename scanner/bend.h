// Where the modules of a code lie that is bent round something: a cup, a wrist, a pillar. The shape of each of its
// three finder patterns tells how the paper lies there; between them the timing patterns lead the way. Pure.
#pragma once

#include <optional>

#include "scanner/finders.h"
#include "scanner/warp.h"

namespace foyer {

struct Placed {
    Warp warp;
    Fit fit; // of the fixed patterns but the alignment patterns
};

// Some milliseconds. Nothing when the fixed patterns are not there.
std::optional<Placed> place_bent(const GreyView& view, const Triple& triple);

} // namespace foyer
