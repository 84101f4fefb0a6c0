// Why somebody is checked in or out by hand: chosen by staff where they want to, and in the history.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

using enum DeskTap::What;

Dossier anna() { return {file_of("0412", "Anna"), {}, false}; }

const DeskView::FormChoice& choice(const DeskView& view, const std::string& label) {
    REQUIRE(view.form);
    for (const auto& offered : view.form->choices)
        if (offered.label.text == label) return offered;
    FAIL("no choice " << label);
    return view.form->choices.front();
}

TEST_CASE("Who gives no reason checks in by one tap, and the reason is how the person was found") {
    Terminal found = with_person(anna());
    found.touch(DeskTap{check_in});
    CHECK(last<CheckByHand>(found).why == ByHandWhy::no_code);
    Terminal shown = with_person(anna(), By::scanned);
    shown.touch(DeskTap{check_in});
    CHECK(last<CheckByHand>(shown).why == ByHandWhy::at_desk);
}

TEST_CASE("A reason is chosen beside the one that stands already, and goes with the check-in") {
    Terminal terminal = with_person(anna());
    terminal.touch(DeskTap{give_reason});
    CHECK(terminal.see<DeskView>().form->title.text == "Why by hand?");
    CHECK(choice(terminal.see<DeskView>(), "No code").chosen);
    CHECK(terminal.see<DeskView>().form->confirm_button.text == "Check in");
    for (const char* reason : {"Badge unreadable", "Phone empty", "Known in person", "Guided group", "Another reason"})
        CHECK_FALSE(choice(terminal.see<DeskView>(), reason).chosen);
    terminal.touch(choice(terminal.see<DeskView>(), "Badge forgotten").asks);
    CHECK(choice(terminal.see<DeskView>(), "Badge forgotten").chosen);
    CHECK_FALSE(choice(terminal.see<DeskView>(), "No code").chosen);
    terminal.wait(1).touch(DeskTap{confirm});
    const auto act = last<CheckByHand>(terminal);
    CHECK(act.why == ByHandWhy::badge_forgotten);
    CHECK(act.direction == Direction::in);
    CHECK(act.happened == terminal.model.now);
}

TEST_CASE("Who is inside is checked out with a reason") {
    Dossier inside = anna();
    inside.inside = true;
    Terminal terminal = with_person(inside);
    terminal.touch(DeskTap{give_reason});
    CHECK(terminal.see<DeskView>().form->confirm_button.text == "Check out");
    terminal.wait(1).touch(DeskTap{confirm});
    CHECK(last<CheckByHand>(terminal).direction == Direction::out);
}

TEST_CASE("A form for a reason is closed when a door was first, for it would do nothing") {
    Terminal terminal = with_person(anna());
    terminal.touch(DeskTap{give_reason});
    Dossier inside = anna();
    terminal.tell(PersonLookedUp{By::changed, inside, Reason::welcome});
    CHECK(terminal.see<DeskView>().form);
    inside.inside = true;
    terminal.tell(PersonLookedUp{By::changed, inside, Reason::welcome});
    CHECK_FALSE(terminal.see<DeskView>().form);
}

TEST_CASE("The history says why something was done by hand, and why it was taken back") {
    Dossier dossier = anna();
    dossier.file.attendance = {
        {{{}, 2}, "left", Reason::welcome, PlaceId{"2.04"}, {"entrance"}, {}, "", at("10:00"), at("10:00")},
        {{{}, 1}, "entered", Reason::by_hand, PlaceId{"2.04"}, {"entrance"}, {}, "", at("09:05"), at("09:05")}};
    dossier.file.attendance[1].voided = true;
    dossier.file.why = {{{{}, 1}, "phone_empty over unpaid by 0007"}, {{{}, 2}, "guided_group"}};
    dossier.file.back_why = {{{{}, 1}, "taken back at a desk, wrong person by 0007"}};
    const auto events = with_person(dossier).see<DeskView>().person->events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].what.text.find("by staff\u00a0· Guided group") != std::string::npos);
    CHECK(events[1].what.text.find("by staff\u00a0· Phone empty\u00a0· taken back\u00a0· Wrong person") !=
          std::string::npos);
}

TEST_CASE("Each reason is found again by the name that facts keep of it, whatever follows; others are none") {
    for (int i = 0; i <= static_cast<int>(ByHandWhy::other); ++i) {
        const auto why = static_cast<ByHandWhy>(i);
        CHECK(by_hand_why(name(why)) == why);
        CHECK(by_hand_why(std::string{name(why)} + " over unpaid by 0007") == why);
    }
    CHECK_FALSE(by_hand_why("walk_in by 0007"));
    CHECK_FALSE(by_hand_why(""));
}

} // namespace
} // namespace foyer::tests
