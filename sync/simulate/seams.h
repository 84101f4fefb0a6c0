// Functions of the rooms that the simulator has of its own, in place of those it links elsewhere: they do the same, but
// for a planted bug, and for a node of an older version, which does not know every kind of fact.
#pragma once

#include "sync/simulate/plants.h"
#include "sync/summit/fact.h"

namespace foyer::simulate {

// Kinds that an older version does not know.
bool is_new_kind(Kind kind);

// What is planted, as long as it lives; one at a time.
class Seams {
public:
    explicit Seams(Plant plant);
    ~Seams();
    Seams(const Seams&) = delete;
    Seams& operator=(const Seams&) = delete;
    static Plant planted();
};

// While it lives, a node of an older version is at work, or not.
class Speaking {
public:
    explicit Speaking(bool is_old);
    ~Speaking();
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    bool before_;
};

} // namespace foyer::simulate
