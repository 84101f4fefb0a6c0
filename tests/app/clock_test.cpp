// A terminal whose clock is wrong says so and what to do, goes on checking in, and stops saying it once it is right.
#include "kiosk/app/clock_doubt.h"

#include "tests/app/at_desk.h"

namespace foyer::tests {
namespace {

using namespace std::chrono_literals;
using Is = ClockDoubt::Is;

const Summit& summit() {
    static const Programme day = open_day();
    return day.summit;
}

// Years ago: a battery that was empty.
const Instant long_ago = at("10:00", -900);

// Without the spaces at which no line is broken.
std::string plainly(std::string text) {
    for (std::size_t at = 0; (at = text.find("\u00a0", at)) != std::string::npos;) text.replace(at, 2, " ");
    return text;
}

std::string trouble(const Terminal& terminal) { return plainly(terminal.see<WaitingView>().status.trouble.text); }

TEST_CASE("A clock is in doubt by what the hub says, then by what is recorded, then by the days of the summit") {
    const auto is = [](Instant now, const LinkState& link) { return clock_doubt(summit(), now, link).is; };
    const LinkState nothing{};
    CHECK(is(at("10:00"), nothing) == Is::right);
    CHECK(is(at("03:59", 1), nothing) == Is::right); // its last evening ends at four
    CHECK(is(at("05:00", 1), nothing) == Is::on_another_day);
    CHECK(is(at("10:00", -1), nothing) == Is::on_another_day);
    CHECK(is(at("10:00", -31), nothing) == Is::months_off);
    CHECK(is(at("10:00", 31), nothing) == Is::months_off);
    LinkState known;
    known.newest = at("10:01", 1);
    CHECK(is(at("10:02"), known) == Is::right);
    CHECK(is(at("10:00"), known) == Is::behind_records);
    LinkState told{.connected = true};
    told.clock_off = Milliseconds{0};
    told.newest = at("12:00");
    CHECK(is(at("10:00"), told) == Is::right);
    CHECK(is(long_ago, told) == Is::right); // a rehearsal: the hub says so
    told.clock_off = Milliseconds{72h};
    CHECK(is(at("10:00"), told) == Is::off_the_hubs);
    CHECK(clock_doubt(summit(), at("10:00"), told).other == at("10:00", 3));
    CHECK(is(at("10:00"), LinkState{.connected = true, .clock_off = Milliseconds{24h * 900}}) == Is::the_hubs);
    told.connected = false;
    CHECK(is(at("12:00"), told) == Is::right); // somebody set it meanwhile
    told.clock_off = Milliseconds{0};
    CHECK(is(long_ago, told) == Is::behind_records); // what a hub said before it went is no longer believed
}

TEST_CASE("Before the programme came nothing is said of a summit's days") {
    CHECK(clock_doubt(Summit{}, long_ago, LinkState{}).is == Is::right);
    CHECK_FALSE(follows_hub(Summit{}, long_ago, Milliseconds{24h * 900}));
}

TEST_CASE("A hub's clock is followed, but not one that leads away from the summit") {
    CHECK(follows_hub(summit(), at("10:00"), Milliseconds{47h}));
    CHECK(follows_hub(summit(), at("10:00"), Milliseconds{-47h}));
    CHECK_FALSE(follows_hub(summit(), at("10:00"), Milliseconds{49h}));
    CHECK(follows_hub(summit(), long_ago, at("10:00") - long_ago));
    CHECK_FALSE(follows_hub(summit(), at("10:00"), long_ago - at("10:00")));
}

TEST_CASE("A clock that is wrong is said on the waiting screen, to guests and to staff, until it is right") {
    Terminal terminal;
    CHECK(trouble(terminal).empty());
    terminal.set_clock(long_ago);
    CHECK(trouble(terminal) == "This terminal\u2019s clock says 10 December 2020. Summit: 29 May 2023. Set the clock, "
                               "or connect the hub.");
    CHECK(terminal.see<WaitingView>().help.text == "The clock here is being set. Our staff will gladly help you.");
    CHECK(terminal.touch(ChooseLanguage{"de"}).see<WaitingView>().help.text.find("Uhr") != std::string::npos);
    CHECK(trouble(terminal).find("Gipfel: 29. Mai 2023") != std::string::npos);
    terminal.set_clock(at("10:00"));
    CHECK(trouble(terminal).empty());
    CHECK(terminal.see<WaitingView>().help.text.find("Uhr") == std::string::npos);
}

TEST_CASE("A day that is not of the summit is said to staff alone: the clock may be right") {
    Terminal terminal;
    terminal.set_clock(at("10:00", -1));
    CHECK(trouble(terminal).find("Today is 28 May 2023 by this clock. Summit: 29 May 2023.") == 0);
    CHECK(terminal.see<WaitingView>().help.text.find("clock") == std::string::npos);
}

TEST_CASE("What the hub's clock says, or what is recorded, is told: guests read of it where it is this terminal's") {
    Terminal terminal;
    terminal.set_clock(at("10:00"));
    LinkState link{.connected = true};
    link.newest = at("11:40", 1);
    terminal.tell(link);
    CHECK(trouble(terminal).find("says 29 May 2023, but there are records of 30 May 2023.") != std::string::npos);
    link.newest = at("11:40");
    CHECK(trouble(terminal.tell(link)).empty()); // another's clock may be as wrong
    link.clock_off = Milliseconds{24h * 900};
    terminal.tell(link);
    CHECK(trouble(terminal).find("Set the hub\u2019s clock.") != std::string::npos);
    CHECK(terminal.see<WaitingView>().help.text.find("clock") == std::string::npos);
    link.clock_off = Milliseconds{50h};
    terminal.tell(link);
    CHECK(trouble(terminal).find("says 29 May 2023, the hub\u2019s 31 May 2023.") != std::string::npos);
    link.clock_off = Milliseconds{0};
    CHECK(trouble(terminal.tell(link)).empty());
}

TEST_CASE("Guests are checked in by a clock that is wrong, and staff read why the day is another one") {
    Terminal terminal;
    terminal.set_clock(long_ago);
    terminal.scan(outcome(VerdictKind::wait, Reason::wrong_day));
    const auto sent_on = terminal.see<VerdictView>();
    CHECK(sent_on.staff_line.text.find("check the clock") != std::string::npos);
    CHECK_FALSE(sent_on.status.trouble.text.empty());
    terminal.scan(outcome(VerdictKind::ask_a_person, Reason::revoked));
    CHECK(terminal.see<VerdictView>().staff_line.text.find("clock") == std::string::npos);
    terminal.scan(welcome(attendee("0001", "en", {}), person("Anna", "en", "", "")));
    CHECK(terminal.see<VerdictView>().kind == VerdictKind::admitted);
}

TEST_CASE("Staff find it in the strip of their panel, and among what is wrong with the terminal") {
    Terminal terminal;
    terminal.model.settings.unlocks = Settings::Unlocks::by_number;
    terminal.set_clock(long_ago).tell(KeyPressed{KeyPressed::escape});
    type(terminal, U"123456\r").tell(UnlockChecked{UnlockChecked::Answer::right});
    CHECK(plainly(terminal.see<StaffView>().status.trouble.text).find("10 December 2020") != std::string::npos);
    terminal.touch(OpenHealth{}).tell(HealthTold{Health{.version = "1.2"}});
    const auto health = terminal.see<HealthView>().rows;
    const auto clock = std::ranges::find(health, "Clock", [](const auto& row) { return row.name.text; });
    REQUIRE(clock != health.end());
    CHECK(clock->attention);
    CHECK(plainly(clock->value.text) == "10 December 2020 · 10:00");
}

} // namespace
} // namespace foyer::tests
