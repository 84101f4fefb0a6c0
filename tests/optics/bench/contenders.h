// Who reads in `./run bench scan`: the same frame for all, in turn, on one thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "scanner/frame.h"

namespace foyer::bench {

// The text of the code in the frame; empty: none.
using Read = std::function<std::string(const Frame&)>;

struct Contender {
    std::string name; // for people
    std::string key;  // for the lines of `name value unit`
    Read read;
};

// For frames that have nothing to do with each other: Foyer's reader starts afresh with each.
std::vector<Contender> for_stills();
// For the frames of one sequence, a fresh one of each: the plain call of ZXing, Foyer's reader, and what only touches
// each pixel once, which no reader can undercut. In this order.
std::vector<Contender> for_sequence();

// CPU time of this thread.
double thread_ms();

} // namespace foyer::bench
