// What staff do with people of the roster, and what it comes to at every door.
#include "sync/roster/acts.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

namespace foyer::test {
namespace {

struct Venue {
    Venue() {
        hub = Ledger::create_summit(folder.path, "Hub", frozen()).value();
        auto drafts = tiny_summit(hub->summit_id(), hub->identity().code_key, 3);
        Attendee speaker{{"0009"}};
        speaker.category = Category::speaker;
        speaker.organisation = words("Lindmark");
        speaker.language = "fr";
        speaker.delegation = DelegationId{"lindmark"};
        speaker.seat = "A-31";
        speaker.forums = {{"materials"}};
        const Delegation party{{"lindmark"}, words("Lindmark partners"), AttendeeId{"0009"}};
        drafts.push_back({{SubjectKind::delegation, "lindmark"}, party, noon()});
        drafts.push_back({subject_of(AttendeeId{"0009"}), speaker, noon()});
        drafts.push_back({subject_of(AttendeeId{"0009"}), Person{"Camille Rosenquell", "fr", "", {}, ""}, noon()});
        (void)hub->append(drafts).value();
    }
    [[nodiscard]] const Checkpoint& door() const { return *hub->programme().checkpoint({"door"}); }
    [[nodiscard]] bool inside(const char* who) const { return hub->presence({who}, {"2.04"}).inside; }
    [[nodiscard]] PersonFile file(const char* who) const { return hub->person_file({who}).value(); }

