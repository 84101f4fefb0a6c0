#include "sync/import/drafts.h"

#include <algorithm>

#include "sync/crypto/crypto.h"
#include "sync/crypto/password.h"
#include "sync/crypto/second_factor.h"
#include "tests/import/folder.h"

using namespace foyer;

namespace {

const Bytes key(32, 7);
const Instant now{std::chrono::hours{24 * 365 * 54}};

// A mint that never gives the same code twice, and counts.
struct CountingMint {
    int minted = 0;
    Mint mint = [this](BadgeKind) { return "CODE" + std::to_string(++minted); };
};

// What a node would know after it had appended the drafts: the fold of an import, in memory.
void apply(const Import& import, Known& known) {
    const auto put = [](auto& list, const auto& value, auto same) {
        const auto found = std::ranges::find_if(list, same);
        found == list.end() ? list.push_back(value) : void(*found = value);
    };
    const auto by_id = [&](auto& list, const auto& value) {
        put(list, value, [&](const auto& other) { return other.id == value.id; });
    };
    Programme& programme = known.programme;
    for (const Draft& draft : import.drafts) {
        const AttendeeId who{draft.subject.id};
        if (const auto* v = std::get_if<Summit>(&draft.payload)) programme.summit = *v;
        if (const auto* v = std::get_if<Place>(&draft.payload)) by_id(programme.places, *v);
        if (const auto* v = std::get_if<Forum>(&draft.payload)) by_id(programme.forums, *v);
        if (const auto* v = std::get_if<Session>(&draft.payload)) by_id(programme.sessions, *v);
        if (const auto* v = std::get_if<Checkpoint>(&draft.payload)) by_id(programme.checkpoints, *v);
        if (const auto* v = std::get_if<Delegation>(&draft.payload)) by_id(programme.delegations, *v);
        if (const auto* v = std::get_if<Meeting>(&draft.payload)) by_id(known.meetings, *v);
        if (const auto* v = std::get_if<Hint>(&draft.payload))
            put(programme.hints, *v, [&](const Hint& other) { return other.from == v->from && other.to == v->to; });
        if (const auto* v = std::get_if<Attendee>(&draft.payload)) known.people[who].attendee = *v;
        if (const auto* v = std::get_if<Person>(&draft.payload)) known.people[who].person = *v;
        if (const auto* v = std::get_if<Contact>(&draft.payload)) known.people[who].contact = *v;
        if (const auto* v = std::get_if<Note>(&draft.payload)) known.people[who].note = *v;
        if (const auto* v = std::get_if<BadgeIssued>(&draft.payload))
            known.badges[BadgeId{draft.subject.id}] = v->attendee;
    }
}

Import import(const Folder& folder, const Known& known, const Mint& mint, const char* file = "") {
    const auto files = read_summit(folder.path() / file, known);
    if (!files) FAIL(files.error().detail);
    return to_drafts(*files, known, mint, key, now);
}

struct Imported {
    Folder folder;
    Known known;
    CountingMint codes;
    Import first;
    explicit Imported(const char* summit = "small") : folder(summit) {
        known.programme.summit.id = *SummitId::from(Bytes(16, 3));
        first = import(folder, known, codes.mint);
        apply(first, known);
    }
    Import again(const char* file = "") { return import(folder, known, codes.mint, file); }
};

} // namespace

TEST_CASE("what a summit's files say becomes facts that a node can store and read back") {
    const char* summit = GENERATE("small", "open-day");
    Imported summit_day(summit);
    CHECK(summit_day.first.errors.empty());
    for (const Draft& draft : summit_day.first.drafts) {
        const auto back = decode_payload(kind_of(draft.payload), encode(draft.payload));
        REQUIRE(back);
        CHECK(*back == draft.payload);
        CHECK(draft.happened == now);
        CHECK(draft.subject.id.size() <= 128);
    }
    const auto files = read_summit(summits_folder / summit);
    REQUIRE(files);
    Programme expected = to_programme(*files);
    expected.summit.id = summit_day.known.programme.summit.id;
    Programme& known = summit_day.known.programme;
    std::ranges::stable_sort(known.sessions, [](const Session& a, const Session& b) {
        return std::tie(a.starts, a.place) < std::tie(b.starts, b.place);
    });
    CHECK(known == expected);
    REQUIRE(summit_day.known.people.size() == files->people.size());
    for (const RosterRow& row : files->people) {
        const Known::Individual& person = summit_day.known.people.at(row.attendee.id);
        Person named = person.person; // what the file says of them is all that is hashed
        named.proof.clear();
        CHECK((person.attendee == row.attendee && named == row.person));
        CHECK((person.contact == row.contact && person.note == row.note));
    }
}

