// A folder of its own for a test, and pictures and recordings to put into it: written by libpng, libjpeg and GStreamer.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scanner/frame.h"

namespace foyer::test {

class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// `red_on_grey`: as light as each other; `white_on_nothing`: only the ground behind it tells.
enum class Ink { grey, rgb, rgba_on_nothing, palette_on_nothing, grey16, cmyk, red_on_grey, white_on_nothing };

void write_png(const std::filesystem::path& file, const Frame& frame, Ink ink = Ink::grey);
void write_jpeg(const std::filesystem::path& file, const Frame& frame, Ink ink = Ink::grey);
// Motion JPEG in AVI, 30 frames a second; frames of one size, their width a multiple of 4.
void write_recording(const std::filesystem::path& file, const std::vector<Frame>& frames);

void write_text(const std::filesystem::path& file, const std::string& text);
void cut(const std::filesystem::path& file, double part_kept);

} // namespace foyer::test
