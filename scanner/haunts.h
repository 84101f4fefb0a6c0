// False alarms of the gate that stay where they are: a checked shirt, a poster, a keyboard. A camera sees the same ones
// all day; looking at each of them in each frame would cost more than all badges. One thread an object.
#pragma once

#include "scanner/finders.h"

namespace foyer {

class Haunts {
public:
    // Those of a frame's patterns that are worth a look: all in one of six frames, else those that have not been looked
    // at in vain eight times where they are. A badge in a hand moves.
    std::vector<Finder> worth_a_look(const std::vector<Finder>& hits);
    // They were looked at, and there was no code.
    void add(const std::vector<Finder>& hits);

private:
    struct Haunt {
        Finder finder;
        int in_vain = 0;
        int last_frame = 0;
    };
    std::vector<Haunt> haunts_;
    int frame_ = 0;
};

} // namespace foyer