TEST_CASE("everybody gets one invitation, known by the keyed hash of its code, and the code is for staff only") {
    Imported summit;
    CHECK(summit.codes.minted == 12);
    int issued = 0, codes = 0;
    for (const Draft& draft : summit.first.drafts) {
        if (const auto* badge = std::get_if<BadgeIssued>(&draft.payload)) {
            ++issued;
            CHECK(draft.subject == Subject{SubjectKind::badge, badge_id_of(badge->code).text});
            CHECK(draft.subject.id.size() == 16);
            CHECK(badge->kind == BadgeKind::invitation);
        }
        if (const auto* code = std::get_if<BadgeCode>(&draft.payload)) {
            ++codes;
            CHECK(draft.subject.id == badge_id_of(code_hash(key, code->code)).text);
            CHECK(audience_of(draft.payload) == Audience::staff);
        }
    }
    CHECK(issued == 12);
    CHECK(codes == 12);
}

TEST_CASE("importing the same files again changes nothing") {
    const char* name = GENERATE("small", "open-day");
    Imported summit(name);
    const Import again = summit.again();
    CHECK(again.drafts.empty());
    CHECK(again.notices.empty());
    CHECK(again.people.unchanged == summit.first.people.added);
    CHECK(again.places.unchanged == summit.first.places.added);
    CHECK(again.hints.unchanged == summit.first.hints.added);
    CHECK(summit.again("people.csv").drafts.empty());
}

TEST_CASE("a changed value becomes one fact, and people keep their codes") {
    Imported summit;
    summit.folder.replace("people.csv", "Syndicat des rives,staff", "Syndicat des rives,crew");
    summit.folder.replace("places.toml", "capacity = 12", "capacity = 14");
    const Import again = summit.again();
    REQUIRE(again.drafts.size() == 2);
    CHECK(std::get<Place>(again.drafts[0].payload).capacity == 14);
    CHECK(std::get<Attendee>(again.drafts[1].payload).category == Category::crew);
    CHECK(again.people == Tally{0, 1, 11, 0});
    CHECK(again.places == Tally{0, 1, 2, 0});
    CHECK(summit.codes.minted == 12);
}

TEST_CASE("who or what is missing from new files is left alone and told") {
    Imported summit;
    std::string people = summit.folder.text("people.csv");
    people.resize(people.rfind("0012,"));
    summit.folder.write("people.csv", people);
    summit.folder.replace("checkpoints.toml", "[[hint]]\nfrom = \"door\"\nto = \"table-1\"",
                          "[[hint]]\nfrom = \"door\"\nto = \"maison\"");
    const Import again = summit.again();
    CHECK(again.people == Tally{0, 0, 11, 1});
    CHECK(again.hints == Tally{1, 0, 0, 1});
    REQUIRE(again.notices.size() == 2);
    CHECK(again.notices[0].sentence() ==
          "checkpoints.toml: \"door/table-1\" is known, but not in the file: left alone");
    CHECK(again.notices[1].sentence() == "people.csv: \"0012\" is known, but not in the file: left alone");
    CHECK(again.drafts.size() == 1);
}

TEST_CASE("a column that is not there leaves what is known alone, an empty cell empties it") {
    Imported summit;
    summit.folder.write("people.csv", "id,seat\n0003,A-31\n");
    const Import seated = summit.again("people.csv");
    REQUIRE(seated.drafts.size() == 1);
    Attendee expected = summit.known.people.at(AttendeeId{"0003"}).attendee;
    expected.seat = "A-31";
    CHECK(std::get<Attendee>(seated.drafts[0].payload) == expected);
    apply(seated, summit.known);
    summit.folder.write("people.csv", "id,seat,forums\n0003,,\n");
    expected.seat = "";
    expected.forums = {};
    const Import emptied = summit.again("people.csv");
    REQUIRE(emptied.drafts.size() == 1);
    CHECK(std::get<Attendee>(emptied.drafts[0].payload) == expected);
}

