// Meetings: which one a scan is about, who is there, when staff hear of it, what stands in the way of a change.
#include <map>

#include "sync/summit/fold.h"
#include "sync/summit/matchmaking.h"
#include "sync/summit/record.h"
#include "tests/catch.h"

using namespace foyer;

namespace {

const Instant ten{std::chrono::sys_days{std::chrono::year{2023} / 5 / 29} + std::chrono::hours{2}};
Instant minutes(int after_ten) { return ten + std::chrono::minutes{after_ten}; }

Meeting meeting(const char* id, const char* table, int from, int until, const char* a, const char* b,
                std::optional<AttendeeId> interpreter = std::nullopt) {
    return {{id}, {table}, minutes(from), minutes(until), {{a}, {b}}, std::move(interpreter), {"de", "zh"}};
}

// A hall with tables 1 and 2, a table 9 elsewhere. Anna meets Bo at table 1 from 10:00 to 10:20 with Ivan.
class Tables : public View {
public:
    Tables() {
        programme_.places = {{{"site"}, std::nullopt, PlaceKind::site},
                             {{"hall"}, PlaceId{"site"}, PlaceKind::hall},
                             {{"t1"}, PlaceId{"hall"}, PlaceKind::table},
                             {{"t2"}, PlaceId{"hall"}, PlaceKind::table},
                             {{"t9"}, PlaceId{"site"}, PlaceKind::table}};
        all = {meeting("m1", "t1", 0, 20, "anna", "bo", AttendeeId{"ivan"})};
    }
    [[nodiscard]] const Programme& programme() const override { return programme_; }
    [[nodiscard]] std::optional<Badge> badge_of(const Presented& code) const override {
        return Badge{{"b-" + code.text}, BadgeKind::badge, {code.text}};
    }
    [[nodiscard]] std::optional<Attendee> attendee(const AttendeeId& id) const override {
        Attendee who;
        who.id = id;
        return who;
    }
    [[nodiscard]] Presence presence(const AttendeeId& who, const PlaceId& where) const override {
        const auto found = visits.find({who, where});
        return found == visits.end() ? Presence{} : found->second;
    }
    [[nodiscard]] Occupancy occupancy(const PlaceId&) const override { return {}; }
    [[nodiscard]] bool in_contact(Instant) const override { return true; }
    [[nodiscard]] std::span<const Meeting> meetings() const override { return all; }

    Verdict scan(const char* who, int when) const {
        Checkpoint here{{"meetings"}, {}, {"hall"}};
        here.mode = Mode::meeting;
        return admit({Presented::Form::foyer, who}, *this, here, minutes(when));
    }
    void sit(const char* who, const char* table, int when) {
        visits[{{who}, {table}}] = {true, minutes(when), minutes(when)};
    }

    Programme programme_;
    std::vector<Meeting> all;
    std::map<std::pair<AttendeeId, PlaceId>, Presence> visits;
};

} // namespace

TEST_CASE("who has a meeting now is sent to its table, and so is the interpreter, from twenty minutes before") {
    const Tables tables;
    for (const char* who : {"anna", "bo", "ivan"}) {
        const Verdict verdict = tables.scan(who, -20);
        CHECK(verdict.kind == VerdictKind::admitted);
        CHECK(verdict.reason == Reason::to_table);
        CHECK(verdict.go_to == PlaceId{"t1"});
        CHECK(verdict.meeting == MeetingId{"m1"});
    }
    CHECK(tables.scan("anna", 19).reason == Reason::to_table);
}

TEST_CASE("what is recorded of it is an entry at the table") {
    const Tables tables;
    const Draft draft = record_of(tables.scan("anna", 0), {{"meetings"}, {}, {"hall"}}, {minutes(0), "", ""});
    const auto& entered = std::get<Entered>(draft.payload);
    CHECK(entered.place == PlaceId{"t1"});
    CHECK(entered.checkpoint == CheckpointId{"meetings"});
}

TEST_CASE("who comes too early hears when and where; who has nothing left hears that") {
    const Tables tables;
    const Verdict early = tables.scan("anna", -21);
    CHECK(early.kind == VerdictKind::wait);
    CHECK(early.reason == Reason::meeting_later);
    CHECK(early.opens == minutes(0));
    CHECK(early.go_to == PlaceId{"t1"});
    CHECK(tables.scan("anna", 20).reason == Reason::no_meeting);
    CHECK(tables.scan("carol", 0).reason == Reason::no_meeting);
}

TEST_CASE("a meeting at tables elsewhere is a way to go, not an entry here") {
    Tables tables;
    tables.all[0].table = {"t9"};
    const Verdict verdict = tables.scan("anna", 0);
    CHECK(verdict.kind == VerdictKind::go_elsewhere);
    CHECK(verdict.go_to == PlaceId{"t9"});
}

TEST_CASE("in the last five minutes of one meeting a scan is about the next") {
    Tables tables;
    tables.all.push_back(meeting("m2", "t2", 20, 40, "anna", "carol"));
    CHECK(tables.scan("anna", 14).meeting == MeetingId{"m1"});
    CHECK(tables.scan("anna", 15).meeting == MeetingId{"m2"});
    CHECK(tables.scan("bo", 15).meeting == MeetingId{"m1"});
}

