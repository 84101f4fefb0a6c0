// A guest changes the language at any moment, and is back where they were.
#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

TEST_CASE(
    "The list of languages opens over every screen of a guest, and the choice leads back to it in that language") {
    const auto chosen_over = [](Terminal terminal) {
        const auto before = terminal.view().index();
        terminal.touch(OpenLanguages{});
        CHECK(terminal.shows<LanguageView>());
        terminal.touch(ChooseLanguage{"de"});
        CHECK(terminal.model.visit.touched == Language{"de"});
        return terminal.view().index() == before;
    };
    Terminal idle;
    idle.set_clock(at("09:30"));
    CHECK(chosen_over(idle));
    Terminal refused = idle;
    refused.scan(outcome(VerdictKind::ask_a_person, Reason::forged));
    CHECK(chosen_over(refused));
    Terminal admitted = idle;
    admitted.scan(welcome(attendee("1", "en", {}), {"Anna Mösner", "de", "Anna Mösner", {}, ""}));
    CHECK(chosen_over(admitted));
    for (const Intent& opens : {Intent{OpenProgramme{}}, Intent{OpenPrivacy{}}, Intent{CallStaff{}}}) {
        Terminal opened = idle;
        opened.touch(opens);
        CHECK(chosen_over(opened));
    }
}

TEST_CASE("What a guest typed is still there after another language was chosen") {
    Programme programme = open_day();
    programme.summit.second_factor = SecondFactor::phone_end;
    Terminal terminal(programme);
    terminal.set_clock(at("09:30"));
    terminal.touch(OpenClaim{});
    terminal.tell(KeyPressed{U'm'}).tell(KeyPressed{U'u'});
    terminal.touch(OpenLanguages{});
    terminal.touch(ChooseLanguage{"de"});
    REQUIRE(std::holds_alternative<Claiming>(terminal.model.screen));
    CHECK(std::get<Claiming>(terminal.model.screen).name.size() == 2);
}

TEST_CASE("A guest who leaves the list without a choice is back, too, in the language before") {
    Terminal terminal;
    terminal.set_clock(at("09:30"));
    terminal.scan(outcome(VerdictKind::ask_a_person, Reason::forged));
    terminal.touch(OpenLanguages{});
    terminal.touch(GoBack{});
    CHECK(terminal.shows<VerdictView>());
    CHECK_FALSE(terminal.model.visit.touched);
}

} // namespace
} // namespace foyer::tests
