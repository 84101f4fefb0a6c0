// What a guest is answered who serves themselves, at the entrance and at the door of a room; and the own day.
#include "tests/scenes/people.h"
#include "tests/scenes/scenes.h"

namespace foyer::tests {
namespace {

// Read for three seconds: what came in stands.
CurrentView told(Terminal terminal, const Outcome& said) { return terminal.scan(said).wait(3).view(); }

Scene at_entrance(const char* name, Reason reason) {
    return {name, [=](const Language& l) { return told(on_the_morning(l), answer(reason, l)); }};
}

Scene of_nobody(const char* name, Reason reason) {
    return {name, [=](const Language& l) { return told(on_the_morning(l), answer_to_nobody(reason)); }};
}

std::vector<Scene> admitted_scenes() {
    return {
        at_entrance("verdict-welcome", Reason::welcome),
        {"verdict-welcome-coming-in",
         [](const Language& l) {
             Terminal terminal = on_the_morning(l);
             terminal.tell(LinkState{false, 12, at("10:50"), 1, 3}).scan(answer(Reason::welcome, l));
             const auto& model = terminal.model;
             return terminal.tell(Tick{model.now, model.monotonic + Milliseconds{300}}).view();
         }},
        {"verdict-welcome-large",
         [](const Language& l) {
             return told(on_the_morning(l).touch(ToggleLargeText{}), answer(Reason::welcome, l));
         }},
        {"verdict-welcome-room",
         [](const Language& l) { return told(on_the_morning(l, "materials"), answer(Reason::welcome, l)); }},
        {"verdict-welcome-unnamed",
         [](const Language& l) {
             Terminal terminal = on_the_morning(l);
             terminal.model.programme.summit.greeted_unnamed.insert(Category::vip);
             terminal.model.programme.summit.discreet.insert(Category::vip);
             Outcome guest_of_honour = answer(Reason::welcome, l);
             guest_of_honour.attendee->category = Category::vip;
             return told(terminal, guest_of_honour);
         }},
        at_entrance("verdict-left", Reason::left),
        of_nobody("verdict-flagged", Reason::admitted_flagged),
        {"verdict-free-passage",
         [](const Language& l) {
             Terminal terminal = on_the_morning(l);
             terminal.model.programme.emergency.state = Emergency::State::on;
             return told(terminal, answer(Reason::free_passage, l));
         }},
    };
}

std::vector<Scene> held_back_scenes() {
    return {
        {"verdict-again",
         [](const Language& l) {
             Outcome said = answer(Reason::again, l);
             said.verdict.before = at("10:31");
             said.before_at = CheckpointId{"west"};
             return told(on_the_morning(l), said);
         }},
        {"verdict-not-yet-open",
         [](const Language& l) {
             Outcome said = answer(Reason::not_yet_open, l);
             said.verdict.opens = at("11:00");
             return told(on_the_morning(l, "materials"), said);
         }},
        {"verdict-wrong-day",
         [](const Language& l) {
             Outcome said = answer(Reason::wrong_day, l);
             said.verdict.opens = at("09:00", 1);
             return told(on_the_morning(l), said);
         }},
        {"verdict-wrong-room",
         [](const Language& l) { return told(on_the_morning(l, "materials"), answer_elsewhere(l)); }},
        {"verdict-wrong-room-right",
         [](const Language& l) {
             return told(on_the_morning(l, "materials").touch(ChooseReach{Reach::right}), answer_elsewhere(l));
         }},
        {"verdict-full", [](const Language& l) { return told(on_the_morning(l, "materials"), answer_full(l)); }},
        at_entrance("verdict-ask-a-person", Reason::needs_person),
        at_entrance("verdict-newer-badge", Reason::outdated_badge),
        at_entrance("verdict-cannot-record", Reason::cannot_record),
        of_nobody("verdict-other-code", Reason::not_ours),
        of_nobody("verdict-other-ticket", Reason::other_ticket),
        of_nobody("verdict-unknown-offline", Reason::unknown_offline),
    };
}

Terminal own_day(const Language& language) {
    return on_the_morning(language).scan(answer(Reason::welcome_back, language)).wait(3);
}

std::vector<Scene> own_day_scenes() {
    return {
        {"own-day", [](const Language& l) { return own_day(l).view(); }},
        {"own-day-large", [](const Language& l) { return own_day(l).touch(ToggleLargeText{}).view(); }},
        {"own-day-offer",
         [](const Language& l) {
             const Presented badge{Presented::Form::foyer, "FOYERBADGE000001"};
             return own_day(l).tell(Touched{}).tell(BadgeOffered{badge}).view();
         }},
        {"own-day-over",
         [](const Language& l) {
             Terminal terminal = on_the_morning(l);
             terminal.set_clock(at("12:31")).tell(LinkState{true, 0, at("12:31"), 3, 3});
             return terminal.scan(answer(Reason::welcome_back, l)).wait(3).view();
         }},
    };
}

} // namespace

std::vector<Scene> verdict_scenes() {
    std::vector<Scene> all = admitted_scenes();
    for (const auto& part : {held_back_scenes(), own_day_scenes()}) all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace foyer::tests
