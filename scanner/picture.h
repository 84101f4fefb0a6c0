// Pictures on disk, PNG and JPEG, read as grey frames: for `foyer scan` and for folders of pictures as a camera.
// Only picture.cpp includes libpng and libjpeg. What a file is, its first bytes say, not its name. Any thread.
#pragma once

#include <filesystem>
#include <vector>

#include "scanner/frame.h"
#include "sync/summit/fault.h"

namespace foyer {

// A picture of more pixels is refused: as grey it would be more than 100 MB.
inline constexpr std::int64_t picture_pixels_most = 100'000'000;

// What is taken of a picture's colours: how light they are, one of them, or how light they are on black.
enum class Shades { grey, red, green, grey_on_black };

// Any depth, palette, colour (CMYK too: as grey) and interlacing; what is transparent is white, on black black. The
// rotation a camera noted in the file is not applied: reading codes does not need it. Faults name the file: not there,
// no picture, empty, cut off, damaged, too large.
Result<Frame> read_picture(const std::filesystem::path& file, Shades shades = Shades::grey);

// By its first bytes or its name (.png, .jpg, .jpeg): should it be read as a picture? Also what read_picture will
// refuse by name: GIF, WebP, BMP, TIFF, HEIC.
bool is_picture(const std::filesystem::path& file);

// The pictures of a folder by name, in the order of their names; not of folders in it.
Result<std::vector<std::filesystem::path>> pictures_in(const std::filesystem::path& folder);

} // namespace foyer
