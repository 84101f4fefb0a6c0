// A programme that overruns: one talk is longer, and what follows in the same room moves as far as it must.
#include "sync/summit/overrun.h"

#include <map>
#include <optional>

#include "tests/catch.h"

using namespace foyer;

namespace {

Instant at(int minute) {
    return Instant{std::chrono::sys_days{std::chrono::year{2023} / 5 / 29} + std::chrono::minutes{minute}};
}
constexpr Milliseconds minutes(int n) { return std::chrono::minutes{n}; }

Session session(const char* id, const char* room, int starts, int ends, SessionKind kind = SessionKind::talk) {
    return {{id}, std::nullopt, {room}, kind, {}, {}, {}, at(starts), at(ends)};
}

// Two talks, a break of 20 minutes and a third in one room; one beside them in another; one on the next day.
Programme morning() {
    Programme programme;
    programme.places = {{{"2.04"}}, {{"2.06"}}};
    programme.sessions = {session("first", "2.04", 0, 40),    session("beside", "2.06", 40, 80),
                          session("second", "2.04", 40, 80),  session("coffee", "2.04", 80, 100, SessionKind::break_),
                          session("third", "2.04", 100, 140), session("tomorrow", "2.04", 1440, 1480)};
    return programme;
}

std::map<std::string, std::pair<Instant, Instant>> moved(const std::vector<Draft>& drafts) {
    std::map<std::string, std::pair<Instant, Instant>> all;
    for (const Draft& draft : drafts) {
        CHECK(draft.subject.kind == SubjectKind::session);
        const auto& runs = std::get<SessionRuns>(draft.payload);
        all[draft.subject.id] = {runs.starts.value_or(at(0)), runs.ends.value()};
    }
    return all;
}

} // namespace

TEST_CASE("a talk that is longer moves the next one in its room, and a break gives way") {
    const Programme programme = morning();
    const auto all = moved(runs_longer(programme, programme.sessions.front(), minutes(10), at(35)));
    CHECK(all.size() == 3);
    CHECK(all.at("first") == std::pair{at(0), at(50)});
    CHECK(all.at("second") == std::pair{at(50), at(90)});
    CHECK(all.at("coffee") == std::pair{at(90), at(100)});
}

TEST_CASE("what a break cannot give moves on to the talk after it, never to another day") {
    const Programme programme = morning();
    const auto all = moved(runs_longer(programme, programme.sessions.front(), minutes(30), at(35)));
    CHECK(all.at("coffee") == std::pair{at(110), at(110)});
    CHECK(all.at("third") == std::pair{at(110), at(150)});
    CHECK_FALSE(all.contains("tomorrow"));
    CHECK_FALSE(all.contains("beside"));
}

// The morning after the first talk was made longer.
Programme late_by(int n, int now) {
    Programme programme = morning();
    for (const Draft& draft : runs_longer(programme, programme.sessions.front(), minutes(n), at(now)))
        for (Session& session : programme.sessions)
            if (session.id.text == draft.subject.id) {
                const auto& runs = std::get<SessionRuns>(draft.payload);
                session.starts = runs.starts.value_or(session.starts);
                session.ends = runs.ends.value_or(session.ends);
            }
    return programme;
}

std::optional<Session> as_was(const SessionId& id) {
    const Programme plan = morning();
    const Session* session = plan.session(id);
    return session ? std::optional{*session} : std::nullopt;
}

std::map<std::string, std::pair<Instant, Instant>> back(const Programme& programme, int now) {
    return moved(as_planned(programme, *as_was({"first"}), as_was, minutes(20), at(now)));
}

TEST_CASE("a session that is put back to its plan brings back what it had pushed, and a break has its time again") {
    const auto all = back(late_by(30, 35), 38);
    CHECK(all.size() == 4);
    CHECK(all.at("first") == std::pair{at(0), at(40)});
    CHECK(all.at("second") == std::pair{at(40), at(80)});
    CHECK(all.at("coffee") == std::pair{at(80), at(100)});
    CHECK(all.at("third") == std::pair{at(100), at(140)});
}

TEST_CASE("what was made longer by itself stays as long, and what follows comes back as far as it leaves room") {
    Programme programme = late_by(30, 35);
    for (Session& session : programme.sessions)
        if (session.id.text == "second") session.ends += minutes(30);
    const auto all = back(programme, 38);
    CHECK(all.at("second") == std::pair{at(40), at(110)});
    CHECK_FALSE(all.contains("third")); // until the break is over at 110, as it was
}

TEST_CASE("what has begun already is not put back, nor what was never moved") {
    CHECK(back(late_by(10, 35), 52).size() == 1);
    CHECK(back(morning(), 10).size() == 1);
}

TEST_CASE("a session is off its plan by its times, or by its door alone") {
    const Session plan = session("first", "2.04", 60, 90);
    Session now = plan;
    CHECK_FALSE(is_off_plan(now, plan, minutes(20)));
    now.doors_open = at(40);
    CHECK_FALSE(is_off_plan(now, plan, minutes(20))); // as it would open anyway
    now.doors_open = at(10);
    CHECK(is_off_plan(now, plan, minutes(20)));
    now = plan;
    now.ends = at(95);
    CHECK(is_off_plan(now, plan, minutes(20)));
}

TEST_CASE("a session that has ended moves nothing else, and one that has not begun then lasted no time") {
    const Programme programme = morning();
    CHECK(moved(has_ended(programme.sessions.front(), at(33))) ==
          std::map<std::string, std::pair<Instant, Instant>>{{"first", {at(0), at(33)}}});
    CHECK(moved(has_ended(programme.sessions[2], at(33))).at("second") == std::pair{at(33), at(33)});
}

TEST_CASE("a door that opens now keeps the session's times") {
    const auto drafts = opens_now(session("first", "2.04", 60, 90), at(10));
    const auto& runs = std::get<SessionRuns>(drafts.at(0).payload);
    CHECK(runs == SessionRuns{.doors_open = at(10)});
}

TEST_CASE("the session at a door is the one that has just ended, for that is what overruns; else the one that is on, "
          "else the "
          "next of the day") {
    const Programme programme = morning();
    const auto meant = [&](int minute) {
        const Session* found = session_at_door(programme, {"2.04"}, at(minute));
        return found ? found->id.text : "none";
    };
    CHECK(meant(-30) == "first");
    CHECK(meant(20) == "first");
    CHECK(meant(42) == "first");
    CHECK(meant(46) == "second");
    CHECK(meant(82) == "second");
    CHECK(meant(90) == "third");
    CHECK(meant(143) == "third");
    CHECK(meant(200) == "none");
    CHECK(meant(1439) == "tomorrow");
}
