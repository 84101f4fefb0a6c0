// The modules of a QR code, by libqrencode: real codes for the cameras of tests and benchmarks. Pure.
#pragma once

#include <string>
#include <vector>

namespace foyer::test {

struct Modules {
    int side = 0;
    std::vector<bool> dark;
    [[nodiscard]] bool at(int column, int row) const { // white outside
        if (column < 0 || row < 0 || column >= side || row >= side) return false;
        return dark[static_cast<std::size_t>(row * side + column)];
    }
};

enum class Correction { low, medium, quartile, high };

// The smallest version that holds the text; what alphanumeric mode can hold is in it. An empty text has no modules.
Modules modules_of(const std::string& text, Correction correction);

} // namespace foyer::test
