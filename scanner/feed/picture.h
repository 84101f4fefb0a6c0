// A grey picture as a plain value, and the one file format of it that needs no library: binary PGM ("P5", 8 bits).
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "sync/summit/fault.h"

namespace foyer {

struct GreyPicture {
    int width = 0, height = 0;        // pixels
    std::vector<std::uint8_t> pixels; // width * height, row by row, 0 = black
    bool operator==(const GreyPicture&) const = default;
    [[nodiscard]] std::uint8_t& at(int x, int y) { return pixels[index(x, y)]; }
    [[nodiscard]] std::uint8_t at(int x, int y) const { return pixels[index(x, y)]; }
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
};

GreyPicture make_grey(int width, int height, std::uint8_t grey);

inline constexpr int max_picture_side = 8192; // pixels; a larger file is refused before anything is allocated

// not_found, or bad_input naming the file and what is wrong in it.
Result<GreyPicture> read_pgm(const std::filesystem::path& file);
// disk: the file cannot be written.
Result<> write_pgm(const std::filesystem::path& file, const GreyPicture& picture);

} // namespace foyer
