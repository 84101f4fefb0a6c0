// The rule of the door, as sentences.
#include <map>

#include "sync/summit/admit.h"
#include "tests/catch.h"

using namespace foyer;

namespace {

const Instant eleven{std::chrono::sys_days{std::chrono::year{2023} / 5 / 29} +
                     std::chrono::hours{3}}; // 11:00 in Shanghai
Instant minutes(int after_eleven) { return eleven + std::chrono::minutes{after_eleven}; }

// A summit of two forums, biomedicine in 2.01 and materials in 2.04 (capacity 2, overflow 2.06), both 10:50-12:00.
class SmallSummit : public View {
public:
    SmallSummit() {
        programme_.summit.starts = minutes(-150);
        programme_.summit.ends = minutes(60);
        programme_.places = {{{"site"}, std::nullopt, PlaceKind::site},
                             {{"2.01"}, PlaceId{"site"}},
                             {{"2.04"}, PlaceId{"site"}, PlaceKind::room, "2.04", {}, {}, 2, PlaceId{"2.06"}},
                             {{"2.06"}, PlaceId{"site"}}};
        programme_.forums = {{{"bio"}, {}, {}, {}, {"2.01"}, 0}, {{"materials"}, {}, {}, {}, {"2.04"}, 1}};
        programme_.sessions = {
            {{"bio-1"}, ForumId{"bio"}, {"2.01"}, SessionKind::talk, {}, {}, {}, minutes(-10), minutes(60)},
            {{"mat-1"}, ForumId{"materials"}, {"2.04"}, SessionKind::talk, {}, {}, {}, minutes(-10), minutes(60)}};
    }

    Attendee& guest(const std::string& code, std::vector<ForumId> forums) {
        const std::string id = "a-" + code;
        badges[code] = {{"b-" + code}, BadgeKind::badge, {id}};
        Attendee& who = people[id];
        who.id = {id};
        who.forums = std::move(forums);
        return who;
    }

    [[nodiscard]] const Programme& programme() const override { return programme_; }
    [[nodiscard]] std::optional<Badge> badge_of(const Presented& code) const override {
        const auto found = badges.find(code.text);
        return found == badges.end() ? std::nullopt : std::optional{found->second};
    }
    [[nodiscard]] std::optional<Attendee> attendee(const AttendeeId& id) const override {
        const auto found = people.find(id.text);
        return found == people.end() ? std::nullopt : std::optional{found->second};
    }
    [[nodiscard]] Presence presence(const AttendeeId& who, const PlaceId&) const override {
        const auto found = visits.find(who.text);
        return found == visits.end() ? Presence{} : found->second;
    }
    [[nodiscard]] Occupancy occupancy(const PlaceId&) const override { return room; }
    [[nodiscard]] bool in_contact(Instant) const override { return contact; }

    Programme programme_;
    std::map<std::string, Badge> badges;
    std::map<std::string, Attendee> people;
    std::map<std::string, Presence> visits;
    Occupancy room;
    bool contact = true;
};

Checkpoint materials_door() {
    Checkpoint door{{"materials"}, {}, {"2.04"}};
    door.forum_only = true;
    return door;
}

Verdict scan(const SmallSummit& summit, const std::string& code, const Checkpoint& door = materials_door(),
             Instant now = minutes(0), Presented::Form form = Presented::Form::foyer) {
    return admit({form, code}, summit, door, now);
}

} // namespace

TEST_CASE("a guest registered for this forum is welcome") {
    SmallSummit summit;
    summit.guest("A", {{"materials"}});
    const Verdict verdict = scan(summit, "A");
    REQUIRE(verdict.kind == VerdictKind::admitted);
    REQUIRE(verdict.reason == Reason::welcome);
    REQUIRE(verdict.session->text == "mat-1");
}

TEST_CASE("re-entry is free and welcomed") {
    SmallSummit summit;
    summit.visits["a-A"] = {true, minutes(-5), minutes(-5)};
    summit.guest("A", {{"materials"}});
    REQUIRE(scan(summit, "A").reason == Reason::welcome_back);
}

