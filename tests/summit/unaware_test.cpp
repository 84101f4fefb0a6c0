// Conflicts: who acted without knowing of whom, as what each had seen tells.
#include <set>

#include "sync/summit/sense.h"
#include "sync/summit/unaware.h"
#include "tests/catch.h"

using namespace foyer;

namespace {

FactId id(std::uint8_t origin, std::uint64_t seq) {
    FactId fact{{}, seq};
    fact.origin.bytes[0] = origin;
    return fact;
}

Instant at(int minute) {
    return Instant{std::chrono::sys_days{std::chrono::year{2023} / 5 / 29}} + std::chrono::minutes{minute};
}

FoldFact fact(FactId id, int minute, Payload payload, std::vector<FactId> seen = {}) {
    const auto ms = static_cast<std::uint64_t>(at(minute).time_since_epoch().count());
    return {id, Hlc{ms << 16U}, std::move(seen), at(minute), true, std::move(payload), true};
}

Entered entered(const char* place = "hall") { return {{place}, {"door"}, std::nullopt, Reason::welcome}; }
Attendee withdrawn() {
    Attendee who{{"0001"}};
    who.withdrawn = true;
    return who;
}

std::vector<ConflictRow> conflicts(const std::vector<FoldFact>& facts) { return fold(in_order(facts)).conflicts; }

using Between = ConflictRow::Kind;

} // namespace

TEST_CASE("two entries to one place that had not seen each other are a double admission, whatever the clocks say") {
    const int later = GENERATE(-30, 0, 30);
    const auto found = conflicts({fact(id(1, 5), 10, entered()), fact(id(2, 7), 10 + later, entered())});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Between::double_admission);
    CHECK(std::set{found[0].fact, found[0].other} == std::set{id(1, 5), id(2, 7)});
}

TEST_CASE("an entry that had seen the one before is no conflict, directly or through others") {
    const auto first = fact(id(1, 5), 10, entered());
    CHECK(conflicts({first, fact(id(2, 7), 20, entered(), {id(1, 5)})}).empty());
    const auto between = fact(id(3, 1), 15, Attendee{{"0001"}}, {id(1, 5)});
    CHECK(conflicts({first, between, fact(id(2, 7), 20, entered(), {id(3, 1)})}).empty());
    CHECK(conflicts({first, fact(id(1, 6), 20, entered())}).empty()); // its own
    CHECK(conflicts({first, fact(id(2, 7), 20, entered("salon"))}).empty());
}

TEST_CASE("two who withdrew one person apart may each have put a substitute there; who knew of it did not") {
    const auto first = fact(id(1, 5), 10, withdrawn());
    const auto found = conflicts({first, fact(id(2, 7), 12, withdrawn())});
    REQUIRE(found.size() == 1);
    CHECK(found[0] == ConflictRow{Between::withdrawn_twice, id(2, 7), id(1, 5)});
    CHECK(conflicts({first, fact(id(2, 7), 12, withdrawn(), {id(1, 5)})}).empty());
    // Two who change something afterwards leave it withdrawn: that is once.
    CHECK(conflicts({first, fact(id(2, 7), 12, withdrawn(), {id(1, 5)}), fact(id(3, 1), 12, withdrawn(), {id(1, 5)})})
              .empty());
}

TEST_CASE("of three entries that did not know of each other two are conflicts with the first") {
    const auto found =
        conflicts({fact(id(1, 1), 10, entered()), fact(id(2, 1), 11, entered()), fact(id(3, 1), 12, entered())});
    REQUIRE(found.size() == 2);
    CHECK(found[0].other == id(1, 1));
    CHECK(found[1].other == id(1, 1));
}

TEST_CASE("an entry that had not seen that its guest withdrew is a conflict, one before it is none") {
    const auto withdrawal = fact(id(1, 2), 20, withdrawn());
    const auto found = conflicts({withdrawal, fact(id(2, 1), 25, entered())});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Between::against_withdrawal);
    CHECK(found[0].fact == id(2, 1));
    CHECK(conflicts({fact(id(2, 1), 10, entered()), fact(id(1, 2), 20, withdrawn(), {id(2, 1)})}).empty());
}

TEST_CASE("a fact beyond what is trusted counts nowhere, and still tells what its author had seen") {
    auto between = fact(id(3, 1), 15, entered(), {id(1, 5)});
    between.counts = false;
    const std::vector facts{fact(id(1, 5), 10, entered()), between, fact(id(2, 7), 20, entered(), {id(3, 1)})};
    const Rows rows = fold(in_order(facts));
    CHECK(rows.conflicts.empty());
    CHECK(rows.presence.at({"hall"}).entries == 2);
    CHECK(rows.attendance.size() == 2);
}

TEST_CASE("a voided entry counts for nobody, and stays in the list") {
    const Rows rows =
        fold(in_order({fact(id(1, 5), 10, entered()), fact(id(4, 1), 12, Voided{id(1, 5), "by mistake"})}));
    CHECK(rows.presence.empty());
    CHECK_FALSE(rows.at);
    CHECK(rows.tallies.count({"arrived", ""}) == 0);
    REQUIRE(rows.attendance.size() == 1);
    CHECK(rows.attendance[0].voided);
}

TEST_CASE("after a purge no name, contact or note is left, whenever it comes") {
    const auto minute = GENERATE(5, 50);
    const Rows rows = fold(in_order({fact(id(1, 5), 10, Person{"Ada", "en", "Ada", {}, ""}),
                                     fact(id(1, 6), 11, Contact{"a@example.org", ""}), fact(id(1, 7), 12, Note{"n"}),
                                     fact(id(1, 8), 13, entered()), fact(id(4, 1), minute, Purged{"asked"})}));
    CHECK(rows.purged);
    CHECK_FALSE(rows.person);
    CHECK_FALSE(rows.contact);
    CHECK(rows.notes.empty());
    CHECK(rows.presence.size() == 1);
}

TEST_CASE("a clock more than two seconds off is a conflict until it is noticed to be right") {
    const std::vector off{fact(id(1, 5), 10, ClockNoticed{Milliseconds{-2'001}})};
    CHECK(conflicts(off).size() == 1);
    CHECK(conflicts({off[0], fact(id(1, 6), 20, ClockNoticed{Milliseconds{40}})}).empty());
}

TEST_CASE("other facts do not see personal ones, so that what is told without those stays told") {
    const std::vector facts{fact(id(1, 1), 1, Attendee{{"0001"}}),
                            fact(id(1, 2), 2, Person{"Ada", "en", "Ada", {}, ""}, {id(1, 1)})};
    CHECK(heads(facts, foyer::Kind::entered) == std::vector{id(1, 1)});
    CHECK(heads(facts, foyer::Kind::contact) == std::vector{id(1, 2)});
}

TEST_CASE("a fact whose time, audience or subject cannot be is found out") {
    Header header;
    Body body{{}, {SubjectKind::attendee, "0001"}, {}, at(0), true, {}};
    CHECK(contradiction(header, body, entered()).empty());
    CHECK_FALSE(contradiction(header, body, BadgeRevoked{}).empty());
    CHECK_FALSE(contradiction(header, body, Attendee{{"0002"}}).empty());
    CHECK_FALSE(contradiction(header, body, Note{"for staff"}).empty());
    body.happened = Instant::max();
    CHECK_FALSE(contradiction(header, body, entered()).empty());
}