TEST_CASE("a new person needs a name") {
    Imported summit;
    summit.folder.write("people.csv", "id,seat\n0013,A-31\n");
    const Import import = summit.again("people.csv");
    REQUIRE(import.errors.size() == 1);
    CHECK(import.errors[0].sentence() ==
          "people.csv:2: native_name: is missing, and this person is new; add the column");
}

TEST_CASE("somebody withdrawn stays withdrawn, whatever a file says") {
    Imported summit;
    summit.known.people.at(AttendeeId{"0003"}).attendee.withdrawn = true;
    CHECK(summit.again().drafts.empty());
    summit.folder.replace("people.csv", "0003,Ilse Quarnheim,de,,Quellmoor Wasser",
                          "0003,Ilse Quarnheim,de,,Quellmoor");
    const Import again = summit.again();
    REQUIRE(again.drafts.size() == 1);
    CHECK(std::get<Attendee>(again.drafts[0].payload).withdrawn);
}

TEST_CASE("a ticket's own code is issued instead of a fresh one, once, and belongs to one person") {
    Imported summit;
    summit.folder.write("people.csv", "id,native_name,code\n0013,A,ticket-1\n0014,B,\n");
    const Import first = summit.again("people.csv");
    CHECK(summit.codes.minted == 13);
    const BadgeId ticket = badge_id_of(code_hash(key, "ticket-1"));
    const auto is_ticket = [&](const Draft& draft) {
        return draft.subject == Subject{SubjectKind::badge, ticket.text};
    };
    CHECK(std::ranges::count_if(first.drafts, is_ticket) == 2);
    apply(first, summit.known);
    CHECK(summit.again("people.csv").drafts.empty());
    summit.folder.write("people.csv", "id,native_name,code\n0014,B,ticket-1\n");
    const Import stolen = summit.again("people.csv");
    REQUIRE(stolen.errors.size() == 1);
    CHECK(stolen.errors[0].sentence() ==
          "people.csv:2: code: belongs to \"0013\" already; a code belongs to one person");
}

TEST_CASE("a summit without people says nothing of those who are known") {
    Imported summit;
    std::filesystem::remove(summit.folder.path() / "people.csv");
    const Import again = summit.again();
    CHECK(again.drafts.empty());
    CHECK(again.people == Tally{});
}

TEST_CASE("what a guest without a code must know is kept as a hash of that guest alone, and follows the contact") {
    Imported summit_day;
    const Folder& folder = summit_day.folder;
    folder.append("summit.toml", "\nsecond_factor = \"phone_end\"\n");
    folder.write("people.csv", "id,native_name,phone,email\n0001,Anna Dorn,+49 30 4711,\n0002,Jan Dorn,030-4711,\n"
                               "0003,Eva Dorn,47,Eva@Example.org\n");
    apply(summit_day.again(), summit_day.known);
    auto& people = summit_day.known.people;
    const auto proof = [&](const char* id) { return people[AttendeeId{id}].person.proof; };
    CHECK(proof("0001") == second_factor_hash(key, {"0001"}, SecondFactor::phone_end, "4711"));
    CHECK(proof("0002") != proof("0001"));
    CHECK(proof("0003").empty()); // too short to say anything
    CHECK(summit_day.again().drafts.empty());

    folder.write("phones.csv", "id,phone\n0001,+49 30 0815\n");
    apply(summit_day.again("phones.csv"), summit_day.known);
    CHECK(proof("0001") == second_factor_hash(key, {"0001"}, SecondFactor::phone_end, "0815"));

    folder.replace("summit.toml", "phone_end", "email");
    apply(summit_day.again(), summit_day.known);
    CHECK(proof("0003") == second_factor_hash(key, {"0003"}, SecondFactor::email, "eva@example.org "));
    CHECK(proof("0001").empty());
}