TEST_CASE("only a single-entry checkpoint says again, and when it was") {
    SmallSummit summit;
    summit.visits["a-A"] = {false, minutes(-5), minutes(-5)};
    summit.guest("A", {{"materials"}});
    Checkpoint door = materials_door();
    door.single_entry = true;
    const Verdict verdict = scan(summit, "A", door);
    REQUIRE(verdict.kind == VerdictKind::again);
    REQUIRE(verdict.before == minutes(-5));
}

TEST_CASE("whom the roster holds back sees a person, and may leave all the same") {
    SmallSummit summit;
    Attendee& guest = summit.guest("A", {{"materials"}});
    const auto [hold, reason] = GENERATE(table<Hold, Reason>({{Hold::unpaid, Reason::unpaid},
                                                              {Hold::incomplete, Reason::unpaid},
                                                              {Hold::document, Reason::needs_person},
                                                              {Hold::minor, Reason::needs_person},
                                                              {Hold::question, Reason::needs_person}}));
    guest.hold = hold;
    CHECK(scan(summit, "A").kind == VerdictKind::ask_a_person);
    CHECK(scan(summit, "A").reason == reason);
    Checkpoint out = materials_door();
    out.direction = Direction::out;
    CHECK(scan(summit, "A", out).reason == Reason::left);
}

TEST_CASE("a checkpoint for some categories sends the others to a person") {
    SmallSummit summit;
    summit.guest("A", {{"materials"}}).category = Category::press;
    Checkpoint door = materials_door();
    door.categories.insert(Category::delegate);
    door.categories.insert(Category::speaker);
    CHECK(scan(summit, "A", door).reason == Reason::category);
    door.categories.insert(Category::press);
    CHECK(scan(summit, "A", door).reason == Reason::welcome);
}

TEST_CASE("who comes on another day is told which, and who comes too early on the day that it opens soon") {
    SmallSummit summit;
    Attendee& guest = summit.guest("A", {{"materials"}});
    guest.admitted_from = minutes(24 * 60);
    CHECK(scan(summit, "A").reason == Reason::wrong_day);
    CHECK(scan(summit, "A").kind == VerdictKind::wait);
    CHECK(scan(summit, "A").opens == minutes(24 * 60));
    guest.admitted_from = minutes(30);
    CHECK(scan(summit, "A").reason == Reason::not_yet_open);
}

TEST_CASE("in an emergency nobody is asked anything, dead badges and strange codes neither") {
    SmallSummit summit;
    summit.guest("A", {{"bio"}}).withdrawn = true;
    summit.badges["A"].state = BadgeState::revoked;
    summit.programme_.emergency.state = Emergency::State::on;
    CHECK(scan(summit, "A").reason == Reason::free_passage);
    CHECK(scan(summit, "A").attendee == AttendeeId{"a-A"});
    CHECK(scan(summit, "X", materials_door(), minutes(0), Presented::Form::forged).kind == VerdictKind::admitted);
    Checkpoint out = materials_door();
    out.direction = Direction::out;
    CHECK(scan(summit, "A", out).reason == Reason::left);
}

TEST_CASE("a door that was opened early lets guests in before its usual time") {
    SmallSummit summit;
    summit.guest("A", {{"materials"}});
    CHECK(scan(summit, "A", materials_door(), minutes(-40)).reason == Reason::not_yet_open);
    summit.programme_.sessions.back().doors_open = minutes(-45);
    CHECK(scan(summit, "A", materials_door(), minutes(-40)).reason == Reason::welcome);
    CHECK(scan(summit, "A", materials_door(), minutes(-50)).opens == minutes(-45));
}

TEST_CASE("a guest of another forum is shown the way to it") {
    SmallSummit summit;
    summit.guest("B", {{"bio"}});
    const Verdict verdict = scan(summit, "B");
    REQUIRE(verdict.kind == VerdictKind::go_elsewhere);
    REQUIRE(verdict.reason == Reason::wrong_room);
    REQUIRE(verdict.go_to->text == "2.01");
    REQUIRE(verdict.session->text == "bio-1");
}