    TemporaryFolder folder;
    std::unique_ptr<Ledger> hub;
};

FreshBadge printed(Ledger& ledger, const char* who) {
    const FreshBadge fresh = fresh_badge(ledger, {who}).value();
    (void)issue_printed(ledger, fresh, {"folder"}).value();
    return fresh;
}

TEST_CASE("Who is checked in by hand is inside, and the fact says that it was by hand and when it happened") {
    Venue venue;
    const Instant earlier = noon() - std::chrono::minutes{40};
    const auto recorded = check_by_hand(*venue.hub, venue.door(), {{{"0001"}}, Direction::in, earlier, "from_paper"});
    REQUIRE(recorded.value().size() == 1);
    CHECK(venue.inside("0001"));
    const PersonFile file = venue.file("0001");
    CHECK(has_arrived(file));
    REQUIRE(last_seen(file));
    CHECK(last_seen(file)->reason == Reason::by_hand);
    CHECK(last_seen(file)->happened == earlier);
    CHECK(last_seen(file)->recorded == noon());
    CHECK(venue.hub->live().arrived == 1);
}

TEST_CASE("Several are checked in at once, and who is inside already is passed over") {
    Venue venue;
    (void)check_by_hand(*venue.hub, venue.door(), {{{"0001"}}, Direction::in, noon(), "no_code"}).value();
    const ByHand all{{{"0001"}, {"0002"}, {"0003"}}, Direction::in, noon(), "delegation"};
    CHECK(check_by_hand(*venue.hub, venue.door(), all).value().size() == 2);
    CHECK(check_by_hand(*venue.hub, venue.door(), all).value().empty());
    CHECK(venue.hub->live().arrived == 3);
}

TEST_CASE("One who is not on the roster, or a time that has not come, lets nobody of them in") {
    Venue venue;
    const ByHand stranger{{{"0001"}, {"0777"}}, Direction::in, noon(), ""};
    CHECK(check_by_hand(*venue.hub, venue.door(), stranger).error().kind == FaultKind::not_found);
    const ByHand tomorrow{{{"0001"}}, Direction::in, noon() + std::chrono::hours{24}, ""};
    CHECK(check_by_hand(*venue.hub, venue.door(), tomorrow).error().kind == FaultKind::bad_input);
    CHECK(venue.hub->live().arrived == 0);
}

TEST_CASE("What was taken back counts no more and stays readable") {
    Venue venue;
    const auto recorded = check_by_hand(*venue.hub, venue.door(), {{{"0001"}, {"0002"}}, Direction::in, noon(), ""});
    (void)take_back(*venue.hub, *recorded, "wrong person").value();
    CHECK_FALSE(venue.inside("0001"));
    CHECK(venue.hub->live().arrived == 0);
    REQUIRE(venue.file("0001").attendance.size() == 1);
    CHECK(venue.file("0001").attendance.front().voided);
    CHECK_FALSE(has_arrived(venue.file("0001")));
}

TEST_CASE("Who goes out by hand is outside") {
    Venue venue;
    (void)check_by_hand(*venue.hub, venue.door(), {{{"0001"}}, Direction::in, noon(), ""}).value();
    (void)check_by_hand(*venue.hub, venue.door(), {{{"0001"}}, Direction::out, noon(), ""}).value();
    CHECK_FALSE(venue.inside("0001"));
    CHECK(last_seen(venue.file("0001"))->event == "left");
}

TEST_CASE("A substitute has the delegation, seat, forums and rank; the codes of who stays away are dead") {
    Venue venue;
    const auto first = printed(*venue.hub, "0009");
    const auto added = substitute(*venue.hub, {"0009"}, {.name = "Noël Marchand"}, "Anna at desk 2").value();
    const auto now = venue.hub->attendee(added.id).value();
    CHECK(now.category == Category::speaker);
    CHECK(now.delegation == DelegationId{"lindmark"});
    CHECK(now.seat == "A-31");
    CHECK(now.forums == std::vector<ForumId>{{"materials"}});
    CHECK(now.language == "fr");
    CHECK(now.organisation == words("Lindmark"));
    CHECK(venue.hub->attendee({"0009"})->withdrawn);
    CHECK(venue.hub->is_revoked(first.id));
    CHECK(venue.hub->badge_of({Presented::Form::foyer, added.code})->attendee == added.id);
    CHECK(venue.hub->programme().delegations.front().focal_point == added.id);
    const PersonFile file = venue.file(added.id.text.c_str());
    CHECK(file.notes == std::vector<std::string>{"Comes instead of 0009. Allowed by Anna at desk 2."});
    CHECK(venue.file("0009").notes.size() == 1);
    CHECK(substitute(*venue.hub, {"0009"}, {.name = "A third"}, "").error().kind == FaultKind::bad_input);
}

TEST_CASE(
    "A substitute has the meetings that are to come, as one who meets or as the interpreter; what is over stays") {
    Venue venue;
    const auto meeting = [](const char* id, int from, std::vector<AttendeeId> parties,
                            std::optional<AttendeeId> other) {
        const Instant starts = noon() + std::chrono::minutes{from};
        return Draft{{SubjectKind::meeting, id},
                     Meeting{{id}, {"t1"}, starts, starts + std::chrono::minutes{20}, std::move(parties), other, {}},
                     noon()};
    };
    const std::vector<Draft> drafts{meeting("over", -20, {{"0001"}, {"0009"}}, {}),
                                    meeting("next", 0, {{"0009"}, {"0001"}}, AttendeeId{"0002"}),
                                    meeting("then", 20, {{"0001"}, {"0003"}}, AttendeeId{"0009"})};
    (void)venue.hub->append(drafts).value();
    const auto added = substitute(*venue.hub, {"0009"}, {.name = "Noël Marchand"}, "").value();
    const auto all = venue.hub->meetings();
    CHECK(all[0].parties == std::vector<AttendeeId>{{"0001"}, {"0009"}});
    CHECK(all[1].parties == std::vector<AttendeeId>{added.id, {"0001"}});
    CHECK(all[1].interpreter == AttendeeId{"0002"});
    CHECK(all[2].interpreter == added.id);
}

TEST_CASE("A substitute needs a name, and nothing happens without one") {
    Venue venue;
    CHECK(substitute(*venue.hub, {"0009"}, {.name = "  "}, "").error().kind == FaultKind::bad_input);
    CHECK_FALSE(venue.hub->attendee({"0009"})->withdrawn);
}

TEST_CASE("Each badge that was printed has a fresh code, and the one before opens nothing; an invitation stays good") {
    Venue venue;
    const auto first = printed(*venue.hub, "0001"), second = printed(*venue.hub, "0001");
    CHECK(first.code != second.code);
    const auto badges = venue.hub->badges_of({"0001"});
    const auto state = [&](const BadgeId& id) { return std::ranges::find(badges, id, &Badge::id)->state; };
    CHECK(state(first.id) == BadgeState::replaced);
    CHECK(state(second.id) == BadgeState::printed);
    const auto invitation = std::ranges::find(badges, BadgeKind::invitation, &Badge::kind);
    REQUIRE(invitation != badges.end());
    CHECK(invitation->state == BadgeState::issued);
    (void)hand_over(*venue.hub, second.id, {}).value();
    CHECK(venue.file("0001").badge->state == BadgeState::handed_over);
}

TEST_CASE("A badge that did not come out of the printer changes nothing: the one before opens doors still") {
    Venue venue;
    const auto first = printed(*venue.hub, "0001");
    (void)fresh_badge(*venue.hub, {"0001"}).value();
    CHECK(venue.hub->badges_of({"0001"}).size() == 2);
    CHECK(venue.file("0001").badge->id == first.id);
}

TEST_CASE("A guest who was not expected is known with rank and contact, and found by a code of their own") {
    Venue venue;
    NewGuest guest{.name = "Sigrún Ævarsdóttir", .organisation = "Hekla", .category = Category::press};
    guest.contact = {"", "+354 555 0199"};
    const auto added = add_guest(*venue.hub, guest).value();
    const PersonFile file = venue.file(added.id.text.c_str());
    CHECK(file.attendee.category == Category::press);
    CHECK(file.person.latin_name == "Sigrún Ævarsdóttir");
    CHECK(file.contact.phone == "+354 555 0199");
    CHECK(venue.hub->badge_of({Presented::Form::foyer, added.code})->attendee == added.id);
    CHECK(add_guest(*venue.hub, {.name = ""}).error().kind == FaultKind::bad_input);
}

TEST_CASE(
    "The case of somebody who was refused is open until they are let in, and a stranger's is found by its number") {
    Venue venue;
    const Draft refused{subject_of(AttendeeId{"0002"}), Refused{{"door"}, Reason::revoked, std::nullopt, "A-31"},
                        noon()};
    const Draft stranger{{SubjectKind::visitor, "aa"}, Refused{{"door"}, Reason::forged, std::nullopt, "A-32"}, noon()};
    (void)venue.hub->append(std::vector{refused, stranger}).value();
    CHECK(open_case(venue.file("0002")) == "A-31");
    CHECK_FALSE(venue.hub->visitor_case("A-31"));
    REQUIRE(venue.hub->visitor_case("A-32"));
    CHECK(venue.hub->visitor_case("A-32")->reason == Reason::forged);
    const auto later = noon() + std::chrono::minutes{0};
    (void)check_by_hand(*venue.hub, venue.door(), {{{"0002"}}, Direction::in, later, ""}).value();
    CHECK(open_case(venue.file("0002")).empty());
}

} // namespace
} // namespace foyer::test
