// The screen of a terminal that belongs to no summit yet. It has no programme, so it is a state of its own beside
// Model: what the loop in kiosk/terminal notes as it happens, and one view of it. Pure. Glass thread.
#pragma once

#include "kiosk/app/event.h"
#include "kiosk/app/strings.h"

namespace foyer {

// What came of the code that was held up last.
enum class EnrolmentProblem {
    none,
    not_a_ticket, // a code of something else
    damaged,      // means to be one of ours and is not whole
    code_refused, // the hub knows the code no more, or never did
    hub_away,     // nobody answers there
    other_hub,    // who answers is not who the code names
    hub_busy,     // too many attempts
    cannot_keep,  // this terminal's own disk
};
// What a fault of enrolling means for the person in front of the screen.
EnrolmentProblem problem_of(const Fault& fault);

struct EnrolmentModel {
    std::vector<Language> offered;
    Language language = "en";
    std::vector<SourceState> sources;
    PreviewOutline outline;
    std::string asking; // the hub that is being asked now; empty: waiting for a code
    EnrolmentProblem problem = EnrolmentProblem::none;
    std::string detail; // the fault's own sentence
    Settings::Run run = Settings::Run::terminal;
};

EnrolmentView enrolment_view(const EnrolmentModel& model, const Strings& strings);

} // namespace foyer
