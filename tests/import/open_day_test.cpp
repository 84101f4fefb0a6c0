// The demo's summit is data that the demo's story depends on: these hold the two together.
#include <set>

#include "sync/import/readers.h"
#include "sync/import/text_file.h"
#include "tests/catch.h"
#include "tests/import/doors.h"

using namespace foyer;

namespace {

const std::filesystem::path summits = std::filesystem::path{FOYER_SOURCE_DIR} / "assets/summits";

const SummitFiles& open_day() {
    static const auto files = read_summit(summits / "open-day");
    if (!files) FAIL(files.error().detail);
    return *files;
}

Instant at(const char* time) { return *parse_instant(time, calendar_of(*open_day().summit)); }

std::set<std::string> scripts_of(std::string_view name) {
    std::set<std::string> scripts;
    while (!name.empty()) {
        const char32_t c = next_code_point(name);
        if (c >= 0x4E00 && c < 0xA000) scripts.insert("Han");
        if (c >= 0xAC00 && c < 0xD7B0) scripts.insert("Hangul");
        if (c >= 0x400 && c < 0x530) scripts.insert("Cyrillic");
        if (c >= 0x600 && c < 0x700) scripts.insert("Arabic");
        if ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') scripts.insert("Latin");
    }
    return scripts;
}

} // namespace

TEST_CASE("the open day has 600 people, numbered without a gap, and nothing to warn of") {
    const auto& people = open_day().people;
    REQUIRE(people.size() == 600);
    for (std::size_t i = 0; i < people.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        CHECK(people[i].attendee.id.text == std::string(4 - number.size(), '0') + number);
    }
    for (const Problem& warning : open_day().warnings) FAIL_CHECK(warning.sentence());
}

TEST_CASE("the open day's names come in five scripts, and each can be read in Latin letters") {
    std::map<std::string, int> people_by_script;
    for (const RosterRow& row : open_day().people) {
        for (const std::string& script : scripts_of(row.person.native_name)) ++people_by_script[script];
        CHECK(scripts_of(row.person.latin_name) == std::set<std::string>{"Latin"});
    }
    for (const char* script : {"Han", "Hangul", "Cyrillic", "Arabic", "Latin"}) CHECK(people_by_script[script] >= 20);
}

TEST_CASE("every text that a guest of the open day may read is there in all four languages") {
    const Programme programme = to_programme(open_day());
    const auto four = [](const Wording& wording, const std::string& id) {
        INFO(id);
        for (const char* language : {"en", "zh", "fr", "de"}) CHECK(wording.by_language.contains(language));
    };
    four(programme.summit.name, "summit");
    four(programme.summit.venue, "summit");
    for (const auto& place : programme.places) four(place.name, place.id.text);
    for (const auto& forum : programme.forums) {
        four(forum.name, forum.id.text);
        four(forum.short_name, forum.id.text);
        four(forum.host, forum.id.text);
    }
    for (const auto& session : programme.sessions) four(session.title, session.id.text);
    for (const auto& checkpoint : programme.checkpoints) four(checkpoint.name, checkpoint.id.text);
    for (const auto& hint : programme.hints) four(hint.words, hint.from.text + " to " + hint.to.text);
    for (const auto& delegation : programme.delegations) four(delegation.name, delegation.id.text);
}

TEST_CASE("each of the five sub-forums has its own room, a host and about three sessions from 10:50 to 12:00") {
    const Programme programme = to_programme(open_day());
    REQUIRE(programme.forums.size() == 5);
    std::set<PlaceId> rooms;
    for (const Forum& forum : programme.forums) {
        rooms.insert(forum.place);
        std::vector<Session> sessions;
        for (const Session& session : programme.sessions)
            if (session.forum == forum.id) sessions.push_back(session);
        REQUIRE(sessions.size() >= 3);
        CHECK(sessions.front().starts == at("10:50"));
        CHECK(sessions.back().ends == at("12:00"));
        CHECK(programme.place(forum.place)->capacity.has_value());
        CHECK(programme.place(forum.place)->overflow == PlaceId{"2.06"});
    }
    CHECK(rooms.size() == 5);
}

