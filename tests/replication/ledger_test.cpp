// Two real ledgers and a conversation: the hub's summit reaches a terminal, the terminal's guests reach the hub.
#include <deque>
#include <filesystem>

#include "tests/catch.h"
#include "tests/replication/folder.h"
#include "tests/replication/meeting.h"

using namespace foyer;

namespace {

struct Venue {
    explicit Venue(Role role) {
        auto made = Ledger::create_summit(hub_folder.path, "Hub", [this] { return now; });
        REQUIRE(made);
        hub = std::move(*made);
        terminal = enrol(role, terminal_folder);
    }
    std::unique_ptr<Ledger> enrol(Role role, const test::Folder& folder) {
        const auto code = hub->make_enrolment_code({role, "East 1", std::nullopt}, std::chrono::minutes{5});
        REQUIRE(code);
        const KeyPair keys = make_key_pair();
        auto identity = hub->redeem_enrolment_code(*code, keys.public_key);
        REQUIRE(identity);
        identity->keys = keys;
        auto node = Ledger::create_node(folder.path, *identity, [this] { return now; });
        REQUIRE(node);
        return std::move(*node);
    }
    bool meet() { return test::meet(*hub, *terminal, now).empty(); }

    Instant now{Milliseconds{1'685'318'400'000}};
    test::Folder hub_folder, terminal_folder;
    std::unique_ptr<Ledger> hub, terminal;
};

Draft draft(Subject subject, Payload payload, Instant when) { return {std::move(subject), std::move(payload), when}; }

std::vector<Draft> a_guest(Instant when) {
    const AttendeeId id{"0412"};
    Attendee attendee;
    attendee.id = id;
    return {draft(subject_of(id), attendee, when), draft(subject_of(id), Person{"Ada Example", "en"}, when),
            draft(subject_of(id), Contact{"ada@example.org", "+49 30 1234"}, when)};
}

bool has_text(const Ledger& ledger, std::string_view text) {
    bool found = false;
    REQUIRE(ledger.each_fact([&](const Ledger::FactRow& row) {
        found = found || (row.body && as_text(*row.body).find(text) != std::string_view::npos);
        return true;
    }));
    return found;
}

} // namespace

TEST_CASE("a roster reaches a door without contacts, and a desk with them") {
    const Role role = GENERATE(Role::door, Role::desk);
    Venue venue(role);
    REQUIRE(venue.hub->append(a_guest(venue.now)));
    REQUIRE(venue.meet());
    const auto person = venue.terminal->person({"0412"});
    REQUIRE(person);
    CHECK(person->native_name == "Ada Example");
    CHECK(has_text(*venue.terminal, "ada@example.org") == (role == Role::desk));
    CHECK(venue.terminal->verify());
    CHECK(venue.terminal->have().at({venue.hub->origin(), Audience::floor}) ==
          venue.hub->have().at({venue.hub->origin(), Audience::floor}));
}

TEST_CASE("what a door recorded is at the hub after the next conversation, every body of it") {
    Venue venue(Role::door);
    REQUIRE(venue.hub->append(a_guest(venue.now)));
    REQUIRE(venue.meet());
    for (int i = 0; i < 3; ++i)
        REQUIRE(venue.terminal->append(
            std::vector{draft(subject_of(AttendeeId{"0412"}), Entered{{"hall"}, {"east"}, std::nullopt}, venue.now)}));
    REQUIRE(venue.meet());
    const Have own = venue.terminal->have(), hub = venue.hub->have();
    const OriginId origin = venue.terminal->origin();
    CHECK(hub.at({origin, Audience::floor}) == own.at({origin, Audience::floor}));
    CHECK(hub.at({origin, Audience::staff}) == own.at({origin, Audience::floor})); // what the uplink calls settled
    CHECK(venue.hub->verify());
}

TEST_CASE("what came to a desk without staff bodies goes on to another desk, though its staff part ends within a run") {
    Venue venue(Role::door);
    REQUIRE(venue.hub->append(a_guest(venue.now))); // one run, a contact in its middle
    const AttendeeId other{"0413"};
    REQUIRE(venue.hub->append(std::vector{draft(subject_of(other), Person{"Bo Example", "en"}, venue.now)}));
    REQUIRE(venue.meet());
    test::Folder first_folder, second_folder;
    const auto first = venue.enrol(Role::desk, first_folder), second = venue.enrol(Role::desk, second_folder);
    REQUIRE(test::meet(*venue.terminal, *first, venue.now).empty());
    REQUIRE(test::meet(*first, *second, venue.now).empty());
    CHECK(second->person({"0412"}));
    CHECK(second->person(other));
}

