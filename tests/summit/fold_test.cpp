// The fold: what a person's facts come to, whatever order they arrive in.
#include <algorithm>

#include "sync/summit/fold.h"
#include "tests/catch.h"
#include "tests/random.h"

using namespace foyer;
using test::Random;

static OriginId origin(std::uint8_t n) {
    OriginId id;
    id.bytes[0] = n;
    return id;
}

static Instant at(int minute) { return Instant{std::chrono::minutes{minute}}; }

static FoldFact fact(FactId id, int minute, Payload payload, std::vector<FactId> seen = {}) {
    return {id,
            Hlc{static_cast<std::uint64_t>(at(minute).time_since_epoch().count()) << 16U},
            std::move(seen),
            at(minute),
            true,
            std::move(payload)};
}

static Entered entered(const char* place) { return {{place}, {"door"}, std::nullopt, Reason::welcome}; }

// A plausible life of one attendee, written by several origins that partly saw each other.
static std::vector<FoldFact> random_life(Random& random) {
    std::vector<FoldFact> facts;
    std::uint64_t next_seq[4] = {1, 1, 1, 1};
    const std::size_t count = 3 + random.below(12);
    for (std::size_t i = 0; i < count; ++i) {
        const auto by = static_cast<std::uint8_t>(random.below(4));
        std::vector<FactId> seen;
        for (const FoldFact& earlier : facts)
            if (random.chance(40)) seen.push_back(earlier.id);
        Attendee who{{"0001"}};
        who.seat = std::to_string(i);
        who.withdrawn = random.chance(5);
        const Payload choices[] = {who,
                                   Person{"N" + std::to_string(i), "en", "L", {}, ""},
                                   entered("a"),
                                   entered("b"),
                                   Left{{"a"}, {"door"}, std::nullopt},
                                   Refused{{"door"}, Reason::room_full, std::nullopt, ""}};
        facts.push_back(
            fact({origin(by), next_seq[by]++}, static_cast<int>(random.below(60)), choices[random.below(6)], seen));
    }
    return facts;
}

TEST_CASE("the order in which facts arrive never changes what they come to") {
    const auto seed = GENERATE(range(0, 300));
    CAPTURE(seed);
    Random random(static_cast<std::uint64_t>(seed));
    auto facts = random_life(random);
    const Rows expected = fold(in_order(facts));
    for (int shuffle = 0; shuffle < 5; ++shuffle) {
        for (std::size_t i = facts.size(); i > 1; --i) std::swap(facts[i - 1], facts[random.below(i)]);
        REQUIRE(fold(in_order(facts)) == expected);
    }
}

TEST_CASE("an exit that was assumed moves whoever was still there, and nobody who had been seen elsewhere by then") {
    FoldFact left = fact({origin(2), 1}, 30, Left{{"a"}, {"door"}, std::nullopt, "session_over"});
    left.observed = false;
    const FoldFact in_a = fact({origin(1), 1}, 10, entered("a")), in_b = fact({origin(1), 2}, 20, entered("b"));
    CHECK(fold(in_order({in_a, left})).at == At{{"a"}, false});
    CHECK(fold(in_order({left, in_a, in_b})).at == At{{"b"}, true});
    left.observed = true;
    CHECK(fold(in_order({left, in_a, in_b})).at == At{{"a"}, false}); // somebody saw it
}

TEST_CASE("a fact that has seen another is newer, whatever the clocks say") {
    const FactId first{origin(1), 1}, second{origin(2), 1};
    const auto rows = fold(in_order({fact(second, 10, Person{"new", "en", "new", {}, ""}, {first}),
                                     fact(first, 50, Person{"old", "en", "old", {}, ""})}));
    REQUIRE(rows.person->native_name == "new");
}

TEST_CASE("concurrent facts go by their time, then by origin") {
    const auto rows = fold(in_order({fact({origin(1), 1}, 20, Person{"later", "en", "", {}, ""}),
                                     fact({origin(2), 1}, 10, Person{"earlier", "en", "", {}, ""})}));
    REQUIRE(rows.person->native_name == "later");
}

TEST_CASE("a withdrawal stands, whoever writes after it") {
    Attendee withdrawn{{"0001"}}, changed{{"0001"}};
    withdrawn.withdrawn = true;
    const FactId first{origin(1), 1};
    const auto rows = fold(in_order({fact(first, 1, withdrawn), fact({origin(2), 1}, 2, changed, {first})}));
    REQUIRE(rows.attendee->withdrawn);
    REQUIRE_FALSE(rows.tallies.contains({"expected", ""}));
}