TEST_CASE("a way is described from every checkpoint to every room of the forums, the help desk and the plenary hall") {
    const Programme programme = to_programme(open_day());
    for (const Checkpoint& checkpoint : programme.checkpoints) {
        if (checkpoint.mode == Mode::sign || checkpoint.mode == Mode::desk) continue; // no guest reads it
        for (const char* to : {"2.01", "2.02", "2.03", "2.04", "2.05", "2.06", "help-desk", "plenary"}) {
            INFO(checkpoint.id.text << " to " << to);
            CHECK((programme.hint(checkpoint.id, PlaceId{to}) != nullptr) != (checkpoint.place == PlaceId{to}));
        }
    }
}

TEST_CASE("the materials room has exactly as many seats as people who chose its forum") {
    const Programme programme = to_programme(open_day());
    const auto chose_it = [](const RosterRow& row) {
        return std::ranges::count(row.attendee.forums, ForumId{"materials"}) > 0;
    };
    CHECK(std::ranges::count_if(open_day().people, chose_it) == *programme.place(PlaceId{"2.04"})->capacity);
    for (const Forum& forum : programme.forums) {
        const auto chose = [&](const RosterRow& row) { return std::ranges::count(row.attendee.forums, forum.id) > 0; };
        CHECK(std::ranges::count_if(open_day().people, chose) <= *programme.place(forum.place)->capacity);
    }
}

TEST_CASE("at the door of materials at 10:52 the roster has guests for each of the eight verdicts of the demo") {
    Doors doors(open_day());
    const Checkpoint door = *doors.programme().checkpoint(CheckpointId{"materials"});
    std::map<Reason, int> guests;
    for (const RosterRow& row : open_day().people)
        ++guests[admit(doors.code_of(row.attendee.id), doors, door, at("10:52")).reason];
    CHECK(guests[Reason::welcome] >= 90);
    CHECK(guests[Reason::wrong_room] >= 50);
    CHECK(guests[Reason::room_full] >= 20);
    CHECK(guests[Reason::not_yet_open] >= 5);

    const RosterRow& guest = *std::ranges::find_if(open_day().people, [](const RosterRow& row) {
        return row.attendee.category == Category::delegate &&
               std::ranges::count(row.attendee.forums, ForumId{"materials"});
    });
    doors.enter(guest.attendee.id, door.place, at("10:51"));
    CHECK(admit(doors.code_of(guest.attendee.id), doors, door, at("10:52")).reason == Reason::again);
    doors.replace_badge(guest.attendee.id);
    CHECK(admit(doors.code_of(guest.attendee.id), doors, door, at("10:52")).reason == Reason::outdated_badge);
    CHECK(admit({Presented::Form::forged, "?"}, doors, door, at("10:52")).reason == Reason::forged);
    CHECK(admit({Presented::Form::foreign, "?"}, doors, door, at("10:52")).reason == Reason::not_ours);
}

TEST_CASE("a guest without a forum is sent from the full materials room to the overflow room") {
    Doors doors(open_day());
    const Checkpoint door = *doors.programme().checkpoint(CheckpointId{"materials"});
    const RosterRow& guest = *std::ranges::find_if(open_day().people, [](const RosterRow& row) {
        return row.attendee.category == Category::delegate && row.attendee.forums.empty();
    });
    const Verdict verdict = admit(doors.code_of(guest.attendee.id), doors, door, at("10:52"));
    CHECK(verdict.kind == VerdictKind::full);
    CHECK(verdict.go_to == PlaceId{"2.06"});
    CHECK(admit(doors.code_of(guest.attendee.id), doors, *doors.programme().checkpoint(CheckpointId{"entrance"}),
                at("08:20"))
              .kind == VerdictKind::admitted);
}

TEST_CASE("nobody of the open day can be reached: mail and telephone lead nowhere") {
    for (const RosterRow& row : open_day().people) {
        CHECK(row.contact.email.ends_with("@example.org"));
        CHECK(row.contact.phone.starts_with("+999 "));
    }
}

TEST_CASE("the small summit has two days, two languages and a dozen people") {
    const auto files = read_summit(summits / "small");
    REQUIRE(files);
    CHECK(files->people.size() == 12);
    CHECK(files->summit->ends - files->summit->starts == std::chrono::hours{24});
    CHECK(files->summit->languages == std::vector<Language>{"fr", "en"});
    CHECK(files->warnings.empty());
}
