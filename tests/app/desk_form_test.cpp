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

} // namespace
} // namespace foyer::tests