TEST_CASE("a guest whose own forum is over asks a person") {
    SmallSummit summit;
    summit.programme_.sessions[0].ends = minutes(-1);
    summit.guest("B", {{"bio"}});
    REQUIRE(scan(summit, "B").reason == Reason::not_invited);
}

TEST_CASE("a guest without a forum takes a seat that nobody claims") {
    SmallSummit summit;
    summit.guest("C", {});
    summit.room = {0, 1};
    REQUIRE(scan(summit, "C").kind == VerdictKind::admitted);
    summit.room = {1, 1};
    const Verdict verdict = scan(summit, "C");
    REQUIRE(verdict.kind == VerdictKind::full);
    REQUIRE(verdict.go_to->text == "2.06");
}

TEST_CASE("a registered guest is refused only when the last seat is taken") {
    SmallSummit summit;
    summit.guest("A", {{"materials"}});
    summit.room = {1, 5};
    REQUIRE(scan(summit, "A").kind == VerdictKind::admitted);
    summit.room = {2, 5};
    REQUIRE(scan(summit, "A").kind == VerdictKind::full);
}

TEST_CASE("a full room never refuses speakers, crew, interpreters, VIPs or a reserved seat") {
    SmallSummit summit;
    summit.room = {2, 0};
    for (const Category category :
         {Category::speaker, Category::crew, Category::interpreter, Category::vip, Category::staff}) {
        summit.guest("S", {}).category = category;
        REQUIRE(scan(summit, "S").kind == VerdictKind::admitted);
    }
    Attendee& seated = summit.guest("T", {{"materials"}});
    seated.category = Category::delegate;
    seated.seat = "A-31";
    REQUIRE(scan(summit, "T").kind == VerdictKind::admitted);
}

TEST_CASE("somebody who is inside is not refused for the room being full") {
    SmallSummit summit;
    summit.room = {2, 0};
    summit.visits["a-A"] = {true, minutes(-5), minutes(-5)};
    summit.guest("A", {{"materials"}});
    REQUIRE(scan(summit, "A").reason == Reason::welcome_back);
}

TEST_CASE("the door opens some minutes before its first session") {
    SmallSummit summit;
    summit.guest("A", {{"materials"}});
    const Verdict verdict = scan(summit, "A", materials_door(), minutes(-31));
    REQUIRE(verdict.kind == VerdictKind::wait);
    REQUIRE(verdict.opens == minutes(-30));
    REQUIRE(scan(summit, "A", materials_door(), minutes(-30)).kind == VerdictKind::admitted);
}

TEST_CASE("a guest admitted from a later hour waits until then") {
    SmallSummit summit;
    summit.guest("P", {{"materials"}}).admitted_from = minutes(30);
    REQUIRE(scan(summit, "P").reason == Reason::not_yet_open);
    REQUIRE(scan(summit, "P").opens == minutes(30));
    REQUIRE(scan(summit, "P", materials_door(), minutes(30)).kind == VerdictKind::admitted);
}

TEST_CASE("after the last session the summit is closed") {
    SmallSummit summit;
    summit.guest("A", {{"materials"}});
    REQUIRE(scan(summit, "A", materials_door(), minutes(61)).reason == Reason::closed);
}

TEST_CASE("a replaced badge and a revoked one ask for a person") {
    SmallSummit summit;
    summit.guest("A", {{"materials"}});
    summit.badges["A"].state = BadgeState::replaced;
    REQUIRE(scan(summit, "A").reason == Reason::outdated_badge);
    summit.badges["A"].state = BadgeState::revoked;
    REQUIRE(scan(summit, "A").reason == Reason::revoked);
    REQUIRE(scan(summit, "A").kind == VerdictKind::ask_a_person);
}

TEST_CASE("a withdrawn registration asks for a person") {
    SmallSummit summit;
    summit.guest("A", {{"materials"}}).withdrawn = true;
    REQUIRE(scan(summit, "A").reason == Reason::withdrawn);
}

TEST_CASE("a well-formed code that was never issued is forged while the centre is heard") {
    SmallSummit summit;
    REQUIRE(scan(summit, "X").reason == Reason::forged);
}

