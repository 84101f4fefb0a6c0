// write_pictures FOLDER: makes the pictures of tests/pictures anew. A kind is a folder of JPEG files and codes.txt, a
// line a picture: its name and the texts in it, tabs between. How many must be read, must_read.txt, is left alone.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/optics/folders.h"
#include "tests/optics/poses.h"

namespace foyer::test {
namespace {

constexpr int file_quality = 80; // of what is no JPEG of its own

bool write_kind(const std::filesystem::path& folder, const Kind& kind, std::uint64_t seed) {
    std::filesystem::create_directories(folder);
    std::ofstream list(folder / "codes.txt");
    for (int i = 0; i < pictures_each; ++i) {
        const auto taken = kind.take(seed + static_cast<std::uint64_t>(i));
        const int quality = taken.shot.jpeg_quality > 0 ? taken.shot.jpeg_quality : file_quality;
        auto shot = taken.shot;
        shot.jpeg_quality = 0;
        const Bytes bytes = jpeg_of(photograph(shot), quality);
        const std::string name = (i < 10 ? "0" : "") + std::to_string(i) + ".jpg";
        std::ofstream(folder / name, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        list << name;
        for (const auto& text : taken.texts) list << '\t' << text;
        list << '\n';
    }
    return list.good();
}

} // namespace
} // namespace foyer::test

int main(int argc, char** argv) {
    using namespace foyer::test;
    if (argc != 2) {
        std::fputs("write_pictures FOLDER\n", stderr);
        return 2;
    }
    std::uint64_t seed = judging + 20'000;
    for (const auto& kind : kinds()) {
        if (!write_kind(std::filesystem::path(argv[1]) / kind.folder, kind, seed)) return 1;
        seed += 1000;
    }
    return 0;
}
