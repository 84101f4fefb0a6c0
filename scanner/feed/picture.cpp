#include "scanner/feed/picture.h"

#include <fstream>
#include <optional>
#include <string>

namespace foyer {

namespace {

// The next number of a PGM header: white space and comments (from # to the end of the line) are skipped.
std::optional<int> header_number(std::istream& in) {
    in >> std::ws;
    while (in.peek() == '#') {
        std::string comment;
        std::getline(in, comment);
        in >> std::ws;
    }
    int value = 0;
    if (!(in >> value)) return std::nullopt;
    return value;
}

std::unexpected<Fault> malformed(const std::filesystem::path& file, const std::string& what) {
    return fault(FaultKind::bad_input, file.string() + ": " + what);
}

} // namespace

GreyPicture make_grey(int width, int height, std::uint8_t grey) {
    GreyPicture picture{width, height, {}};
    picture.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), grey);
    return picture;
}

Result<GreyPicture> read_pgm(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fault(FaultKind::not_found, "cannot open the picture " + file.string());
    char magic[2] = {};
    in.read(magic, 2);
    if (magic[0] != 'P' || magic[1] != '5')
        return malformed(file, "not a binary grey PGM picture (it must start with P5)");
    const auto width = header_number(in), height = header_number(in), highest = header_number(in);
    if (!width || !height || !highest) return malformed(file, "the header lacks width, height or highest value");
    if (*width < 1 || *height < 1 || *width > max_picture_side || *height > max_picture_side)
        return malformed(file, "a side is not 1.." + std::to_string(max_picture_side) + " pixels");
    if (*highest != 255) return malformed(file, "the highest value must be 255");
    in.get(); // the one white space after the header
    auto picture = make_grey(*width, *height, 0);
    in.read(reinterpret_cast<char*>(picture.pixels.data()), static_cast<std::streamsize>(picture.pixels.size()));
    if (in.gcount() != static_cast<std::streamsize>(picture.pixels.size()))
        return malformed(file, "the file is cut short");
    return picture;
}

Result<> write_pgm(const std::filesystem::path& file, const GreyPicture& picture) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << "P5\n" << picture.width << ' ' << picture.height << "\n255\n";
    out.write(reinterpret_cast<const char*>(picture.pixels.data()),
              static_cast<std::streamsize>(picture.pixels.size()));
    out.close();
    if (!out) return fault(FaultKind::disk, "cannot write the picture " + file.string());
    return {};
}

} // namespace foyer
