// A signed code on its way to a verdict: what it proves by itself, and what the node knows better.
#include "scanner/code/parse.h"
#include "scanner/code/pretix.h"
#include "scanner/code/proof.h"
#include "scanner/code/reading_text.h"
#include "tests/catch.h"
#include "tests/code/seeded.h"

using namespace foyer;
using test::Random;
using test::some_summit;

namespace {

const Instant noon{std::chrono::hours{24} * 20000 + std::chrono::hours{12}};

// A node with a hall and a room, and whom it knows: by the texts of their codes.
class Node : public View {
public:
    Node() {
        programme_.summit.starts = noon - std::chrono::hours{4};
        programme_.summit.ends = noon + std::chrono::hours{4};
        programme_.summit.languages = {"fr", "en"};
        programme_.places = {{{"hall"}}, {{"room"}}};
        programme_.forums = {{{"bio"}, {}, {}, {}, {"hall"}, 0}, {{"materials"}, {}, {}, {}, {"room"}, 1}};
    }
    [[nodiscard]] const Programme& programme() const override { return programme_; }
    [[nodiscard]] std::optional<Badge> badge_of(const Presented& code) const override {
        const auto found = badges.find(code.text);
        if (code.form == Presented::Form::forged || found == badges.end()) return std::nullopt;
        return found->second;
    }
    [[nodiscard]] std::optional<Attendee> attendee(const AttendeeId& id) const override {
        const auto found = people.find(id);
        return found == people.end() ? std::nullopt : std::optional{found->second};
    }
    [[nodiscard]] Presence presence(const AttendeeId&, const PlaceId&) const override { return {}; }
    [[nodiscard]] Occupancy occupancy(const PlaceId&) const override { return {}; }
    [[nodiscard]] bool in_contact(Instant) const override { return contact; }

    Verdict admitted(const std::string& text, Instant when = noon, bool revoked = false) const {
        const ProvenView view(*this, examine(parse(text), some_summit(), programme_, keys), {"b1"}, revoked);
        Checkpoint door{{"door"}, {}, {"room"}};
        door.forum_only = true;
        return admit(view.code(), view, door, when);
    }

    Programme programme_;
    std::map<std::string, Badge> badges;
    std::map<AttendeeId, Attendee> people;
    std::vector<CodeKey> keys;
    bool contact = true;
};

struct Island : Node {
    explicit Island(std::uint64_t seed) : random(seed), signing(test::seeded_keys(random)) {
        keys = {{CodeKeyKind::foyer, signing.public_key, false, {}, {}}};
    }
    [[nodiscard]] std::string code(std::uint16_t forums = 0b10) const {
        SignedCode code{.attendee = {"0412"}, .until = noon + std::chrono::hours{2}};
        code.rights = {Category::delegate, forums};
        return sign_code(code, some_summit(), signing).value();
    }
    Random random;
    KeyPair signing;
};

} // namespace

TEST_CASE("Where nobody knows the badge or its holder, a signed code is let in by what it says") {
    const Island island(51);
    const Verdict verdict = island.admitted(island.code());
    CHECK(verdict.reason == Reason::welcome);
    CHECK(verdict.attendee == AttendeeId{"0412"});
    CHECK(verdict.badge == BadgeId{"b1"});
    CHECK(island.admitted(island.code(0b01)).reason == Reason::not_invited); // for the other forum
    CHECK(island.admitted(island.code(), noon + std::chrono::hours{2}).reason == Reason::closed);
}

TEST_CASE("Signatures that do not count: forged, by a retired key, by an unknown one") {
    Island island(52);
    const std::string code = island.code();
    std::string changed = code;
    changed[50] = changed[50] == 'A' ? 'B' : 'A';
    CHECK(island.admitted(changed).kind == VerdictKind::ask_a_person);
    CHECK(island.admitted(changed).reason == Reason::forged);
    island.keys[0].retired = true;
    CHECK(island.admitted(code).reason == Reason::retired_key);
    island.keys.clear();
    CHECK(island.admitted(code).reason == Reason::unknown_key);
    island.contact = false; // the key may be a desk's that was enrolled a minute ago
    CHECK(island.admitted(code).reason == Reason::unknown_offline);
}

TEST_CASE("What the node knows goes before what the code says, but its time always counts") {
    Island island(53);
    const std::string code = island.code();
    island.people[{"0412"}] = {{"0412"}};
    island.people[{"0412"}].forums = {{"bio"}};
    CHECK(island.admitted(code).reason == Reason::not_invited); // the rights in the roster are newer
    island.people[{"0412"}].forums = {{"materials"}};
    CHECK(island.admitted(code).reason == Reason::welcome);
    island.people[{"0412"}].withdrawn = true;
    CHECK(island.admitted(code).reason == Reason::withdrawn);
    island.people[{"0412"}].withdrawn = false;

    CHECK(island.admitted(code, noon, true).reason == Reason::revoked);
    island.keys.clear(); // a badge that the rows have needs no key
    island.badges[code] = {{"b1"}, BadgeKind::badge, {"0412"}};
    CHECK(island.admitted(code).reason == Reason::welcome);
    CHECK(island.admitted(code, noon + std::chrono::hours{2}).reason == Reason::closed);
    island.badges[code].state = BadgeState::replaced;
    CHECK(island.admitted(code).reason == Reason::outdated_badge);
}