TEST_CASE("counts are of people: two scans of one guest arrive once") {
    const auto rows =
        fold(in_order({fact({origin(1), 1}, 5, entered("hall")), fact({origin(2), 1}, 9, entered("hall"))}));
    REQUIRE(rows.tallies.at({"arrived", ""}) == 1);
    REQUIRE(rows.tallies.at({"ever", "hall"}) == 1);
    REQUIRE(rows.tallies.at({"scans", "welcome"}) == 2);
    REQUIRE(rows.presence.at({"hall"}).entries == 2);
}

TEST_CASE("a session runs as somebody at its door said last, until the programme says it anew") {
    Session planned{{"talk"}, std::nullopt, {"2.04"}};
    planned.starts = at(60);
    planned.ends = at(100);
    const FoldFact plan = fact({origin(1), 1}, 0, planned);
    const FoldFact longer = fact({origin(2), 1}, 95, SessionRuns{.ends = at(110)}, {plan.id});
    const FoldFact longest = fact({origin(3), 1}, 105, SessionRuns{std::nullopt, at(115), at(30)}, {longer.id});
    const auto runs = [](std::vector<FoldFact> facts) {
        return std::get<Session>(*fold(in_order(std::move(facts))).item);
    };
    CHECK(runs({plan, longer}).ends == at(110));
    CHECK(runs({longest, longer, plan}).ends == at(115));
    CHECK(runs({longest, longer, plan}).doors_open == at(30));
    planned.ends = at(90);
    CHECK(runs({longest, longer, plan, fact({origin(1), 2}, 120, planned, {longest.id})}).ends == at(90));
    CHECK_FALSE(fold(in_order({longer})).item); // what it speaks of has not arrived
    CHECK(runs({plan, fact({origin(2), 1}, 95, SessionRuns{.ends = at(50)})}).ends == at(100));
}

TEST_CASE("what two doors say of one session is each kept: one opens now, the other runs longer") {
    Session planned{{"talk"}, std::nullopt, {"2.04"}};
    planned.starts = at(60);
    planned.ends = at(100);
    const FoldFact plan = fact({origin(1), 1}, 0, planned);
    const FoldFact opens = fact({origin(2), 1}, 40, SessionRuns{.doors_open = at(40)}, {plan.id});
    const FoldFact longer = fact({origin(3), 1}, 40, SessionRuns{.ends = at(110)}, {plan.id});
    const Session both = std::get<Session>(*fold(in_order({longer, plan, opens})).item);
    CHECK(both.ends == at(110));
    CHECK(both.doors_open == at(40));
}

TEST_CASE("a call that is done stays done, whoever takes it without knowing") {
    const FoldFact open = fact({origin(1), 1}, 0, Call{{"door"}, at(0), Call::State::open, ""});
    const FoldFact done = fact({origin(2), 1}, 5, Call{{"door"}, at(0), Call::State::done, ""}, {open.id});
    const FoldFact taken = fact({origin(3), 1}, 9, Call{{"door"}, at(0), Call::State::taken, "Desk 2"}, {open.id});
    for (const auto& facts : {std::vector{open, done, taken}, std::vector{taken, open, done}})
        CHECK(std::get<Call>(*fold(in_order(facts)).item).state == Call::State::done);
}

TEST_CASE("a visit typed in later counts from when it happened") {
    auto typed_in = fact({origin(1), 2}, 30, entered("hall"));
    typed_in.happened = at(3);
    const auto rows = fold(in_order({fact({origin(1), 1}, 5, entered("hall")), typed_in}));
    REQUIRE(rows.presence.at({"hall"}).first_entered == at(3));
    REQUIRE(rows.tallies.contains({"arrivals", std::to_string(at(3).time_since_epoch().count())}));
}

TEST_CASE("facts that claim to have seen each other still fold, always the same") {
    const FactId a{origin(1), 1}, b{origin(2), 1};
    const auto one = fact(a, 1, Person{"a", "en", "", {}, ""}, {b}),
               two = fact(b, 2, Person{"b", "en", "", {}, ""}, {a});
    REQUIRE(fold(in_order({one, two})) == fold(in_order({two, one})));
}

TEST_CASE("heads are the facts that nobody has seen yet") {
    const FactId a{origin(1), 1}, b{origin(2), 1}, c{origin(3), 1};
    const std::vector<FoldFact> facts{fact(a, 1, entered("x")), fact(b, 2, entered("x"), {a}),
                                      fact(c, 3, entered("x"), {a})};
    REQUIRE(heads(facts, Kind::entered) == std::vector<FactId>{b, c});
}