TEST_CASE("who waited hears that the table was given back, until another meeting of theirs is due") {
    Tables tables;
    tables.all[0].state = Meeting::State::released;
    CHECK(tables.scan("anna", 16).kind == VerdictKind::wait);
    CHECK(tables.scan("anna", 16).reason == Reason::meeting_released);
    tables.all.push_back(meeting("m2", "t2", 20, 40, "anna", "carol"));
    CHECK(tables.scan("anna", 16).meeting == MeetingId{"m2"});
}

TEST_CASE("staff hear of who is missing from the summit's own minute on, and no more once all are there") {
    Tables tables;
    tables.programme_.summit.no_show = std::chrono::minutes{3};
    tables.sit("anna", "t1", -5);
    tables.sit("ivan", "t1", 1);
    CHECK_FALSE(alerts(tables, tables.all[0], minutes(2)));
    CHECK(alerts(tables, tables.all[0], minutes(3)));
    CHECK(missing(tables, tables.all[0]) == std::vector<AttendeeId>{{"bo"}});
    tables.sit("bo", "t1", 4);
    CHECK_FALSE(alerts(tables, tables.all[0], minutes(4)));
}

TEST_CASE("a table lapses without one of the parties, not without the interpreter, and never when the summit says so") {
    Tables tables;
    tables.sit("anna", "t1", 0);
    CHECK_FALSE(lapses(tables, tables.all[0], minutes(14)));
    CHECK(lapses(tables, tables.all[0], minutes(15)));
    tables.programme_.summit.release_after = Milliseconds{0};
    CHECK_FALSE(lapses(tables, tables.all[0], minutes(15)));
    tables.programme_.summit.release_after = std::chrono::minutes{15};
    tables.sit("bo", "t1", 1);
    CHECK_FALSE(lapses(tables, tables.all[0], minutes(15)));
    CHECK(alerts(tables, tables.all[0], minutes(15))); // ivan
}

TEST_CASE("who was there an hour ago is not there now; who stayed at the table since the meeting before is") {
    Tables tables;
    tables.all = {meeting("m0", "t1", -20, 0, "anna", "carol"), meeting("m1", "t1", 0, 20, "anna", "bo")};
    tables.sit("anna", "t1", -80);
    CHECK_FALSE(is_there(tables, tables.all[1], {"anna"}));
    tables.sit("anna", "t1", -30);
    CHECK(is_there(tables, tables.all[0], {"anna"}));
    CHECK(is_there(tables, tables.all[1], {"anna"}));
    tables.visits[{{"anna"}, {"t1"}}].inside = false;
    CHECK_FALSE(is_there(tables, tables.all[1], {"anna"}));
}

TEST_CASE("who scanned before the meeting was moved to another table is there still") {
    Tables tables;
    tables.sit("anna", "t1", 0);
    apply({.table = PlaceId{"t2"}}, tables.all[0]);
    CHECK(tables.all[0].table == PlaceId{"t2"});
    CHECK(is_there(tables, tables.all[0], {"anna"}));
}

TEST_CASE("a table and an interpreter are taken by what overlaps, not by what follows or was given back") {
    Tables tables;
    tables.all.push_back(meeting("m2", "t2", 10, 30, "carol", "dan", AttendeeId{"ivan"}));
    const Meeting& first = tables.all[0];
    REQUIRE(taken_by(tables.all, first, {"t2"}));
    CHECK(taken_by(tables.all, first, {"t2"})->id == MeetingId{"m2"});
    CHECK(busy_in(tables.all, first, {"ivan"}));
    CHECK_FALSE(taken_by(tables.all, first, {"t1"}));
    CHECK_FALSE(busy_in(tables.all, first, {"olga"}));
    tables.all[1].starts = minutes(20);
    CHECK_FALSE(taken_by(tables.all, first, {"t2"}));
    tables.all[1].starts = minutes(10);
    tables.all[1].state = Meeting::State::released;
    CHECK_FALSE(taken_by(tables.all, first, {"t2"}));
}

TEST_CASE("what is made of a meeting folds field by field, whatever order it came in; planning it anew says it all") {
    const OriginId a{{1}}, b{{2}};
    const auto fact = [](OriginId origin, std::uint64_t seq, int when, Payload payload, std::vector<FactId> seen) {
        return FoldFact{
            {origin, seq},     Hlc{static_cast<std::uint64_t>(when) << 16}, std::move(seen), minutes(when), true,
            std::move(payload)};
    };
    const FoldFact plan = fact(a, 1, 1, meeting("m1", "t1", 0, 20, "anna", "bo"), {});
    const FoldFact moved = fact(a, 2, 2, MeetingRuns{.table = PlaceId{"t2"}, .by = "desk"}, {plan.id});
    MeetingRuns let_go;
    let_go.then = MeetingRuns::Then::released;
    const FoldFact released = fact(b, 1, 2, let_go, {plan.id});
    for (const auto& facts : {std::vector{plan, moved, released}, std::vector{released, moved, plan}}) {
        const auto folded = std::get<Meeting>(*fold(in_order(facts)).item);
        CHECK(folded.table == PlaceId{"t2"});
        CHECK(folded.moved_from == std::vector<PlaceId>{{"t1"}});
        CHECK(folded.state == Meeting::State::released);
    }
    const FoldFact anew = fact(a, 3, 9, meeting("m1", "t1", 5, 25, "anna", "bo"), {moved.id, released.id});
    CHECK(std::get<Meeting>(*fold(in_order({plan, moved, released, anew})).item) == std::get<Meeting>(anew.payload));
    CHECK_FALSE(fold(in_order({moved})).item); // of what is not there yet
}
