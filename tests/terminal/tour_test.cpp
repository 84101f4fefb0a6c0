// The demo's finger: what it has touched by the time it is done, also when a guest comes up in the middle.
#include <set>

#include "kiosk/terminal/tour.h"
#include "tests/catch.h"

using namespace foyer;

namespace {

Programme programme() {
    Programme p;
    p.places.push_back({{"hall"}});
    p.checkpoints.push_back({{"door"}, {}, {"hall"}});
    p.sessions.push_back({{"opening"}, std::nullopt, {"hall"}});
    return p;
}

// A screen that is painted after each event, and which screens were seen on it.
struct Glass {
    Glass() { tell(Started{programme(), {{"door"}}}); }

    void tell(const Event& event) {
        model = update(std::move(model), event).model;
        if (const auto* shown = std::get_if<ShowingProgramme>(&model.screen))
            seen.insert(shown->opened ? "session" : "programme");
        if (std::holds_alternative<ChoosingLanguage>(model.screen)) seen.insert("languages");
    }
    void pass(int tenths) {
        for (int i = 0; i < tenths; ++i) {
            now += Milliseconds{100};
            tell(Tick{Instant{now}, now});
            if (const auto touch = tour.touch(now, model)) tell(*touch);
            tour.drawn();
        }
    }

    Model model;
    FingerTour tour;
    Milliseconds now{0};
    std::set<std::string> seen;
};

const std::set<std::string> all{"programme", "session", "languages"};

} // namespace

TEST_CASE("the finger opens the programme, a session and the languages, and leaves the screen waiting") {
    Glass glass;
    glass.pass(40);
    REQUIRE(glass.seen == all);
    REQUIRE(std::holds_alternative<Waiting>(glass.model.screen));
}

TEST_CASE("a guest who comes up in the middle goes first, and the finger takes up what it has not seen") {
    for (int before = 5; before < 30; ++before) {
        CAPTURE(before);
        Glass glass;
        glass.pass(before);
        Outcome refusal;
        refusal.verdict.kind = VerdictKind::ask_a_person;
        glass.tell(Decided{refusal});
        glass.pass(400);
        REQUIRE(glass.seen == all);
        REQUIRE(std::holds_alternative<Waiting>(glass.model.screen));
    }
}

TEST_CASE("guests who never leave the screen waiting cannot keep the finger from its round") {
    Glass glass;
    Outcome refusal;
    refusal.verdict.kind = VerdictKind::ask_a_person;
    for (int guest = 0; guest < 5; ++guest) {
        glass.tell(Decided{refusal});
        glass.pass(22);
    }
    REQUIRE(glass.seen == all);
}

TEST_CASE("a screen that is not on the glass yet is not touched") {
    Glass glass;
    REQUIRE_FALSE(glass.tour.touch(Milliseconds{5000}, glass.model));
}
