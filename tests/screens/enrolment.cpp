// The screen of a terminal that is not enrolled: whatever it has to say, no word lies on another one.
#include <map>

#include "kiosk/app/enrolment.h"
#include "kiosk/app/gettext.h"
#include "tests/catch.h"
#include "tests/screens/drawn_texts.h"

namespace foyer {
namespace {

// The longest that each fault has had to say.
const std::map<EnrolmentProblem, std::string> problems{
    {EnrolmentProblem::not_a_ticket, ""},
    {EnrolmentProblem::damaged, "this is no enrolment code of a Foyer hub: its fingerprint is not 32 digits from 0 to "
                                "9 and A to F, or the word PLAIN"},
    {EnrolmentProblem::code_refused, "the hub at https://summit-hub.lan:8080 refuses: this code is not known here, or "
                                     "was used, or is older than 12 hours"},
    {EnrolmentProblem::hub_away,
     "no answer from https://summit-hub.conference-centre.example:8080: connect: No route to host [system:113 at "
     "/usr/include/boost/asio/detail/reactive_socket_connect_op.hpp:97:37 in function 'do_assign']"},
    {EnrolmentProblem::other_hub,
     "https://10.20.30.40:8080 is not the hub that was asked for: its fingerprint is "
     "FEDCBA9876543210FEDCBA9876543210 and not 0123456789ABCDEF0123456789ABCDEF. Is somebody in between?"},
    {EnrolmentProblem::hub_busy, "the hub at https://summit-hub.lan:8080 has had too many attempts: wait a minute"},
    {EnrolmentProblem::cannot_keep, "/var/lib/foyer/terminals/entrance-1: the folder cannot be made: No space left on "
                                    "device"}};

} // namespace

TEST_CASE("whatever a terminal that is not enrolled has to say, in each language and shape, no word hides another") {
    const auto folder = find_locale_folder();
    REQUIRE(folder);
    const auto words = open_strings(*folder).value();
    const auto [width, height] = GENERATE(std::pair{1280, 800}, std::pair{1920, 1080}, std::pair{1080, 1920},
                                          std::pair{800, 1280}, std::pair{1024, 768});
    DrawnTexts screen(width, height);
    for (const Language& language : words->languages())
        for (const auto& [problem, detail] : problems) {
            EnrolmentModel model{.offered = words->languages(), .language = language, .problem = problem};
            model.detail = detail;
            const auto texts = screen.of(enrolment_view(model, *words));
            INFO(language << ": " << detail << ", " << width << "x" << height);
            REQUIRE(texts.size() >= 9);
            check_apart(texts);
        }
}

} // namespace foyer
