// Exits at the end of a room's sessions, which nobody sees: assumed, once, by one terminal.
#include "kiosk/terminal/exits.h"

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

namespace foyer::test {
namespace {

constexpr Milliseconds minute{60'000};

// A room whose session runs from 20 minutes before noon to 20 after it, with two guests inside.
class Room {
public:
    Room() : ledger(Ledger::create_summit(folder.path, "Room 2.04", [this] { return noon() + past; }).value()) {
        append(tiny_summit(ledger->summit_id(), ledger->identity().code_key, 3));
        Checkpoint door{{"door"}, words("Door"), {"2.04"}};
        door.mode = Mode::room;
        append({{{SubjectKind::checkpoint, "door"}, door, noon()}});
        plan("talk", -20, 20);
        append({entered("0001"), entered("0002")});
    }
    void append(const std::vector<Draft>& drafts) { (void)ledger->append(drafts).value(); }
    void plan(const char* id, int from, int to) {
        Session session;
        session.id = {id};
        session.place = {"2.04"};
        session.title = words("Talk");
        session.starts = noon() + from * minute;
        session.ends = noon() + to * minute;
        append({{{SubjectKind::session, id}, session, noon()}});
    }
    // How many are inside after the terminal's round at that minute.
    int inside_at(int minutes) {
        past = minutes * minute;
        assume_exits(*ledger, {"door"});
        return ledger->occupancy({"2.04"}).inside;
    }

    Milliseconds past{0};
    TemporaryFolder folder;
    std::unique_ptr<Ledger> ledger;
};

TEST_CASE("a quarter of an hour after the last session everybody is taken to have gone at its end, once") {
    Room room;
    CHECK(room.inside_at(34) == 2);
    CHECK(room.inside_at(35) == 0);
    const auto row = room.ledger->person_file({"0001"})->attendance.front();
    CHECK(row.event == "left");
    CHECK_FALSE(row.observed);
    CHECK(row.happened == noon() + 20 * minute);
    const auto facts = room.ledger->own_seq();
    CHECK(room.inside_at(36) == 0);
    CHECK(room.ledger->own_seq() == facts);
}

TEST_CASE("an exit that was assumed is taken back like any, and then it is not assumed again before the next session") {
    Room room;
    CHECK(room.inside_at(35) == 0);
    const FactId exit = room.ledger->person_file({"0001"})->attendance.front().id;
    room.append({{subject_of(AttendeeId{"0001"}), Voided{exit, "she is still here"}, room.ledger->now()}});
    CHECK(room.ledger->occupancy({"2.04"}).inside == 1);
    CHECK(room.inside_at(40) == 1);
}

TEST_CASE("people keep their seats when the next session follows soon, and a session that overruns keeps them, too") {
    Room room;
    room.plan("next", 45, 60);
    CHECK(room.inside_at(40) == 2);
    CHECK(room.inside_at(74) == 2);
    CHECK(room.inside_at(75) == 0);
    Room late;
    late.append({{{SubjectKind::session, "talk"}, SessionRuns{.ends = noon() + 50 * minute}, noon()}});
    CHECK(late.inside_at(40) == 2);
    CHECK(late.inside_at(65) == 0);
}

TEST_CASE("who came early for what is next stays, and where somebody scans out nothing is assumed") {
    Room room;
    room.plan("evening", 120, 150);
    room.append({entered("0003", noon() + 25 * minute)});
    CHECK(room.inside_at(40) == 1);
    Room scanned;
    Checkpoint way_out{{"out"}, words("Way out"), {"2.04"}, Direction::out};
    scanned.append({{{SubjectKind::checkpoint, "out"}, way_out, noon()}});
    CHECK(scanned.inside_at(40) == 2);
}

TEST_CASE("in an emergency nobody is taken to have gone") {
    Room room;
    room.append({{{SubjectKind::emergency, ""}, Emergency{Emergency::State::on, noon()}, noon()}});
    CHECK(room.inside_at(40) == 2);
}

TEST_CASE("of the terminals of one room the first by its id says it, and a terminal elsewhere does not") {
    Room room;
    TemporaryFolder folders[2];
    std::vector<std::unique_ptr<Ledger>> doors;
    for (const auto& folder : folders) {
        const auto code = room.ledger->make_enrolment_code({Role::door, "Door", CheckpointId{"door"}}, minute).value();
        const KeyPair keys = make_key_pair();
        Identity identity = room.ledger->redeem_enrolment_code(code, keys.public_key).value();
        identity.keys = keys;
        doors.push_back(Ledger::create_node(folder.path, identity, frozen()).value());
    }
    for (auto& door : doors) pour(*room.ledger, *door);
    const Instant later = noon() + 40 * minute;
    const bool first = doors[0]->identity().device < doors[1]->identity().device;
    CHECK(assumed_exits(*doors[first ? 0 : 1], {"door"}, later).size() == 2);
    CHECK(assumed_exits(*doors[first ? 1 : 0], {"door"}, later).empty());
    CHECK(assumed_exits(*room.ledger, {"door"}, later).empty()); // a hub
}

} // namespace
} // namespace foyer::test
