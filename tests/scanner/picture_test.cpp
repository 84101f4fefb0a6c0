#include "scanner/picture.h"

#include <algorithm>
#include <fstream>
#include <random>

#include "scanner/reader.h"
#include "tests/catch.h"
#include "tests/scanner/files.h"
#include "tests/scanner/scene.h"

namespace foyer {
namespace {

using test::Folder;
using test::Ink;
using test::write_jpeg;
using test::write_png;

const Frame badge = test::photograph({.text = "X22222222222222N", .width = 301, .height = 299});

std::string text_in(const std::filesystem::path& file, Shades shades = Shades::grey) {
    const auto frame = read_picture(file, shades);
    if (!frame) return "fault: " + frame.error().detail;
    const auto reading = read_still(*frame, "");
    return reading ? reading->text : "nothing";
}

bool complains(const std::filesystem::path& file, const std::string& words) {
    const auto frame = read_picture(file);
    if (frame) return false;
    CAPTURE(frame.error().detail);
    CHECK(frame.error().detail.find(file.string()) != std::string::npos);
    CHECK(frame.error().detail.find(words) != std::string::npos);
    return true;
}

TEST_CASE("PNG pictures are read in grey, colour, palettes, 16 bits and on nothing") {
    const Folder folder;
    for (const auto ink : {Ink::grey, Ink::rgb, Ink::rgba_on_nothing, Ink::palette_on_nothing, Ink::grey16}) {
        write_png(folder / "a.png", badge, ink);
        CAPTURE(static_cast<int>(ink));
        CHECK(text_in(folder / "a.png") == "X22222222222222N");
    }
}

TEST_CASE("A code that is as light as its ground is seen in one of the colours, a white one on nothing before black") {
    const Folder folder;
    write_png(folder / "red.png", badge, Ink::red_on_grey);
    const auto grey = read_picture(folder / "red.png").value();
    const auto [dark, light] = std::ranges::minmax(grey.pixels);
    CHECK(light - dark < 4); // no camera would show as little
    CHECK(text_in(folder / "red.png", Shades::red) == "X22222222222222N");
    CHECK(text_in(folder / "red.png", Shades::green) == "X22222222222222N");
    write_png(folder / "white.png", badge, Ink::white_on_nothing);
    CHECK(text_in(folder / "white.png") == "nothing");
    CHECK(text_in(folder / "white.png", Shades::grey_on_black) == "X22222222222222N");
}

TEST_CASE("JPEG pictures are read in grey and in a printer's four inks, whatever they are called") {
    const Folder folder;
    write_jpeg(folder / "a.jpg", badge);
    CHECK(text_in(folder / "a.jpg") == "X22222222222222N");
    write_jpeg(folder / "inks.png", badge, Ink::cmyk);
    CHECK(text_in(folder / "inks.png") == "X22222222222222N");
}

std::string contents_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("A JPEG picture that a camera marked as rotated is read all the same") {
    const Folder folder;
    write_jpeg(folder / "a.jpg", badge);
    auto bytes = contents_of(folder / "a.jpg");
    const std::string exif = std::string("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 32);
    bytes.insert(2, std::string("\xff\xe1\0\x22", 4) + exif); // turn by 90 degrees
    test::write_text(folder / "turned.jpg", bytes);
    CHECK(text_in(folder / "turned.jpg") == "X22222222222222N");
}

TEST_CASE("A JPEG picture without width or height is a fault that names it") {
    const Folder folder;
    write_jpeg(folder / "a.jpg", badge);
    const auto whole = contents_of(folder / "a.jpg");
    const auto frame_header = whole.find("\xff\xc0");
    REQUIRE(frame_header != std::string::npos);
    for (const std::size_t side : {5U, 7U}) {
        auto bytes = whole;
        bytes[frame_header + side] = bytes[frame_header + side + 1] = 0;
        test::write_text(folder / "none.jpg", bytes);
        CHECK(complains(folder / "none.jpg", ""));
    }
}

TEST_CASE("A file that is no picture, is empty, is a folder or is not there is named with the reason") {
    const Folder folder;
    test::write_text(folder / "empty.png", "");
    test::write_text(folder / "text.png", "This is no picture.");
    std::filesystem::create_directory(folder / "folder.png");
    CHECK(complains(folder / "empty.png", "empty"));
    CHECK(complains(folder / "text.png", "neither a PNG nor a JPEG"));
    CHECK(complains(folder / "folder.png", "not a file"));
    CHECK(complains(folder / "missing.png", "no such file"));
    CHECK(complains("/dev/null", "not a file"));
    std::filesystem::create_symlink("round.png", folder / "round.png");
    CHECK(complains(folder / "round.png", "Too many levels of symbolic links"));
}

TEST_CASE("A picture of a kind that is not read is called by its name, and is no recording") {
    const Folder folder;
    const auto [start, kind] = GENERATE(table<std::string, std::string>({{"GIF89a", "a GIF picture"},
                                                                         {"BM\x36", "a BMP picture"},
                                                                         {"RIFF1234WEBPVP8 ", "a WebP picture"},
                                                                         {"MM\\0*", "a TIFF picture"}}));
    std::string bytes = start;
    if (const auto zero = bytes.find("\\0"); zero != std::string::npos) bytes.replace(zero, 2, 1, '\0');
    test::write_text(folder / "a.img", bytes);
    CHECK(complains(folder / "a.img", kind + "; only PNG and JPEG are read"));
    CHECK(is_picture(folder / "a.img"));
}

TEST_CASE("A picture cut off anywhere is a fault that names it, never half a picture") {
    const Folder folder;
    for (const double part : {0.02, 0.1, 0.5, 0.9}) {
        CAPTURE(part);
        write_png(folder / "a.png", badge);
        write_jpeg(folder / "a.jpg", badge);
        test::cut(folder / "a.png", part);
        test::cut(folder / "a.jpg", part);
        CHECK(complains(folder / "a.png", ""));
        CHECK(complains(folder / "a.jpg", ""));
    }
}

TEST_CASE("A picture too large to hold is refused by its size, before memory is taken") {
    const Folder folder;
    write_png(folder / "a.png", badge);
    std::string bytes = {'\x89', 'P',    'N', 'G', '\r', '\n', '\x1a', '\n',   0,      0,      0,
                         13,     'I',    'H', 'D', 'R',  0,    0,      '\x9c', '\x40', 0,      0,
                         '\x9c', '\x40', 8,   0,   0,    0,    0,      '\x72', '\xbe', '\x5c', '\xd8',
                         0,      0,      0,   0,   'I',  'D',  'A',    'T'};
    test::write_text(folder / "large.png", bytes);
    const auto frame = read_picture(folder / "large.png");
    REQUIRE_FALSE(frame);
    CHECK(frame.error().detail.find("large.png") != std::string::npos);
}

TEST_CASE("No damaged byte crashes the readers") {
    const Folder folder;
    write_png(folder / "a.png", badge);
    write_jpeg(folder / "a.jpg", badge);
    std::mt19937 random(3);
    for (const auto* name : {"a.png", "a.jpg"}) {
        const auto whole = contents_of(folder / name);
        for (int round = 0; round < 150; ++round) {
            auto damaged = whole;
            for (int i = 0; i < 4; ++i)
                damaged[random() % (i == 0 ? 200 : damaged.size())] = static_cast<char>(random());
            test::write_text(folder / "damaged", damaged);
            const auto frame = read_picture(folder / "damaged");
            if (frame)
                CHECK(frame->pixels.size() ==
                      static_cast<std::size_t>(frame->stride) * static_cast<std::size_t>(frame->height));
        }
    }
}

TEST_CASE("The pictures of a folder come in the order of their names, and nothing else of it does") {
    const Folder folder;
    for (const auto* name : {"b.png", "a.JPG", "c.jpeg", "notes.txt"}) test::write_text(folder / name, "x");
    std::filesystem::create_directory(folder / "d.png");
    const auto pictures = pictures_in(folder.path());
    REQUIRE(pictures);
    CHECK(*pictures == std::vector{folder / "a.JPG", folder / "b.png", folder / "c.jpeg"});
    CHECK_FALSE(pictures_in(folder / "missing"));
}

} // namespace
} // namespace foyer
