// meetings.csv: who meets whom, and every mistake in it with its line.
#include "sync/import/drafts.h"
#include "tests/import/folder.h"

namespace foyer {
namespace {

constexpr const char* header = "id,starts,ends,table,a,b,interpreter,languages\n";
constexpr const char* good = "m-1,2024-10-10 09:30,2024-10-10 09:50,table-1,0003,0009,0002,de;fr\n";

Import drafts_of(const SummitFiles& files, const Known& known) {
    return to_drafts(files, known, [](BadgeKind) { return std::string{"CODE"}; }, Bytes(32, 1), Instant{});
}

TEST_CASE("a meeting has its table, the two who meet, an interpreter and the languages") {
    Folder folder;
    folder.write("meetings.csv", std::string{header} + good);
    const auto reading = inspect_summit(folder.path());
    REQUIRE(sentences(reading) == "");
    CHECK(warnings(folder) == "");
    REQUIRE(reading.files.meetings.size() == 1);
    const Meeting& meeting = reading.files.meetings[0].value;
    CHECK(meeting.id == MeetingId{"m-1"});
    CHECK(meeting.table == PlaceId{"table-1"});
    CHECK(meeting.parties == std::vector<AttendeeId>{{"0003"}, {"0009"}});
    CHECK(meeting.interpreter == AttendeeId{"0002"});
    CHECK(meeting.languages == std::vector<Language>{"de", "fr"});
    CHECK(meeting.ends - meeting.starts == std::chrono::minutes{20});
}

TEST_CASE("each mistake of a meeting is told with its line and what to do") {
    struct Mistake {
        std::string row, sentence;
    };
    const auto mistake = GENERATE(values<Mistake>({
        {",2024-10-10 09:30,2024-10-10 09:50,table-1,0003,0009,,", "id: is empty; every meeting needs it"},
        {"m-1,9.30,2024-10-10 09:50,table-1,0003,0009,,",
         "starts: \"9.30\" is no time of this summit; write 2023-05-29 10:50"},
        {"m-1,2024-10-10 09:50,2024-10-10 09:30,table-1,0003,0009,,",
         "ends: the meeting ends before it starts; check both times"},
        {"m-1,2024-10-08 09:30,2024-10-08 09:50,table-1,0003,0009,,",
         "starts: the meeting starts before the summit does; check it and summit.toml"},
        {"m-1,2024-10-10 09:30,2024-10-10 09:50,table-7,0003,0009,,",
         "table: there is no place \"table-7\"; correct it or add a [[place]] of kind \"table\" to places.toml"},
        {"m-1,2024-10-10 09:30,2024-10-10 09:50,salon,0003,0009,,",
         "table: \"salon\" is no table; correct it, or write kind = \"table\" for it in places.toml"},
        {"m-1,2024-10-10 09:30,2024-10-10 09:50,table-1,0003,0099,,",
         "b: nobody has the id \"0099\"; correct it or add the person"},
        {"m-1,2024-10-10 09:30,2024-10-10 09:50,table-1,0003,0003,,",
         "b: is the same person as a; a meeting is of two"},
        {"m-1,2024-10-10 09:30,2024-10-10 09:50,table-1,0003,0009,0003,",
         "interpreter: is one of the two who meet; correct it or empty the cell"},
        {"m-1,2024-10-10 09:30,2024-10-10 09:50,table-1,0003,0009,,German please",
         "languages: what stands here is no language; write tags such as de;zh"},
    }));
    Folder folder;
    folder.write("meetings.csv", header + mistake.row + "\n");
    CHECK(mistakes(folder) == "meetings.csv:2: " + mistake.sentence + "\n");
}

TEST_CASE("one table, and one person, has one meeting at a time; what follows at once is none") {
    Folder folder;
    folder.write("meetings.csv", std::string{header} + good +
                                     "m-2,2024-10-10 09:50,2024-10-10 10:10,table-1,0004,0005,0002,\n"
                                     "m-3,2024-10-10 10:00,2024-10-10 10:20,table-1,0006,0005,0002,\n");
    CHECK(mistakes(folder) ==
          "meetings.csv:4: table: \"table-1\" has \"m-2\" (line 3) at that time; change one of the two\n"
          "meetings.csv:4: b: \"0005\" is in \"m-2\" (line 3) at that time; change one of the two\n"
          "meetings.csv:4: interpreter: \"0002\" is in \"m-2\" (line 3) at that time; change one of the two\n");
}

TEST_CASE("a column that meetings need is named when it is missing, and one that nobody knows is passed over") {
    Folder folder;
    folder.write("meetings.csv",
                 "id,starts,ends,table,a,inter preter\nm-1,2024-10-10 09:30,2024-10-10 09:50,table-1,3,\n");
    CHECK(mistakes(folder) == "meetings.csv:1: b: this column is missing; every meeting needs it\n");
    CHECK_THAT(warnings(folder), ContainsSubstring("meetings.csv:1: inter_preter: this column is not known and is "
                                                   "ignored; did you mean interpreter?"));
}

TEST_CASE("the list can be imported by itself, and again without a change; a meeting that was moved stays moved") {
    Folder folder;
    folder.write("meetings.csv", std::string{header} + good);
    const auto whole = read_summit(folder.path());
    REQUIRE(whole);
    Known known;
    known.programme = to_programme(*whole);
    for (const RosterRow& row : whole->people)
        known.people[row.attendee.id] = {row.attendee, row.person, row.contact, row.note};
    const auto alone = read_summit(folder.path() / "meetings.csv", known);
    REQUIRE(alone);
    const Import first = drafts_of(*alone, known);
    CHECK(first.meetings == Tally{1, 0, 0, 0});
    REQUIRE(first.drafts.size() == 1);
    CHECK(first.drafts[0].subject == Subject{SubjectKind::meeting, "m-1"});
    known.meetings = {whole->meetings[0].value};
    CHECK(drafts_of(*alone, known).drafts.empty());
}

TEST_CASE("a summit says after how many minutes staff hear of who is missing, and the table is given back") {
    Folder folder;
    const auto minutes = [](int count) { return Milliseconds{std::chrono::minutes{count}}; };
    CHECK(read_summit(folder.path())->summit->no_show == minutes(5));
    CHECK(read_summit(folder.path())->summit->release_after == minutes(15));
    folder.append("summit.toml", "no_show_minutes = 3\nrelease_minutes = 0\n");
    CHECK(read_summit(folder.path())->summit->no_show == minutes(3));
    CHECK(read_summit(folder.path())->summit->release_after == minutes(0));
}

} // namespace
} // namespace foyer
