// Each mistake an organiser can make, and the sentence that tells them.
#include "tests/import/folder.h"

using namespace foyer;

TEST_CASE("a good summit has neither mistakes nor warnings") {
    Folder folder;
    CHECK(mistakes(folder).empty());
    CHECK(warnings(folder).empty());
}

TEST_CASE("a mistake of one value is named with file, line, field and what to do") {
    struct Mistake {
        const char *file, *before, *after, *sentence;
    };
    const Mistake mistake = GENERATE(values<Mistake>({
        {"summit.toml", "time_zone = \"Europe/Paris\"", "time_zone = \"Paris\"",
         "summit.toml:6: time_zone: \"Paris\" is no time zone; write one such as Asia/Shanghai\n"},
        {"summit.toml", "+02:00", "2h", "summit.toml:7: utc_offset: \"2h\" is no offset; write one such as +08:00\n"},
        {"summit.toml", "2024-10-10 13:00:00", "2024-10-08 13:00:00",
         "summit.toml:9: ends: the summit ends before it starts; check both dates\n"},
        {"summit.toml", "starts = 2024-10-09 13:00:00", "starts = \"9 October\"",
         "summit.toml:8: starts: \"9 October\" is no time of this summit; write 2023-05-29 10:50\n"},
        {"summit.toml", "[\"fr\", \"en\"]", "[\"french\", \"en\"]",
         "summit.toml:10: languages: \"french\" is no language; write a tag such as en or zh\n"},
        {"summit.toml", "venue =", "venu =", "summit.toml:5: venu: is not known here; did you mean venue?\n"},
        {"summit.toml", "languages =",
         "categories = [\"delegate\", \"speaker\", \"staff\", \"vip\", \"press\", \"king\"]\nlanguages =",
         "summit.toml:10: categories: \"king\" is not one of delegate, speaker, vip, press, staff, crew, interpreter, "
         "exhibitor, guest\n"},
        {"places.toml", "capacity = 12", "capacity = -3",
         "places.toml:10: capacity: -3 is negative; write a number from 1, or delete the line\n"},
        {"places.toml", "capacity = 12", "capacity = \"many\"",
         "places.toml:10: capacity: is a text; write a whole number\n"},
        {"places.toml", "parent = \"maison\"", "parent = \"mason\"",
         "places.toml:6: parent: there is no place \"mason\"; correct it or add a [[place]] to places.toml\n"},
        {"places.toml", "capacity = 12", "overflow = \"salon\"",
         "places.toml:6: overflow: a place cannot be its own overflow\n"},
        {"places.toml", "kind = \"table\"", "kind = \"chair\"",
         "places.toml:19: kind: \"chair\" is not one of site, hall, room, table\n"},
        {"places.toml", "name.en = \"River room\"", "name.cn = \"River room\"",
         "places.toml:12: name.cn: \"cn\" is no language; write a tag such as en or zh\n"},
        {"programme.toml", "id = \"meeting-1\"", "id = \"meeting 1\"",
         "programme.toml:18: id: \"meeting 1\" is no id; use up to 64 of the characters A-Z a-z 0-9 . _ -\n"},
        {"programme.toml", "place = \"table-1\"", "",
         "programme.toml:17: place: is missing; a session of no forum needs a place\n"},
        {"programme.toml", "forum = \"filtration\"", "forum = \"flotation\"",
         "programme.toml:7: forum: there is no forum \"flotation\"; correct it or add a [[forum]]\n"},
        {"programme.toml", "2024-10-09 14:00", "2024-10-09 25:00",
         "programme.toml:11: starts: \"2024-10-09 25:00\" is no time of this summit; write 2023-05-29 10:50\n"},
        {"programme.toml", "2024-10-09 14:00", "2024-10-08 14:00",
         "programme.toml:7: starts: the session starts before the summit does; check it and summit.toml\n"},
        {"programme.toml", "2024-10-10 09:20", "2024-10-11 09:20",
         "programme.toml:17: ends: the session ends after the summit; check it and summit.toml\n"},
        {"programme.toml", "2024-10-10 09:20", "2024-10-10 09:00",
         "programme.toml:17: ends: the session ends before it starts; check both times\n"},
        {"programme.toml", "id = \"meeting-1\"", "id = \"day-1\"",
         "programme.toml:17: id: \"day-1\" is already used in line 7; give each its own id\n"},
        {"programme.toml", "languages = [\"fr\"]", "languages = [\"fr\", 7]",
         "programme.toml:15: languages: holds a whole number; write a list of texts\n"},
        {"checkpoints.toml", "place = \"salon\"", "place = \"table-1\"",
         "checkpoints.toml:1: forum_only: no forum takes place at \"table-1\"; correct the place or delete the line\n"},
        {"checkpoints.toml", "forum_only = true", "forum_only = \"yes\"",
         "checkpoints.toml:4: forum_only: is a text; write true or false\n"},
        {"checkpoints.toml", "from = \"door\"", "from = \"dor\"",
         "checkpoints.toml:8: from: there is no checkpoint \"dor\"; correct it or add a [[checkpoint]]\n"},
        {"checkpoints.toml", "arrow = \"ahead\"", "arrow = \"forward\"",
         "checkpoints.toml:13: arrow: \"forward\" is not one of none, left, right, ahead, back, up, down\n"},
        {"checkpoints.toml", "[[hint]]", "[[hnt]]",
         "checkpoints.toml:8: hnt: is not known in this file; did you mean [[hint]]?\n"},
        {"people.csv", "0002,", "0001,",
         "people.csv:3: id: \"0001\" is already used in line 2; give each person their own id\n"},
        {"people.csv", "0002,", ",", "people.csv:3: id: is empty; give each person an id that stays, such as 0001\n"},
        {"people.csv", "speaker,fr,filtration", "speaker,fr,flotation",
         "people.csv:2: forums: there is no forum \"flotation\"; correct it or add it to programme.toml\n"},
        {"people.csv", "speaker,fr", "orator,fr",
         "people.csv:2: category: \"orator\" is not one of delegate, speaker, vip, press, staff, crew, interpreter, "
         "exhibitor, guest\n"},
        {"people.csv", "speaker,fr", "speaker,fra nce",
         "people.csv:2: language: what stands here is no language; write a tag such as en or zh\n"},
        {"people.csv", "Maëlle Quérillac", "",
         "people.csv:2: native_name: is empty; write the name as its owner writes it\n"},
        {"people.csv", "Maëlle Quérillac", "Ma\x01lle",
         "people.csv:2: native_name: contains a control character; delete it\n"},
        {"people.csv", "id,native_name", "native_id,native_name",
         "people.csv:1: id: this column is missing; give each person an id that stays\n"},
        {"people.csv", "native_language", "native_name", "people.csv:1: native_name: this column is there twice\n"},
    }));
    Folder folder;
    folder.replace(mistake.file, mistake.before, mistake.after);
    INFO(mistake.file << ": " << mistake.after);
    CHECK(mistakes(folder) == mistake.sentence);
}

