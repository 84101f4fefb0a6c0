// Signed codes at a real door: from the text to what is on disk.
#include "kiosk/terminal/decide.h"
#include "scanner/code/parse.h"
#include "scanner/code/signed_code.h"
#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// A hub with a roster, a desk and a door; news travels when told to.
struct Venue {
    Venue() {
        hub = make_hub(at_hub.path);
        const Place room{{"2.04"}, PlaceId{"site"}, PlaceKind::room, "2.04", words("Room"), {}, 100, std::nullopt};
        (void)hub->append(std::vector{Draft{{SubjectKind::place, "2.04"}, room, noon()}}).value();
        desk = enrol(*hub, at_desk.path, Role::desk);
        door = enrol(*hub, at_door.path);
        (void)desk->append(std::vector{entered("0003")}).value(); // its certificate travels with its first fact
        share();
    }
    void share() const { pour(*desk, *hub), pour(*hub, *door); }

    [[nodiscard]] std::string signed_by(const Ledger& node, const std::string& attendee) const {
        SignedCode code{.attendee = {attendee}};
        code.rights = {Category::delegate, 1};
        return sign_code(code, node.summit_id(), node.identity().keys).value();
    }
    [[nodiscard]] Outcome shown(const std::string& text) const {
        return Decider(*door, {"door"}).decide(parse(text), noon());
    }
    void revoke(const std::string& text) const {
        const BadgeId badge = badge_id_of(code_hash(hub->identity().code_key, text));
        (void)hub->append(std::vector{Draft{subject_of(badge), BadgeRevoked{"lost"}, noon()}}).value();
    }

    TemporaryFolder at_hub, at_desk, at_door;
    std::unique_ptr<Ledger> hub, desk, door;
};

} // namespace

TEST_CASE("a code that a desk has just signed is let in where nobody heard of the badge, and named from the roster") {
    const Venue venue;
    const Outcome outcome = venue.shown(venue.signed_by(*venue.desk, "0001"));
    CHECK(outcome.verdict.reason == Reason::welcome);
    REQUIRE(outcome.person);
    CHECK(outcome.person->native_name == "Guest 0001");
    REQUIRE(outcome.recorded.size() == 1);
    CHECK(venue.door->presence({"0001"}, {"2.04"}).inside);
}

TEST_CASE("so is a guest of whom this door knows nothing at all: without a name, and counted") {
    const Venue venue;
    const Outcome outcome = venue.shown(venue.signed_by(*venue.desk, "g1a2b3c4d"));
    CHECK(outcome.verdict.reason == Reason::welcome);
    REQUIRE(outcome.attendee);
    CHECK(outcome.attendee->forums == std::vector<ForumId>{{"materials"}});
    CHECK_FALSE(outcome.person);
    CHECK(venue.door->presence({"g1a2b3c4d"}, {"2.04"}).inside);
}

TEST_CASE("a signed code dies like any other: revoked itself, or with the desk that signed it") {
    const Venue venue;
    const std::string lost = venue.signed_by(*venue.desk, "0001"), later = venue.signed_by(*venue.desk, "0002");
    venue.revoke(lost);
    venue.share();
    CHECK(venue.shown(lost).verdict.reason == Reason::revoked);
    CHECK(venue.shown(later).verdict.reason == Reason::welcome);
    const Draft revocation = venue.hub->revocation(venue.desk->identity().device, "stolen");
    (void)venue.hub->append({&revocation, 1}).value();
    venue.share();
    const Outcome outcome = venue.shown(venue.signed_by(*venue.desk, "0003"));
    CHECK(outcome.verdict.reason == Reason::retired_key);
    CHECK(outcome.verdict.kind == VerdictKind::ask_a_person);
    CHECK_FALSE(outcome.case_number.empty());
}

TEST_CASE("what a door signs is no badge, nor what the key of another summit signs") {
    const Venue venue;
    venue.door->complete_at(noon());
    CHECK(venue.shown(venue.signed_by(*venue.door, "0001")).verdict.reason == Reason::unknown_key);
    TemporaryFolder elsewhere;
    const auto other = make_hub(elsewhere.path);
    CHECK(venue.shown(venue.signed_by(*other, "0001")).verdict.reason == Reason::unknown_key);
    std::string altered = venue.signed_by(*venue.desk, "0001");
    altered[40] = altered[40] == '/' ? '.' : '/';
    CHECK(venue.shown(altered).verdict.reason == Reason::forged);
}

TEST_CASE("an entry by a signed code that the hub had revoked meanwhile becomes a card") {
    const Venue venue;
    const std::string code = venue.signed_by(*venue.desk, "0001");
    venue.revoke(code);
    CHECK(venue.shown(code).verdict.reason == Reason::welcome); // the news had not come yet
    pour(*venue.door, *venue.hub);
    const auto cards = venue.hub->cards();
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].kind == CardKind::admitted_against_revocation);
    CHECK(cards[0].who == AttendeeId{"0001"});
}

TEST_CASE("a summit that lists the key of a pretix event lets its signed tickets in") {
    const Venue venue;
    const KeyPair event = make_key_pair();
    const Bytes payload{0x0a, 2, 'a', '1', 0x10, 12};
    Bytes framed{1, 0, static_cast<std::uint8_t>(payload.size()), 0, 64};
    for (const auto byte : payload) framed.push_back(byte);
    for (const auto byte : sign(payload, event.secret_key)) framed.push_back(byte);
    const std::string forwards = to_base64(framed), ticket{forwards.rbegin(), forwards.rend()};
    venue.door->complete_at(noon());
    CHECK(venue.shown(ticket).verdict.reason == Reason::other_ticket);

    Summit summit = venue.hub->programme().summit;
    summit.code_keys = {{CodeKeyKind::pretix_sig1, event.public_key, false, {12}, {}}};
    (void)venue.hub->append(std::vector{Draft{{SubjectKind::summit, ""}, summit, noon()}}).value();
    venue.share();
    CHECK(venue.shown(ticket).verdict.attendee == AttendeeId{"pretix-a1"});
    CHECK(venue.shown(ticket).verdict.reason == Reason::welcome_back);
    venue.revoke(ticket);
    venue.share();
    CHECK(venue.shown(ticket).verdict.reason == Reason::revoked);
}
