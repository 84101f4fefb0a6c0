// Slips that a reader could pass over in silence: names of zones and files, offsets, invisible signs, odd codes.
#include "sync/import/time_zone.h"
#include "tests/import/folder.h"

using namespace foyer;

namespace {

// People with one code each, and what is said of it.
std::string codes(const Folder& folder, const std::string& code) {
    folder.write("people.csv", "id,native_name,code\n0001,A,\"" + code + "\"\n");
    return mistakes(folder) + warnings(folder);
}

} // namespace

TEST_CASE("a time zone that does not exist is named") {
    Folder folder;
    folder.replace("summit.toml", "Europe/Paris", "Europe/Pariss");
    CHECK(mistakes(folder) ==
          "summit.toml:6: time_zone: there is no time zone \"Europe/Pariss\"; write one such as Asia/Shanghai\n");
    CHECK_FALSE(is_time_zone("../../../etc/passwd"));
    CHECK_FALSE(is_time_zone("Europe"));
    CHECK(is_time_zone("UTC"));
}

TEST_CASE("a zone's offset is known for the day that is asked for") {
    using namespace std::chrono;
    CHECK(zone_offset("Europe/Paris", Instant{sys_days{year{2024} / 10 / 9}}) == hours{2});
    CHECK(zone_offset("Europe/Paris", Instant{sys_days{year{2024} / 12 / 9}}) == hours{1});
    CHECK(zone_offset("Asia/Shanghai", Instant{sys_days{year{2099} / 5 / 29}}) == hours{8});
    CHECK(zone_offset("America/St_Johns", Instant{sys_days{year{2024} / 1 / 1}}) == -minutes{210});
    CHECK_FALSE(zone_offset("Europe/Pariss", Instant{}));
}

TEST_CASE("an offset that the summit's zone does not have on its days is worth a warning") {
    Folder folder;
    folder.replace("summit.toml", "+02:00", "+01:00");
    CHECK(mistakes(folder).empty());
    CHECK(warnings(folder) == "summit.toml:7: utc_offset: is +01:00, and Europe/Paris has +02:00 on these days; "
                              "check both\n");
}

TEST_CASE("a time with another offset than the summit's is worth a warning") {
    Folder folder;
    folder.replace("programme.toml", "\"2024-10-10 09:20\"", "\"2024-10-10 09:20+05:30\"");
    folder.replace("programme.toml", "\"2024-10-10 09:00\"", "\"2024-10-10 05:00+02:00\"");
    folder.write("people.csv", "id,native_name,admitted_from\n0001,A,2024-10-09 12:00Z\n");
    CHECK(mistakes(folder).empty());
    const std::string rest = ", and the summit's is +02:00; write the summit's own time without an offset, or check "
                             "that this is meant\n";
    CHECK(warnings(folder) == "people.csv:2: admitted_from: has the offset +00:00" + rest +
                                  "programme.toml:22: ends: has the offset +05:30" + rest);
}

TEST_CASE("a language that is there twice is a mistake") {
    Folder folder;
    folder.replace("summit.toml", "[\"fr\", \"en\"]", "[\"fr\", \"en\", \"fr\"]");
    CHECK(mistakes(folder) == "summit.toml:10: languages: \"fr\" is there twice; delete one\n");
}

TEST_CASE("a file whose name is misspelt is named with the one that was meant") {
    Folder folder;
    std::filesystem::rename(folder.path() / "people.csv", folder.path() / "Peopel.CSV");
    folder.write("seats.csv", "id,seat\n");
    CHECK(warnings(folder) == "Peopel.CSV: is not read; rename it to people.csv if that is what it is\n"
                              "people.csv: there is no such file; add it, or import it later\n"
                              "seats.csv: is not read; a summit's files are named in assets/summits/README.md\n");
    std::filesystem::rename(folder.path() / "summit.toml", folder.path() / "Summit.toml");
    CHECK(mistakes(folder).find("the folder has no summit.toml; it is no summit (see assets/summits/README.md); rename "
                                "Summit.toml if that is it\n") != std::string::npos);
}

TEST_CASE("a link that leads nowhere is a mistake, not a file that is not there") {
    Folder folder;
    std::filesystem::remove(folder.path() / "people.csv");
    std::filesystem::create_symlink("/no/such/people.csv", folder.path() / "people.csv");
    CHECK(mistakes(folder).find("it is a link to a file that is not there; put the file itself here") !=
          std::string::npos);
}

TEST_CASE("a name with a sign that turns the writing direction is a mistake") {
    Folder folder;
    folder.replace("people.csv", "Maëlle Quérillac", "Ma\u202eelle");
    CHECK(mistakes(folder) == "people.csv:2: native_name: contains an invisible sign that turns the writing direction; "
                              "type the text again\n");
}

TEST_CASE("a code that a scanner would not pass on, or that anybody can guess, is told") {
    Folder folder;
    CHECK(codes(folder, "TICKET-1").empty());
    CHECK(codes(folder, "7").find("people.csv:2: code: is so short that others can guess it") == 0);
    CHECK(codes(folder, std::string(900, '7')).find("people.csv:2: code: has 900 bytes; a QR code of more than 400") ==
          0);
    CHECK(codes(folder, "TICK\tET-1") ==
          "people.csv:2: code: has a tab or a line end inside, which no scanner passes on; delete it\n");
}

TEST_CASE("a list of people without a byte is one mistake") {
    Folder folder;
    folder.write("people.csv", "");
    CHECK(mistakes(folder) ==
          "people.csv:1: there is no header row; the first line names the columns (id, native_name, ...)\n");
}