TEST_CASE("a forum without a place is named, and so is the door that asks for it") {
    Folder folder;
    folder.replace("programme.toml", "place = \"salon\"", "");
    CHECK(mistakes(folder) ==
          "checkpoints.toml:1: forum_only: no forum takes place at \"salon\"; correct the place or delete the line\n"
          "programme.toml:1: place: is missing; add it\n");
}

TEST_CASE("a ring of parents is named at each place of it") {
    Folder folder;
    folder.replace("places.toml", "kind = \"site\"", "kind = \"site\"\nparent = \"table-1\"");
    CHECK(mistakes(folder) ==
          "places.toml:1: parent: the parents of \"maison\" go round in a ring; one of them must be a site\n"
          "places.toml:7: parent: the parents of \"salon\" go round in a ring; one of them must be a site\n"
          "places.toml:17: parent: the parents of \"table-1\" go round in a ring; one of them must be a site\n");
}

TEST_CASE("people's times, countries, delegations, codes and rounded numbers are checked") {
    Folder folder;
    folder.write("people.csv", "id,native_name,country,delegation,admitted_from,admitted_until,code\n"
                               "0001,A,UK1,,,,T1\n"
                               "0002,B,FR,rhone,,,\n"
                               "0003,C,FR,,2024-10-09 10:00,2024-10-09 09:00,T1\n"
                               "0004,D,FR,,10:00,,1.23E+18\n");
    CHECK(
        mistakes(folder) ==
        "people.csv:2: country: \"UK1\" is no country code; write two capital letters, such as CN or DE\n"
        "people.csv:3: delegation: there is no delegation \"rhone\"; correct it or add it to delegations.toml\n"
        "people.csv:4: admitted_until: is not after admitted_from; check both times\n"
        "people.csv:4: code: is the same as in line 2; a code belongs to one person\n"
        "people.csv:5: admitted_from: \"10:00\" is no time of this summit; write 2023-05-29 10:50\n"
        "people.csv:5: code: is a number that a spreadsheet rounded; format the column as text and fill it in again\n");
}

