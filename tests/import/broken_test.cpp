// Files that are half written, not text, or not there: a sentence each, and never a crash.

#include <algorithm>

#include "tests/import/folder.h"
#include "tests/random.h"

using namespace foyer;

TEST_CASE("a path that is not there, or is no summit, says so") {
    const auto missing = read_summit("/no/such/summit");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == FaultKind::not_found);
    CHECK(missing.error().detail == "/no/such/summit: there is no such file or folder; check the path");
    Folder folder;
    std::filesystem::remove(folder.path() / "summit.toml");
    CHECK(mistakes(folder).find("the folder has no summit.toml; it is no summit") != std::string::npos);
}

TEST_CASE("a list of people alone needs a summit that is known") {
    Folder folder;
    const auto reading = inspect_summit(folder.path() / "people.csv");
    CHECK(sentences(reading) == "people.csv: a list of people, codes or meetings needs a summit to belong to; import "
                                "the summit's folder first\n");
    Known known;
    known.programme = to_programme(*read_summit(folder.path()));
    const auto files = read_summit(folder.path() / "people.csv", known);
    REQUIRE(files);
    CHECK(files->people.size() == 12);
    CHECK_FALSE(files->summit);
}

TEST_CASE("a summit without forums, without people, or with nothing but its name is legal") {
    Folder folder;
    for (const char* file : {"people.csv", "checkpoints.toml", "programme.toml", "places.toml"}) {
        std::filesystem::remove(folder.path() / file);
        INFO("without " << file);
        CHECK(mistakes(folder).empty());
    }
    CHECK(warnings(folder) == "checkpoints.toml: the summit has no checkpoint; terminals need one to stand at\n"
                              "people.csv: there is no such file; add it, or import it later\n"
                              "places.toml: there is no such file; add it, or import it later\n"
                              "programme.toml: there is no such file; add it, or import it later\n");
}

TEST_CASE("broken TOML is named with its line, and does not make other files look wrong") {
    Folder folder;
    folder.replace("places.toml", "parent = \"maison\"", "parent = maison");
    const std::string told = mistakes(folder);
    CHECK(told.starts_with("places.toml:8: this is not TOML: "));
    CHECK(std::ranges::count(told, '\n') == 1);
    folder.write("places.toml", "place = \"salon\"\n");
    CHECK(mistakes(folder).starts_with("checkpoints.toml:1: place: there is no place \"salon\""));
    CHECK(mistakes(folder).find("places.toml:1: place: write each one as [[place]] on a line of its own\n") !=
          std::string::npos);
}

TEST_CASE("a file that is not UTF-8 text is named with its line and how to save it") {
    Folder folder;
    folder.append("people.csv", "0013,Ma\xEBlle,fr,,,,,\n");
    CHECK(mistakes(folder) ==
          "people.csv:14: this is not UTF-8; save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\")\n");
    folder.write("people.csv", std::string_view("\xFF\xFEi\0d\0", 6));
    CHECK(mistakes(folder) == "people.csv: this is UTF-16; save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")\n");
    folder.write("people.csv", std::string_view("id,native_name\n\x7f\x45LF\0\0", 22));
    CHECK(mistakes(folder) == "people.csv:2: this is no text file (it contains a zero byte); save it as UTF-8 text\n");
}

TEST_CASE("a byte order mark is no part of the first column") {
    Folder folder;
    folder.write("people.csv", "\xEF\xBB\xBF" + folder.text("people.csv"));
    CHECK(mistakes(folder).empty());
}

TEST_CASE("a people file may be a folder, or not readable") {
    Folder folder;
    std::filesystem::remove(folder.path() / "people.csv");
    std::filesystem::create_directory(folder.path() / "people.csv");
    CHECK(mistakes(folder).starts_with("people.csv: cannot read "));
}

TEST_CASE("a summit cut short anywhere is refused with a sentence or read as far as it is whole") {
    const char* file = GENERATE("summit.toml", "places.toml", "programme.toml", "checkpoints.toml", "people.csv");
    Folder folder;
    const std::string whole = folder.text(file);
    const std::size_t people = inspect_summit(folder.path()).files.people.size();
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        folder.write(file, std::string_view{whole}.substr(0, length));
        const SummitReading reading = inspect_summit(folder.path());
        CHECK(reading.files.people.size() <= people);
        for (const Problem& problem : reading.problems) CHECK_FALSE(problem.text.empty());
    }
}

TEST_CASE("a summit with bytes changed anywhere never crashes the reader") {
    const char* file = GENERATE("summit.toml", "places.toml", "programme.toml", "checkpoints.toml", "people.csv");
    Folder folder;
    const std::string whole = folder.text(file);
    test::Random dice(1729);
    for (int round = 0; round < 150; ++round) {
        std::string damaged = whole;
        for (int n = 0; n < 3; ++n) damaged[dice.below(damaged.size())] = static_cast<char>(dice.below(256));
        folder.write(file, damaged);
        for (const Problem& problem : inspect_summit(folder.path()).problems) CHECK_FALSE(problem.text.empty());
    }
}

TEST_CASE("a header that is none is a mistake at its line") {
    Folder folder;
    for (const char* header : {"[&", "[[[1]]]", "[[=", "[", "[[", "[]", "[[]]", "[a.]", "[.a]"}) {
        INFO(header);
        folder.write("places.toml", std::string{"\n"} + header + "\n");
        CHECK(mistakes(folder).starts_with("places.toml:2: this is not TOML: "));
    }
}

TEST_CASE("letters beyond ASCII belong in quotes or comments") {
    Folder folder;
    const std::string place =
        "[[place]]\nid = \"x\" # café\nname = \"Caf\\u00e9 é\"\ncode = 'é'\nlevel = \"\"\"é\n\"é\\\"é\"\"\"\n";
    folder.append("places.toml", place);
    CHECK(mistakes(folder).empty());
    for (const char* line : {"é = 1", "[pièce]", "name = é", "name.é = \"x\"", "name = \"x\" é"}) {
        INFO(line);
        folder.write("places.toml", place + line + "\n");
        CHECK(mistakes(folder) ==
              "places.toml:7: this is not TOML: letters beyond A-Z stand outside quotes; put quotes "
              "around the text\n");
    }
    folder.write("places.toml", "[[place]]\nid = \"x\"\nname = \"\"\"a\\\né\"\"\"\n");
    CHECK(mistakes(folder).starts_with("places.toml:3: this is not TOML: a backslash before a blank"));
}

TEST_CASE("a TOML file nested a thousand deep is a mistake, not a crash") {
    Folder folder;
    folder.write("places.toml", "place = " + std::string(1000, '[') + std::string(1000, ']') + "\n");
    CHECK(mistakes(folder).starts_with("places.toml:1: this is not TOML: "));
}
