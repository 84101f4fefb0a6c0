// The conflict inbox: each thing that went wrong has one card, the same on every node, and nothing else has one.
#include <algorithm>

#include "tests/catch.h"
#include "tests/ledger/fixture.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// A hub and two doors to one place with single entry.
struct Venue {
    Venue() : hub(make_hub(at_hub.path)) {
        Checkpoint door{{"door"}, words("Door"), {"2.04"}};
        door.single_entry = true;
        REQUIRE(hub->append(std::vector{Draft{{SubjectKind::checkpoint, "door"}, door, noon()}}));
        a = enrol(*hub, at_a.path);
        b = enrol(*hub, at_b.path);
        share();
    }
    void share() {
        for (int round = 0; round < 2; ++round)
            for (Ledger* from : {hub.get(), a.get(), b.get()})
                for (Ledger* to : {hub.get(), a.get(), b.get()})
                    if (from != to) (void)pour(*from, *to);
    }
    // The one card of a kind that every node has.
    [[nodiscard]] Card only_card() const {
        std::vector<std::string> ids;
        for (const Ledger* node : {hub.get(), a.get(), b.get()}) {
            const auto cards = node->cards();
            REQUIRE(cards.size() == 1);
            ids.push_back(cards[0].id);
        }
        CHECK(std::ranges::count(ids, ids[0]) == 3);
        CHECK(hub->rebuild());
        return hub->cards()[0];
    }
    void check_no_card() const {
        for (const Ledger* node : {hub.get(), a.get(), b.get()}) CHECK(node->cards().empty());
    }
    [[nodiscard]] BadgeId badge_of(const std::string& attendee) const {
        return hub->badge_of({Presented::Form::foyer, "CODE" + attendee})->id;
    }

    TemporaryFolder at_hub, at_a, at_b;
    std::unique_ptr<Ledger> hub, a, b;
};

Draft entered_by(const BadgeId& badge, const std::string& attendee) {
    return {{SubjectKind::attendee, attendee}, Entered{{"2.04"}, {"door"}, badge, Reason::welcome}, noon()};
}

} // namespace

TEST_CASE("two doors that did not know of each other admitted one person: one card, with both entries") {
    Venue venue;
    (void)venue.a->append(std::vector{entered("0001", noon())}).value();
    (void)venue.b->append(std::vector{entered("0001", noon() + std::chrono::minutes{3})}).value();
    venue.share();
    const Card card = venue.only_card();
    CHECK(card.kind == CardKind::double_admission);
    CHECK(card.who == AttendeeId{"0001"});
    CHECK(card.where == PlaceId{"2.04"});
    REQUIRE(card.events.size() == 2);
    CHECK(card.events[0].device == venue.a->identity().device);
    CHECK(card.events[0].device_name == "East 1");
    CHECK(card.events[1].happened == noon() + std::chrono::minutes{3});
    CHECK_FALSE(card.resolved);
}

TEST_CASE("two people, or a door that knew, make no card") {
    Venue venue;
    (void)venue.a->append(std::vector{entered("0001")}).value();
    (void)venue.b->append(std::vector{entered("0002")}).value();
    venue.share();
    (void)venue.b->append(std::vector{entered("0001")}).value(); // waved through by staff
    venue.share();
    venue.check_no_card();
}

TEST_CASE("where people come and go freely, two entries are no card") {
    Venue venue;
    REQUIRE(venue.hub->append(
        std::vector{Draft{{SubjectKind::checkpoint, "door"}, Checkpoint{{"door"}, words("Door"), {"2.04"}}, noon()}}));
    (void)venue.a->append(std::vector{entered("0001")}).value();
    (void)venue.b->append(std::vector{entered("0001")}).value();
    venue.share();
    venue.check_no_card();
}

TEST_CASE("a card is resolved by a fact: everybody sees it, and a voided entry does not count") {
    Venue venue;
    (void)venue.a->append(std::vector{entered("0001")}).value();
    (void)venue.b->append(std::vector{entered("0001", noon() + std::chrono::minutes{3})}).value();
    venue.share();
    REQUIRE(venue.hub->resolve(venue.only_card(), CardChoice::void_later, "a child held the badge"));
    venue.share();
    const Card card = venue.only_card();
    REQUIRE(card.resolved);
    CHECK(card.resolved->choice == "void_later");
    CHECK(card.resolved->note == "a child held the badge");
    CHECK(venue.b->presence({"0001"}, {"2.04"}).last_entered == noon());
    CHECK(venue.b->live().arrived == 1);
    CHECK(venue.hub->resolve(card, CardChoice::trust, "").error().kind == FaultKind::bad_input);
}