TEST_CASE("a delegation's focal point must be somebody") {
    Folder folder;
    folder.write("delegations.toml", "[[delegation]]\nid = \"rhone\"\nname = \"Rhône\"\nfocal_point = \"0099\"\n");
    CHECK(mistakes(folder) ==
          "delegations.toml:1: focal_point: nobody has the id \"0099\"; correct it or add the person\n");
}

TEST_CASE("a category that the summit does not use is named") {
    Folder folder;
    folder.append("summit.toml", "categories = [\"delegate\", \"speaker\", \"staff\", \"vip\"]\n");
    CHECK(mistakes(folder) == "people.csv:11: category: \"press\" is not among the categories of summit.toml; add it "
                              "there or change it here\n");
}

TEST_CASE("the mistakes of all files are told at once, by file and line") {
    Folder folder;
    folder.replace("places.toml", "capacity = 12", "capacity = -3");
    folder.replace("programme.toml", "forum = \"filtration\"", "forum = \"flotation\"");
    folder.replace("checkpoints.toml", "from = \"door\"", "from = \"dor\"");
    folder.replace("people.csv", "speaker,fr", "orator,fr");
    folder.replace("people.csv", "staff,fr", "stuff,fr");
    const auto reading = inspect_summit(folder.path());
    CHECK_FALSE(reading.usable());
    std::string places;
    for (const Problem& problem : reading.problems) places += problem.file + ":" + std::to_string(problem.line) + " ";
    CHECK(places == "checkpoints.toml:8 people.csv:2 people.csv:3 places.toml:10 programme.toml:7 ");
    const auto files = read_summit(folder.path());
    REQUIRE_FALSE(files);
    CHECK(files.error().kind == FaultKind::bad_input);
    CHECK(files.error().detail + "\n" == sentences(reading));
}

TEST_CASE("no sentence repeats what may be a person's name") {
    Folder folder;
    folder.write("people.csv", "id,category,native_name,language,country\nIlse Quarnheim,Ilse Quarnheim,0001,Ilse "
                               "Quarnheim,Ilse Quarnheim\n");
    CHECK(mistakes(folder).find("Quarnheim") == std::string::npos);
    CHECK(mistakes(folder).find("people.csv:2: id: what stands here is no id") != std::string::npos);
}

TEST_CASE("what is odd but usable is a warning") {
    Folder folder;
    folder.replace("programme.toml", "title.en = \"Meeting\"", "");
    folder.replace("people.csv", "Lu Yunlan", "");
    folder.replace("people.csv", "0003,Ilse Quarnheim,de,,Quellmoor Wasser,,en",
                   "0003,Ilse\xEF\xBF\xBDQ,de,,Quellmoor Wasser,,ru");
    folder.replace("people.csv", ",language,", ",language,");
    folder.replace("people.csv", "organisation", "organization");
    CHECK(mistakes(folder).empty());
    CHECK(warnings(folder) ==
          "people.csv:1: organization: this column is not known and is ignored; did you mean organisation?\n"
          "people.csv:4: language: the summit's screens do not speak \"ru\"; they show the default\n"
          "people.csv:4: native_name: has a character that no font can show; type it again\n"
          "people.csv:4: latin_name: is empty; staff who do not read the native script cannot find this person\n"
          "people.csv:5: latin_name: is empty; staff who do not read the native script cannot find this person\n"
          "programme.toml:17: title: has no text in \"en\"; guests who chose it see another language\n");
}

TEST_CASE("two forums in one room and two sessions at one time are worth a warning") {
    Folder folder;
    folder.append("programme.toml", "[[forum]]\nid = \"second\"\nname = \"2\"\nplace = \"salon\"\n"
                                    "[[session]]\nid = \"second-1\"\nforum = \"second\"\ntitle = \"2\"\n"
                                    "starts = \"2024-10-09 16:00\"\nends = \"2024-10-09 18:00\"\n");
    CHECK(mistakes(folder).empty());
    CHECK(warnings(folder) ==
          "programme.toml:25: place: is also the place of \"filtration\"; its door asks for that forum\n"
          "programme.toml:29: starts: overlaps \"day-1\" in the same place\n");
}
