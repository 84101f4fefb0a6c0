// One code over several frames. What a camera sees of a badge that is held still differs from frame to frame by noise
// alone, and of one that moves by where the pixels lie: the mean of its modules as measured is surer than any of them.
// Pure; one thread an object.
#pragma once

#include "scanner/lattice.h"

namespace foyer {

class Fusion {
public:
    // A code that was measured and not read; what is read of it together with the frames before, if those were of the
    // same code. Another one, another place or a pause make it begin anew.
    std::optional<Decoded> add(const Lattice& lattice, SteadyTime time);
    void forget() { sum_ = {}; }

private:
    [[nodiscard]] bool is_same(const Lattice& lattice, SteadyTime time) const;

    ModuleMap sum_;
    Corner middle_;
    SteadyTime last_;
    int frames_ = 0;
};

} // namespace foyer
