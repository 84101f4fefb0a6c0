// A badge that is held up while somebody else is touching the screen is offered, and never taken.
#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

const Presented badge{Presented::Form::foyer, "FOYERBADGE000001"};

Terminal reading_programme() {
    Terminal terminal(open_day(), "entrance");
    terminal.set_clock(at("10:52"));
    terminal.touch(OpenProgramme{});
    return terminal;
}

TEST_CASE("For ten seconds after a touch a badge is offered on the screen that is read, and a tap takes it") {
    Terminal terminal = reading_programme();
    REQUIRE(offers_badges(terminal.model));
    terminal.tell(BadgeOffered{badge});
    CHECK(terminal.see<ProgrammeView>().timeout.offer.text == "Was that your badge? Tap here.");
    CHECK(terminal.effects.empty());
    terminal.touch(TakeOffered{});
    CHECK(terminal.effects == Effects{DecideOffered{badge}});
    CHECK(terminal.see<ProgrammeView>().timeout.offer.text.empty());
    terminal.touch(TakeOffered{}); // a second tap on it
    CHECK(terminal.effects.size() == 1);
}

TEST_CASE("A screen that nobody touches any more takes the next badge") {
    Terminal terminal = reading_programme();
    CHECK_FALSE(offers_badges(terminal.wait(11).model));
    terminal.tell(Touched{});
    CHECK(offers_badges(terminal.model));
    CHECK_FALSE(offers_badges(terminal.touch(GoBack{}).model));
}

TEST_CASE("Who chose a language and holds up the badge then is welcomed at once") {
    Terminal terminal(open_day(), "entrance");
    terminal.touch(ChooseLanguage{"zh"});
    CHECK_FALSE(offers_badges(terminal.model));
}

TEST_CASE("An offer goes by itself, with its screen, and when somebody is welcomed") {
    Terminal terminal = reading_programme();
    terminal.tell(BadgeOffered{badge}).wait(21);
    CHECK(terminal.see<ProgrammeView>().timeout.offer.text.empty());
    terminal.tell(BadgeOffered{badge}).touch(GoBack{}).touch(OpenProgramme{});
    CHECK(terminal.see<ProgrammeView>().timeout.offer.text.empty());
    terminal.tell(BadgeOffered{badge}).scan(welcome(attendee("0412", "zh", {}), person("沐晴川", "zh", "Mu", "")));
    CHECK_FALSE(terminal.model.offered);
}

TEST_CASE("Gates, desks, the demo and an emergency take every badge") {
    Terminal gate(open_day(), "materials-gate");
    gate.tell(Touched{});
    CHECK_FALSE(offers_badges(gate.model));
    Terminal emergency = reading_programme();
    emergency.model.programme.emergency.state = Emergency::State::on;
    CHECK_FALSE(offers_badges(emergency.model));
    Terminal demo = reading_programme();
    demo.model.settings.run = Settings::Run::demo;
    CHECK_FALSE(offers_badges(demo.model));
}

} // namespace
} // namespace foyer::tests
