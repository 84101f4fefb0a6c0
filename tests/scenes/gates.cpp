// Doors that nobody touches: a gate with nobody before it and with each kind of answer, and signs.
#include "kiosk/app/verdict_words.h"
#include "tests/scenes/people.h"
#include "tests/scenes/scenes.h"

namespace foyer::tests {
namespace {

// Guests of several languages have passed already.
Terminal gate(const Language& language, int inside = 66) {
    Terminal terminal = on_the_morning(language, "materials-gate");
    auto places = terminal.model.occupancies;
    places[PlaceId{"2.04"}] = {inside, 96 - inside};
    terminal.tell(OccupancyChanged{places});
    const auto passes = [&](std::string name, std::string_view time, Reason reason) {
        Outcome said = outcome(words_for(reason).kind, reason);
        said.person = person(name, "en", name, "");
        if (!said.case_number.empty()) said.case_number = "A-30";
        said.read_at = at(time);
        terminal.scan(said);
    };
    passes("Han Seo-yun", "10:50", Reason::welcome);
    passes("Timur Ravnikov", "10:51", Reason::wrong_room);
    passes("Bai Yunlan", "10:51", Reason::needs_person);
    passes("Camille Rosenquell", "10:52", Reason::welcome);
    return terminal.wait(15).set_clock(at("10:52")); // the last of them has gone on
}

Scene at_gate(const char* name, int inside, std::function<Outcome(const Language&)> said) {
    return {name, [=](const Language& l) { return gate(l, inside).scan(said(l)).wait(3).view(); }};
}

} // namespace

std::vector<Scene> gate_scenes() {
    return {
        {"gate-waiting", [](const Language& l) { return gate(l).view(); }},
        {"gate-room",
         [](const Language& l) {
             Terminal terminal = gate(l);
             terminal.model.settings.stand.mode = Mode::room;
             return terminal.view();
         }},
        at_gate("gate-welcome", 67, [](const Language& l) { return answer(Reason::welcome, l); }),
        at_gate("gate-wrong-room", 66, answer_elsewhere),
        at_gate("gate-full", 96, answer_full),
        at_gate("gate-ask-a-person", 67, [](const Language& l) { return answer(Reason::needs_person, l); }),
        at_gate("gate-other-code", 67, [](const Language&) { return answer_to_nobody(Reason::not_ours); }),
        {"sign-hall", [](const Language& l) { return on_the_morning(l, "hall-sign").view(); }},
        {"sign-welcome",
         [](const Language& l) {
             return on_the_morning(l, "hall-sign").tell(DelegationArrived{{"partners"}, at("10:50")}).view();
         }},
        {"sign-door", [](const Language& l) { return on_the_morning(l, "materials-sign").view(); }},
    };
}

} // namespace foyer::tests