TEST_CASE("A signed ticket of pretix is let in, known or not, and one of another event is told to be one") {
    Random random(54);
    const KeyPair event = test::seeded_keys(random);
    Node node;
    node.keys = {{CodeKeyKind::pretix_sig1, event.public_key, false, {}, {}}};
    std::string text;
    do text = test::seeded_pretix(random, event);
    while (read_pretix(text)->from || read_pretix(text)->until);
    const auto ticket = read_pretix(text);
    const Verdict verdict = node.admitted(text);
    CHECK(verdict.reason == Reason::welcome);
    CHECK(verdict.attendee == AttendeeId{"pretix-" + ticket->seed});
    CHECK(node.admitted(text, noon, true).reason == Reason::revoked);
    CHECK(node.admitted(test::seeded_pretix(random, test::seeded_keys(random))).reason == Reason::other_ticket);
    node.keys[0].items = {ticket->item + 1};
    CHECK(node.admitted(text).reason == Reason::other_ticket); // a parking ticket
    node.badges[text] = {{"b2"}, BadgeKind::invitation, {"0007"}};
    node.people[{"0007"}] = {{"0007"}};
    CHECK(node.admitted(text).attendee == AttendeeId{"0007"}); // the roster says whose it is
    node.badges.clear();
    node.keys[0] = {CodeKeyKind::pretix_sig1, event.public_key, true, {}, {}};
    CHECK(node.admitted(text).reason == Reason::retired_key);
}

TEST_CASE("Codes of others are found in the roster under any of their names") {
    Node node;
    node.people[{"0007"}] = {{"0007"}};
    const Badge badge{{"b7"}, BadgeKind::invitation, {"0007"}};
    const std::string uuid = "a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69";
    for (const auto& [known_as, shown] :
         {std::pair{uuid, R"({"i":[1,"indico.example.org","o/gccJstTlWPYB0uPEtaaQ=="]})"},
          std::pair{uuid, R"({"checkin_secret":"a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69","version":1})"},
          std::pair{uuid, "A3F81C70-9B2D-4E55-8F60-1D2E3C4B5A69/abc+="},
          std::pair{uuid, "]Q1\\000026a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69\r\n"},
          std::pair{std::string{"t-1"}, R"({"ticket":"t-1"})"}, std::pair{std::string{"l-1"}, R"({"lead":"l-1"})"},
          std::pair{std::string{"1234567890123456789"}, "1234567890123456789"},
          std::pair{std::string{R"({"ticket":"t-2"})"}, R"({"ticket":"t-2"})"}}) {
        INFO(shown);
        CHECK(node.admitted(shown).kind == VerdictKind::ask_a_person);
        node.badges = {{known_as, badge}};
        CHECK(node.admitted(shown).reason == Reason::welcome);
        node.badges.clear();
    }
}

TEST_CASE("What is for something else by its form is told to be, unless the roster knows it") {
    Node node;
    const std::string indico = R"({"i":[1,"indico.example.org","o/gccJstTlWPYB0uPEtaaQ=="]})";
    const std::vector<std::string> tickets{indico, R"({"ticket":"t-1"})", R"({"lead":"l-1"})",
                                           "a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69/abc+="};
    const std::vector<std::string> others{"https://u.wechat.com/example", "BEGIN:VCARD\r\nFN:Anna\r\nEND:VCARD",
                                          "wxp://f2f0example", "WIFI:S:Hall;T:WPA;P:secret;;"};
    const std::vector<std::string> open{"https://example.org/menu", "q6uzgqbzrs8fd3vn",
                                        "a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69"};
    const auto reason = [&](const std::string& text) { return std::pair{text, node.admitted(text).reason}; };
    for (const auto& text : tickets) CHECK(reason(text) == std::pair{text, Reason::other_ticket});
    for (const auto& text : others) CHECK(reason(text) == std::pair{text, Reason::other_ticket});
    for (const auto& text : open) CHECK(reason(text) == std::pair{text, Reason::not_ours});
    node.contact = false; // the rest of the roster may know a ticket, but no contact card is one
    for (const auto& text : tickets) CHECK(reason(text) == std::pair{text, Reason::unknown_offline});
    for (const auto& text : others) CHECK(reason(text) == std::pair{text, Reason::other_ticket});
    for (const auto& text : open) CHECK(reason(text) == std::pair{text, Reason::unknown_offline});
    node.people[{"0007"}] = {{"0007"}};
    for (const auto& text : others) node.badges[tidy(text)] = {{"b7"}, BadgeKind::invitation, {"0007"}};
    for (const auto& text : others) CHECK(reason(text) == std::pair{text, Reason::welcome});
}

TEST_CASE("A short code is what it was: the rows know it, or nobody does") {
    Random random(56);
    Node node;
    const std::string code = test::seeded_short(random);
    CHECK(node.admitted(code).reason == Reason::forged);
    node.people[{"0007"}] = {{"0007"}};
    node.badges[code] = {{"b7"}, BadgeKind::badge, {"0007"}};
    CHECK(node.admitted(code).reason == Reason::welcome);
    node.contact = false;
    node.badges.clear();
    CHECK(node.admitted(code).reason == Reason::unknown_offline);
}
