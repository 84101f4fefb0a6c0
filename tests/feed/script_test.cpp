#include "scanner/feed/script.h"

#include <fstream>

#include "tests/catch.h"

using namespace foyer;

namespace {

class Folder {
public:
    Folder() : path(std::filesystem::temp_directory_path() / ("foyer-feed-" + std::to_string(std::rand()))) {
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name, std::ios::binary) << text;
    }
    std::filesystem::path path;
};

const std::string tiny = "P5\n# by hand\n2 2\n255\nabcd";

} // namespace

TEST_CASE("A feed written to a folder is read back equal") {
    const Folder folder;
    FeedScript script;
    for (int i = 0; i < 3; ++i) {
        Guest guest;
        guest.picture = make_grey(4 + i, 5, static_cast<std::uint8_t>(40 * i));
        guest.label = "guest, with a comma " + std::to_string(i);
        guest.hold_seconds = 1.25F;
        guest.difficulty = 0.1F * static_cast<float>(i);
        guest.pause_seconds = 0;
        if (i > 0) guest.code = CodeBox{0.5F, 1, 2, 3};
        script.guests.push_back(guest);
    }
    REQUIRE(write_feed(folder.path, script));
    const auto back = read_feed(folder.path);
    REQUIRE(back);
    REQUIRE(back->guests.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(back->guests[i].picture == script.guests[i].picture);
        CHECK(back->guests[i].label == script.guests[i].label);
        CHECK(back->guests[i].hold_seconds == script.guests[i].hold_seconds);
        CHECK(back->guests[i].difficulty == script.guests[i].difficulty);
        CHECK(back->guests[i].pause_seconds == 0);
        CHECK(back->guests[i].code == script.guests[i].code);
    }
}

TEST_CASE("A hand-written guests.csv needs only the file's name, and may have comments and a DOS line end") {
    const Folder folder;
    folder.write("a.pgm", tiny);
    folder.write("guests.csv", "# who comes\r\na.pgm\r\n\r\na.pgm,3,0.9,2\n");
    const auto script = read_feed(folder.path);
    REQUIRE(script);
    REQUIRE(script->guests.size() == 2);
    CHECK(script->guests[0].label == "a.pgm");
    CHECK(script->guests[0].picture.pixels[3] == 'd');
    CHECK_FALSE(script->guests[0].code);
    CHECK(script->guests[1].hold_seconds == 3);
}

TEST_CASE("What is wrong in a feed is said with file and line") {
    const Folder folder;
    folder.write("a.pgm", tiny);
    folder.write("short.pgm", "P5 2 2 255 ab");
    folder.write("huge.pgm", "P5 99999 99999 255 ");
    folder.write("colour.pgm", "P6 2 2 255 abcdabcdabcd");
    const auto said = [&](const std::string& csv) {
        folder.write("guests.csv", csv);
        const auto script = read_feed(folder.path);
        REQUIRE_FALSE(script);
        return script.error().detail;
    };
    CHECK(said("a.pgm\na.pgm,soon\n").find("guests.csv:2") != std::string::npos);
    CHECK(said("a.pgm,2,7\n").find("column 3") != std::string::npos);
    CHECK(said("a.pgm,nan\n").find("column 2") != std::string::npos);
    CHECK(said("../a.pgm\n").find("must name a file") != std::string::npos);
    CHECK(said("a.pgm,1,1,1,5\n").find("all of left") != std::string::npos);
    CHECK(said("a.pgm,1,1,1,1,1,5,5\n").find("outside") != std::string::npos);
    CHECK(said("missing.pgm\n").find("missing.pgm") != std::string::npos);
    CHECK(said("short.pgm\n").find("cut short") != std::string::npos);
    CHECK(said("huge.pgm\n").find("side") != std::string::npos);
    CHECK(said("colour.pgm\n").find("P5") != std::string::npos);
    CHECK(said("# nobody\n").find("no guest") != std::string::npos);
    std::filesystem::remove(folder.path / "guests.csv");
    CHECK_FALSE(read_feed(folder.path));
}
