// Reads a code whose finder patterns are known by measuring each of its modules: the harder, own way beside ZXing's,
// for small, blurred, glaring and bent codes. Three patterns -> plane, fitted to the picture -> modules, freed from
// blur -> error correction that knows which are unsure -> payload by ZXing.
#pragma once

#include "scanner/equaliser.h"
#include "scanner/finders.h"
#include "scanner/zxing.h"

namespace foyer {

enum class Patience { little, all };

struct Lattice {
    Warp warp;         // in the picture that was looked at
    ModuleMap modules; // as measured: light above 0, and the surer the farther from it
};

// How much of the fixed patterns is as it has to be, 0.5 to 1: by chance about 0.75.
float agreement(const ModuleMap& modules);

struct LatticeLook {
    std::optional<Decoded> found;
    std::optional<Lattice> lattice; // of what looks like a code, read or not
};

// With second thoughts: what was measured is used to place the modules better, to learn the blur better, and to measure
// again. About 0.3 ms until the first attempt at reading, for a code of 21 modules a side.
LatticeLook look_at_lattice(const GreyView& view, const Triple& triple, Patience patience);

// The same for a code that is bent round something, see bend.h: some milliseconds for three patterns that are those of
// a code, most others are told apart in a tenth of that.
LatticeLook look_at_bent_lattice(const GreyView& view, const Triple& triple);

// Error correction (ours, see symbol.h) and payload (ZXing's); nothing when the fixed patterns are not there.
std::optional<Decoded> decoded(const Lattice& lattice);

} // namespace foyer