TEST_CASE("how a category is greeted, who is discreet, short names and names of countries come from the files") {
    Imported summit_day;
    const Folder& folder = summit_day.folder;
    folder.append("summit.toml", "\ndiscreet = [\"vip\"]\ngreet_by_short_name = [\"speaker\"]\n"
                                 "greet_without_name = [\"press\", \"vip\"]\ncountries.TR = \"Türkiye\"\n");
    folder.append("checkpoints.toml", "\n[[checkpoint]]\nid = \"protocol\"\nplace = \"salon\"\nname = \"Protocol\"\n"
                                      "mode = \"desk\"\nprotocol = true\n");
    folder.write("people.csv", "id,native_name,short_name\n0001,Anna Dorn,Frau Dorn\n");
    apply(summit_day.again(), summit_day.known);
    const Summit& summit = summit_day.known.programme.summit;
    CHECK(summit.discreet.contains(Category::vip));
    CHECK_FALSE(summit.discreet.contains(Category::press));
    CHECK(summit.greeted_short.contains(Category::speaker));
    CHECK(summit.greeted_unnamed.contains(Category::press));
    REQUIRE(summit.regions.size() == 1);
    CHECK(summit.regions.front().code == "TR");
    CHECK(summit.regions.front().name.in("de") == "Türkiye");
    CHECK(summit_day.known.programme.checkpoint({"protocol"})->protocol);
    CHECK(summit_day.known.people[AttendeeId{"0001"}].person.short_name == "Frau Dorn");
    CHECK(summit_day.again().drafts.empty());
}

TEST_CASE("a PIN is kept as a slow hash, made anew only when it is another one") {
    Imported summit_day;
    const Folder& folder = summit_day.folder;
    folder.append("summit.toml", "\nunlock = \"badge\"\nwalk_ins = \"supervisor\"\n");
    folder.write("people.csv", "id,native_name,role,pin\n0001,Anna Dorn,supervisor,471108\n0002,Jan Dorn,,\n");
    apply(summit_day.again(), summit_day.known);
    CHECK(summit_day.known.programme.summit.unlock == StaffUnlock::by_badge);
    CHECK(summit_day.known.programme.summit.walk_ins == WalkIns::supervisor);
    const auto& anna = summit_day.known.people[AttendeeId{"0001"}];
    CHECK(anna.attendee.role == StaffRole::supervisor);
    CHECK(password_fits("471108", anna.person.pin));
    CHECK(summit_day.known.people[AttendeeId{"0002"}].person.pin.empty());
    CHECK(summit_day.again().drafts.empty());
    folder.write("seats.csv", "id,seat\n0001,A-01\n");
    apply(summit_day.again("seats.csv"), summit_day.known);
    CHECK(password_fits("471108", anna.person.pin));
    folder.replace("people.csv", "471108", "080815");
    apply(summit_day.again(), summit_day.known);
    CHECK(password_fits("080815", summit_day.known.people[AttendeeId{"0001"}].person.pin));
}

TEST_CASE("a PIN that is not six digits, a role that there is none of, and one without the other are told") {
    Imported summit_day;
    const Folder& folder = summit_day.folder;
    folder.write("people.csv", "id,native_name,role,pin\n0001,Anna,supervisor,4711\n0002,Jan,boss,123456\n"
                               "0003,Eva,steward,\n");
    const auto wrong = mistakes(folder);
    CHECK(wrong.find("is not six digits") != std::string::npos);
    CHECK(wrong.find("4711") == std::string::npos); // nobody reads it in a log
    CHECK(wrong.find("steward, supervisor, admin") != std::string::npos);
    CHECK(warnings(folder).find("of no use without a PIN") != std::string::npos);
}

TEST_CASE("badges that unlock terminals without an admin among the people are warned of") {
    Imported summit_day;
    const Folder& folder = summit_day.folder;
    folder.append("summit.toml", "\nunlock = \"badge\"\n");
    folder.write("people.csv", "id,native_name,role,pin\n0001,Anna,supervisor,471108\n");
    CHECK(warnings(folder).find("nobody is an admin with a PIN") != std::string::npos);
    folder.replace("people.csv", "supervisor", "admin");
    CHECK(warnings(folder).find("nobody is an admin with a PIN") == std::string::npos);
}