TEST_CASE("an admission by a badge that the hub had revoked is a card, whichever of the two is heard of first") {
    Venue venue;
    const BadgeId badge = venue.badge_of("0001");
    const bool replaced = GENERATE(false, true), entry_first = GENERATE(false, true);
    Draft kill{subject_of(badge), BadgeRevoked{"lost"}, noon()};
    if (replaced) kill = {subject_of(BadgeId{"b2"}), BadgeIssued{{"0001"}, BadgeKind::badge, 2, {}, badge}, noon()};
    (void)venue.hub->append(std::vector{kill}).value();
    (void)venue.a->append(std::vector{entered_by(badge, "0001")}).value();
    if (entry_first) (void)pour(*venue.a, *venue.b);
    venue.share();
    const Card card = venue.only_card();
    CHECK(card.kind == CardKind::admitted_against_revocation);
    CHECK(card.who == AttendeeId{"0001"});
    REQUIRE(card.events.size() == 2);
    CHECK(card.events[0].device == venue.a->identity().device);
    REQUIRE(venue.hub->resolve(card, CardChoice::void_admission, ""));
    CHECK(venue.hub->live().arrived == 0);
}

TEST_CASE("so is one by a code that nobody issued here, and that says itself whose it is") {
    Venue venue;
    const BadgeId badge{"00ffeeddccbbaa99"};
    const bool entry_first = GENERATE(false, true);
    (void)venue.hub->append(std::vector{Draft{subject_of(badge), BadgeRevoked{"on the list"}, noon()}}).value();
    (void)venue.a->append(std::vector{entered_by(badge, "0009")}).value();
    if (entry_first) (void)pour(*venue.a, *venue.b);
    venue.share();
    const Card card = venue.only_card();
    CHECK(card.kind == CardKind::admitted_against_revocation);
    CHECK(card.who == AttendeeId{"0009"});
}

TEST_CASE("so is one by a replaced badge whose own issue is heard of last") {
    Venue venue;
    TemporaryFolder at_desk;
    auto desk = enrol(*venue.hub, at_desk.path, Role::desk);
    (void)pour(*venue.hub, *desk);
    const BadgeId old{"b1"};
    const Draft issue{subject_of(old), BadgeIssued{{"0001"}, BadgeKind::badge, 2, {}, std::nullopt}, noon()};
    (void)desk->append(std::vector{issue}).value();
    (void)pour(*desk, *venue.hub);
    const Draft kill{subject_of(BadgeId{"b2"}), BadgeIssued{{"0001"}, BadgeKind::badge, 3, {}, old}, noon()};
    (void)venue.hub->append(std::vector{kill}).value();
    (void)venue.a->append(std::vector{entered_by(old, "0001")}).value();
    const auto tell_b = [&](const Ledger& author) { // of what it wrote itself
        const auto have = venue.b->have();
        const auto known = have.find({author.origin(), Audience::floor});
        const std::uint64_t after = known == have.end() ? 0 : known->second.seq;
        const SealedRun news = *author.suffix(author.origin(), Audience::floor, after, 1 << 20).value();
        REQUIRE(venue.b->receive({&news, 1}).value().front().outcome == Receipt::Outcome::stored);
    };
    tell_b(*venue.hub);
    tell_b(*venue.a);
    CHECK(venue.b->cards().empty()); // whose badge that was nobody has said yet
    tell_b(*desk);
    CHECK(venue.b->cards().size() == 1);
    CHECK(venue.b->rebuild());
}

TEST_CASE("an admission that the hub knew of when it revoked the badge is no card") {
    Venue venue;
    const BadgeId badge = venue.badge_of("0001");
    (void)venue.a->append(std::vector{entered_by(badge, "0001")}).value();
    venue.share();
    (void)venue.hub->append(std::vector{Draft{subject_of(badge), BadgeRevoked{"lost"}, noon()}}).value();
    venue.share();
    venue.check_no_card();
}

TEST_CASE("an admission that the hub knew of through a desk is no card once the desk's word is here") {
    Venue venue;
    TemporaryFolder at_desk;
    auto desk = enrol(*venue.hub, at_desk.path, Role::desk);
    (void)pour(*venue.hub, *desk);
    const BadgeId badge = venue.badge_of("0001");
    (void)venue.a->append(std::vector{entered_by(badge, "0001")}).value();
    (void)pour(*venue.a, *desk);
    (void)desk->append(std::vector{Draft{{SubjectKind::attendee, "0001"}, Attendee{{"0001"}}, noon()}}).value();
    (void)pour(*desk, *venue.hub);
    const Mark before = venue.b->have().at({venue.hub->origin(), Audience::floor});
    (void)venue.hub->append(std::vector{Draft{subject_of(badge), BadgeRevoked{"lost"}, noon()}}).value();
    const SealedRun news = *venue.hub->suffix(venue.hub->origin(), Audience::floor, before.seq, 1 << 20).value();
    REQUIRE(venue.b->receive({&news, 1}).value().front().outcome == Receipt::Outcome::stored);
    (void)pour(*venue.a, *venue.b);
    CHECK(venue.b->cards().size() == 1); // as far as anybody can tell without the desk
    (void)pour(*desk, *venue.b);
    CHECK(venue.b->cards().empty());
    CHECK(venue.b->rebuild());
}

