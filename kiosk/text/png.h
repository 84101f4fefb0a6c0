// Pictures to and from PNG files, for screenshots and for the pictures that tests approve.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sync/summit/fault.h"

namespace foyer {

// Rows from the top, four bytes a pixel: red, green, blue, 255.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

// The folder must exist. Fault{disk} names the path.
Result<> write_png(const Picture& picture, const std::string& path);
// Fault{not_found} or Fault{bad_input} names the path.
Result<Picture> read_png(const std::string& path);
// Half as wide and half as high (an odd last row or column is left out).
Picture halved(const Picture& picture);

} // namespace foyer
