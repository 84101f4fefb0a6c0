// What is to be seen on a display, as numbers.
#pragma once

#include <string>
#include <vector>

namespace foyer::test {

struct Area {
    int x = 0, y = 0, width = 0, height = 0;
};
// Its pixels, row by row; empty when nobody is there.
std::vector<unsigned long> pixels(const std::string& display, const Area& area);

} // namespace foyer::test
