// What the screen of a terminal that belongs to no summit says.
#include <set>

#include "kiosk/app/enrolment.h"
#include "tests/app/terminal.h"

namespace foyer::tests {
namespace {

TEST_CASE("Each way in which enrolling fails has words of its own and something to do") {
    std::set<std::string> said;
    for (const auto kind : {FaultKind::bad_input, FaultKind::not_allowed, FaultKind::network, FaultKind::busy,
                            FaultKind::refused, FaultKind::disk}) {
        EnrolmentModel model{.offered = words().languages(), .problem = problem_of({kind, ""}), .detail = "the fault"};
        const EnrolmentView view = enrolment_view(model, words());
        CHECK(said.insert(view.problem.text).second);
        CHECK_FALSE(view.advice.text.empty());
        CHECK(view.detail.text == "the fault");
    }
    CHECK(enrolment_view({}, words()).problem.text.empty());
    CHECK(enrolment_view({.asking = "10.0.0.5:8080"}, words()).subtitle.text.find("10.0.0.5:8080") !=
          std::string::npos);
    CHECK(enrolment_view({.offered = words().languages(), .language = "zh"}, words()).title.language == "zh");
}

TEST_CASE("A terminal in a foyer that is not enrolled says how it is ended, for no key does it") {
    using Run = Settings::Run;
    for (const Language& language : words().languages()) {
        const auto ending = [&](Run run) {
            return enrolment_view({.language = language, .run = run}, words()).ending.text;
        };
        CHECK(ending(Run::terminal).find("SIGTERM") != std::string::npos);
        CHECK(ending(Run::windowed).empty());
    }
}

} // namespace
} // namespace foyer::tests