TEST_CASE("without contact an unknown code is the checkpoint's rule, never an accusation") {
    SmallSummit summit;
    summit.contact = false;
    REQUIRE(scan(summit, "X").reason == Reason::unknown_offline);
    Checkpoint door = materials_door();
    door.unknown_code = UnknownCodeRule::admit_and_flag;
    REQUIRE(scan(summit, "X", door).kind == VerdictKind::admitted);
    REQUIRE(scan(summit, "X", door).reason == Reason::admitted_flagged);
}

TEST_CASE("a code whose check is wrong is forged, contact or not") {
    SmallSummit summit;
    summit.contact = false;
    REQUIRE(scan(summit, "X", materials_door(), minutes(0), Presented::Form::forged).reason == Reason::forged);
}

TEST_CASE("a code by a key that is not known, or that counts no more, is said to be that and asks for a person") {
    SmallSummit summit;
    using Form = Presented::Form;
    CHECK(scan(summit, "X", materials_door(), minutes(0), Form::unknown_key).reason == Reason::unknown_key);
    CHECK(scan(summit, "X", materials_door(), minutes(0), Form::retired_key).reason == Reason::retired_key);
    summit.contact = false; // the key may be a minute old, but one that is out stays out
    CHECK(scan(summit, "X", materials_door(), minutes(0), Form::unknown_key).reason == Reason::unknown_offline);
    CHECK(scan(summit, "X", materials_door(), minutes(0), Form::retired_key).reason == Reason::retired_key);
    summit.guest("A", {{"materials"}}); // a badge that is known needs no key
    CHECK(scan(summit, "A", materials_door(), minutes(0), Form::retired_key).kind == VerdictKind::admitted);
}

TEST_CASE("any other QR code is not ours, unless the roster knows it") {
    SmallSummit summit;
    REQUIRE(scan(summit, "https://example.org", materials_door(), minutes(0), Presented::Form::foreign).reason ==
            Reason::not_ours);
    summit.guest("TICKET-7", {{"materials"}});
    REQUIRE(scan(summit, "TICKET-7", materials_door(), minutes(0), Presented::Form::foreign).kind ==
            VerdictKind::admitted);
}

TEST_CASE("a terminal that may lack a part of the roster does not say of a ticket that it is not ours") {
    SmallSummit summit;
    summit.contact = false;
    Checkpoint door = materials_door();
    door.unknown_code = UnknownCodeRule::admit_and_flag; // any QR code would be admitted
    REQUIRE(scan(summit, "TICKET-7", door, minutes(0), Presented::Form::foreign).kind == VerdictKind::ask_a_person);
    REQUIRE(scan(summit, "TICKET-7", door, minutes(0), Presented::Form::foreign).reason == Reason::unknown_offline);
}

TEST_CASE("a ticket of something else is told to be one in contact, and what is no ticket always") {
    SmallSummit summit;
    using Use = Presented::Use;
    const auto answer = [&](Use use) {
        return admit({Presented::Form::foreign, "T", use}, summit, materials_door(), minutes(0));
    };
    CHECK(answer(Use::any).reason == Reason::not_ours);
    CHECK(answer(Use::ticket).reason == Reason::other_ticket);
    CHECK(answer(Use::other).reason == Reason::other_ticket);
    CHECK(answer(Use::other).kind == VerdictKind::ask_a_person);
    summit.contact = false;
    CHECK(answer(Use::ticket).reason == Reason::unknown_offline);
    CHECK(answer(Use::other).reason == Reason::other_ticket);
    summit.guest("T", {{"materials"}}); // whatever it looks like
    CHECK(answer(Use::ticket).kind == VerdictKind::admitted);
    CHECK(answer(Use::other).kind == VerdictKind::admitted);
}

TEST_CASE("a way out lets everybody out") {
    SmallSummit summit;
    summit.guest("B", {{"bio"}});
    Checkpoint out = materials_door();
    out.direction = Direction::out;
    REQUIRE(scan(summit, "B", out).reason == Reason::left);
}
