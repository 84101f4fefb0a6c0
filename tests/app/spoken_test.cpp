// What is read aloud: the answer and the way, never whose it is.
#include "kiosk/app/spoken.h"

#include "kiosk/app/verdict_words.h"
#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

std::string said(const Terminal& terminal) { return spoken(terminal.view()).text; }

Terminal told(Reason reason, const char* checkpoint) {
    Terminal terminal(open_day(), checkpoint);
    terminal.set_clock(at("10:52"));
    Outcome answer = outcome(words_for(reason).kind, reason);
    answer.attendee = attendee("0412", "de", {ForumId{"materials"}});
    answer.attendee->organisation = {{{"", "Lindmark-Institut"}}};
    answer.person = person("沐晴川", "zh", "Mu Qingchuan", "Dr.");
    answer.verdict.go_to = PlaceId{"2.04"};
    answer.case_number = "A-31";
    terminal.scan(answer);
    return terminal;
}

TEST_CASE("No name and no organisation is ever read aloud, whatever the answer") {
    for (const VerdictWords& words : all_verdict_words())
        for (const char* checkpoint : {"entrance", "materials-gate"}) {
            const std::string text = said(told(words.reason, checkpoint));
            INFO(name(words.reason) << ": " << text);
            CHECK(text.find("沐") == std::string::npos);
            CHECK(text.find("Mu") == std::string::npos);
            CHECK(text.find("Lindmark") == std::string::npos);
            CHECK_FALSE(text.empty());
        }
}

TEST_CASE("A refusal is read with its next step and the number of the case, in the guest's language") {
    const Terminal terminal = told(Reason::revoked, "entrance");
    CHECK(spoken(terminal.view()).language == "de");
    CHECK(said(terminal).starts_with("Einen Moment, bitte"));
    CHECK(said(terminal).find("A\u201131") != std::string::npos);
}

TEST_CASE("A screen that answers nobody says nothing") {
    CHECK(said(Terminal{}).empty());
    Terminal programme;
    programme.touch(OpenProgramme{});
    CHECK(said(programme).empty());
}

} // namespace
} // namespace foyer::tests