TEST_CASE("an admission of somebody who had withdrawn elsewhere is a card") {
    Venue venue;
    Attendee withdrawn{{"0001"}};
    withdrawn.withdrawn = true;
    (void)venue.hub->append(std::vector{Draft{{SubjectKind::attendee, "0001"}, withdrawn, noon()}}).value();
    (void)venue.a->append(std::vector{entered("0001")}).value();
    venue.share();
    CHECK(venue.only_card().kind == CardKind::admitted_against_revocation);
}

TEST_CASE("a registration that was withdrawn at two places apart is a card, to look for two substitutes") {
    Venue venue;
    TemporaryFolder at_desk;
    auto desk = enrol(*venue.hub, at_desk.path, Role::desk);
    (void)pour(*venue.hub, *desk);
    Attendee withdrawn = *venue.hub->attendee({"0001"});
    withdrawn.withdrawn = true;
    (void)venue.hub->append(std::vector{Draft{{SubjectKind::attendee, "0001"}, withdrawn, noon()}}).value();
    (void)desk->append(std::vector{Draft{{SubjectKind::attendee, "0001"}, withdrawn, noon()}}).value();
    for (Ledger* to : {venue.hub.get(), venue.a.get(), venue.b.get()}) (void)pour(*desk, *to);
    venue.share();
    const Card card = venue.only_card();
    CHECK(card.kind == CardKind::withdrawn_twice);
    CHECK(card.who == AttendeeId{"0001"});
    CHECK(card.events.size() == 2);
    REQUIRE(venue.hub->resolve(card, CardChoice::noted, "one of them"));
}

TEST_CASE("more people in a room than it has chairs for are a card with the peak, and those who left do not count") {
    Venue venue; // two chairs
    (void)venue.a->append(std::vector{entered("0001"), entered("0002")}).value();
    const Draft left{{SubjectKind::attendee, "0001"}, Left{{"2.04"}, {"door"}, std::nullopt}, noon()};
    (void)venue.a->append(std::vector{left, entered("0003", noon() + std::chrono::minutes{1})}).value();
    venue.share();
    venue.check_no_card();
    (void)venue.b->append(std::vector{entered("0001", noon() + std::chrono::minutes{2})}).value();
    venue.share();
    const Card card = venue.only_card();
    CHECK(card.kind == CardKind::over_full);
    CHECK(card.what == "3 persons were in a place for 2.");
    CHECK(card.where == PlaceId{"2.04"});
    CHECK(card.events.at(0).happened == noon() + std::chrono::minutes{2});
}

TEST_CASE("a clock that is off is a card until it is right again") {
    Venue venue;
    const Subject device{SubjectKind::device, venue.a->identity().device.hex()};
    (void)venue.hub->append(std::vector{Draft{device, ClockNoticed{Milliseconds{-63'400}}, noon()}}).value();
    venue.share();
    const Card card = venue.only_card();
    CHECK(card.kind == CardKind::clock);
    CHECK(card.device == venue.a->identity().device);
    CHECK(card.what == "Its clock is 63.4 s behind: set it by the network's time.");
    (void)venue.hub->append(std::vector{Draft{device, ClockNoticed{Milliseconds{12}}, noon()}}).value();
    venue.share();
    venue.check_no_card();
}

TEST_CASE("what a revoked device recorded later is one card, and trusting it makes it count") {
    Venue venue;
    (void)venue.a->append(std::vector{entered("0001")}).value();
    venue.share();
    (void)venue.hub->append(std::vector{venue.hub->revocation(venue.a->identity().device, "stolen")}).value();
    (void)venue.a->append(std::vector{entered("0002")}).value();
    venue.share();
    CHECK(venue.hub->revoked(venue.a->identity().device));
    CHECK(venue.hub->live().arrived == 1);
    const Card card = venue.only_card();
    CHECK(card.kind == CardKind::quarantined);
    CHECK(card.what.starts_with("1 fact is kept and does not count"));
    REQUIRE(venue.hub->resolve(card, CardChoice::trust, "found again"));
    venue.share();
    CHECK(venue.b->live().arrived == 2);
    venue.check_no_card();
}

TEST_CASE("a device lost at a known time is trusted until then") {
    Venue venue;
    Instant now = noon();
    TemporaryFolder folder;
    auto door = enrol(*venue.hub, folder.path, Role::door, [&] { return now; });
    (void)door->append(std::vector{entered("0001")}).value();
    now += std::chrono::minutes{10};
    (void)door->append(std::vector{entered("0002")}).value();
    (void)pour(*door, *venue.hub);
    const Instant lost = noon() + std::chrono::minutes{5};
    (void)venue.hub->append(std::vector{venue.hub->revocation(door->identity().device, "stolen", lost)}).value();
    CHECK(venue.hub->presence({"0001"}, {"2.04"}).inside);
    CHECK_FALSE(venue.hub->presence({"0002"}, {"2.04"}).inside);
}
