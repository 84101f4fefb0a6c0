// What stands in the form that edits a badge, and what follows from what is typed.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

Terminal editing() {
    Terminal terminal = with_person(Dossier{file_of("0412", "沐晴川"), {}, false});
    terminal.touch(DeskTap{What::edit}).wait(1);
    REQUIRE(terminal.see<DeskView>().form);
    return terminal;
}

std::string latin(const Terminal& terminal) { return terminal.see<DeskView>().form->fields[1].text; }

void rename(Terminal& terminal, std::u32string_view name) {
    for (int i = 0; i < 3; ++i) terminal.tell(KeyPressed{KeyPressed::backspace});
    type(terminal, name);
}

TEST_CASE("Another name in other letters has no Latin form until somebody gives one, and the old one is not printed") {
    Terminal terminal = editing();
    CHECK(latin(terminal) == "Mu Qingchuan");
    rename(terminal, U"室井椿");
    CHECK(latin(terminal).empty());
    type(terminal, U"\t");
    type(terminal, U"Muroi Tsubaki");
    terminal.touch(DeskTap{What::confirm});
    const auto edited = last<EditGuest>(terminal);
    CHECK(edited.name == "室井椿");
    CHECK(edited.latin_name == "Muroi Tsubaki");
}

TEST_CASE("Another name in Latin letters is its own Latin form, and the name as it was brings the old one back") {
    Terminal terminal = editing();
    rename(terminal, U"Müller");
    CHECK(latin(terminal) == "Müller");
    for (int i = 0; i < 6; ++i) terminal.touch(DeskTap{What::erase});
    type(terminal, U"沐晴川");
    CHECK(latin(terminal) == "Mu Qingchuan");
}

TEST_CASE("A Latin name that somebody typed stays, whatever becomes of the name beside it") {
    Terminal terminal = editing();
    type(terminal, U"\t");
    type(terminal, U"!");
    terminal.touch(FocusField{0});
    rename(terminal, U"李");
    CHECK(latin(terminal) == "Mu Qingchuan!");
}

TEST_CASE("A substitution says who allowed it, unless the badge of whoever does it is known") {
    Terminal terminal = with_person(with_party());
    terminal.touch(DeskTap{What::substitute});
    type(terminal, U"Anna");
    CHECK_FALSE(terminal.see<DeskView>().form->can_confirm);
    terminal.wait(1);
    terminal.touch(DeskTap{What::confirm});
    CHECK(terminal.see<DeskView>().form);
    terminal.model.at_desk.who = {"0006"};
    CHECK(terminal.see<DeskView>().form->can_confirm);
    terminal.model.at_desk.who = {};
    terminal.touch(FocusField{3});
    type(terminal, U"Bo");
    terminal.touch(DeskTap{What::confirm});
    CHECK(last<SubstituteGuest>(terminal).allowed_by == "Bo");
}

TEST_CASE(
    "A badge that was printed may be given to the focal point of the delegation, and what keeps somebody settled") {
    Programme programme = open_day();
    programme.delegations = {{{"lindmark"}, {}, AttendeeId{"0413"}}};
    Dossier dossier = with_party();
    dossier.file.badge = Badge{{"b1"}, BadgeKind::badge, {"0412"}, 1, BadgeState::printed};
    dossier.file.attendee.hold = Hold::document;
    Terminal terminal = a_desk();
    terminal.tell(ProgrammeChanged{programme});
    terminal.tell(PersonLookedUp{.by = By::asked, .dossier = dossier});
    terminal.wait(1);
    const auto offers = [&](What what) {
        const auto& actions = terminal.see<DeskView>().actions;
        return std::ranges::any_of(actions, [&](const auto& action) { return action.asks.what == what; });
    };
    REQUIRE(offers(What::hand_to_focal));
    REQUIRE(offers(What::settle));
    terminal.touch(DeskTap{What::hand_to_focal});
    CHECK(last<HandOverBadge>(terminal) == HandOverBadge{{"0412"}, {"b1"}, {"0413"}});
}

} // namespace
} // namespace foyer::tests