TEST_CASE("own facts that an older copy gets back from another door are settled by what the hub said before") {
    Venue venue(Role::door);
    REQUIRE(venue.hub->append(a_guest(venue.now)));
    REQUIRE(venue.meet());
    test::Folder other_folder, copy_folder;
    const auto other = venue.enrol(Role::door, other_folder);
    const auto backup = venue.terminal->back_up();
    REQUIRE(backup);
    REQUIRE(venue.terminal->append(
        std::vector{draft(subject_of(AttendeeId{"0412"}), Entered{{"hall"}, {"east"}, std::nullopt}, venue.now)}));
    REQUIRE(venue.meet());
    REQUIRE(test::meet(*venue.hub, *other, venue.now).empty());
    REQUIRE(Ledger::restore(*backup, copy_folder.path / "ledger"));
    const auto copy = Ledger::open(copy_folder.path / "ledger", [&] { return venue.now; });
    REQUIRE(copy);

    const auto node = [&](Ledger& ledger) {
        const Identity& who = ledger.identity();
        return Conversation(ledger, {who.certificate, who.keys.secret_key});
    };
    Conversation hub = node(*venue.hub), terminal = node(**copy);
    std::vector<Bytes> from_hub = hub.on_connected(venue.now).send, from_copy = terminal.on_connected(venue.now).send;
    const std::vector<Bytes> hub_proof = hub.on_message(from_copy.front(), venue.now).send;
    const std::vector<Bytes> copy_proof = terminal.on_message(from_hub.front(), venue.now).send;
    (void)hub.on_message(copy_proof.front(), venue.now); // its facts are still on their way
    (void)terminal.on_message(hub_proof.front(), venue.now);
    REQUIRE(terminal.is_live());

    REQUIRE(test::meet(*other, **copy, venue.now).empty());
    (void)terminal.on_new_facts(venue.now);
    CHECK((*copy)->own_origins().size() == 1);
    CHECK((*copy)->unacknowledged() == 0);
}

TEST_CASE("what is new while a peer acknowledges waits for the owner's call, and goes out together") {
    Venue venue(Role::door);
    REQUIRE(venue.meet());
    const auto node = [&](Ledger& ledger) {
        const Identity& who = ledger.identity();
        return Conversation(ledger, {who.certificate, who.keys.secret_key});
    };
    Conversation hub = node(*venue.hub), door = node(*venue.terminal);
    std::deque<Bytes> to_door, to_hub;
    const auto put = [](std::deque<Bytes>& where, const Output& out) {
        where.insert(where.end(), out.send.begin(), out.send.end());
    };
    const auto deliver = [&] {
        while (!to_door.empty() || !to_hub.empty()) {
            for (const Bytes& message : std::exchange(to_door, {})) put(to_hub, door.on_message(message, venue.now));
            for (const Bytes& message : std::exchange(to_hub, {})) put(to_door, hub.on_message(message, venue.now));
        }
    };
    put(to_door, hub.on_connected(venue.now));
    put(to_hub, door.on_connected(venue.now));
    deliver();
    REQUIRE(hub.is_live());

    const auto write = [&] { REQUIRE(venue.hub->append(a_guest(venue.now))); };
    const HaveKey key{venue.hub->origin(), Audience::floor};
    write();
    put(to_door, hub.on_new_facts(venue.now));
    write();
    deliver();
    CHECK(venue.terminal->have().at(key).seq + 3 == venue.hub->have().at(key).seq);
    write();
    put(to_door, hub.on_new_facts(venue.now));
    CHECK(to_door.size() == 1);
    deliver();
    CHECK(venue.terminal->have() == [&] {
        Have floor = venue.hub->have();
        for (const auto& [marked, mark] : venue.hub->have())
            if (marked.audience == Audience::staff) floor.erase(marked);
        return floor;
    }());
}
