// The folders of tests/pictures: what is in each, by kind of difficulty. The program write_pictures makes them anew;
// the seeds are for judging (poses.h).
#pragma once

#include <string>
#include <vector>

#include "tests/optics/optics.h"

namespace foyer::test {

struct Taken {
    Shot shot;
    std::vector<std::string> texts; // of the codes in it; a stream may read any of them, a still has to read all
};

struct Kind {
    std::string folder;
    Taken (*take)(std::uint64_t seed);
};

const std::vector<Kind>& kinds();

inline constexpr int pictures_each = 12;

} // namespace foyer::test
