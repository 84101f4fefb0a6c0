#include "kiosk/app/enrolment.h"

#include "kiosk/app/guest.h"
#include "kiosk/app/sources.h"

namespace foyer {

namespace {

struct Words {
    Msgid problem, advice;
};

Words words_for(EnrolmentProblem problem) {
    switch (problem) {
    case EnrolmentProblem::not_a_ticket:
        return {"This is not an enrolment code"_t, "Hold up the code that was made on the hub for this terminal."_t};
    case EnrolmentProblem::damaged:
        return {"This enrolment code is not whole"_t, "Please make a new one on the hub."_t};
    case EnrolmentProblem::code_refused:
        return {"This code does not work any more"_t,
                "Please make a new one on the hub: each works once, for 12 hours."_t};
    case EnrolmentProblem::hub_away:
        return {"The hub does not answer"_t, "Check this terminal's network, then hold the code up again."_t};
    case EnrolmentProblem::other_hub:
        return {"This is another hub than the code names"_t,
                "It was told nothing. Make a new code on your hub; if this comes back, somebody may be in between."_t};
    case EnrolmentProblem::hub_busy:
        return {"The hub has a lot to do"_t, "Wait a minute, then hold the code up again."_t};
    case EnrolmentProblem::none: // is not asked about
    case EnrolmentProblem::cannot_keep: break;
    }
    return {"This terminal cannot keep its enrolment"_t, "See to its data folder, then make a new code on the hub."_t};
}

// Staff read it: why there is no picture.
Label camera_words(const std::optional<SourceState>& camera, const Voice& voice) {
    if (!camera) return voice.say("The hand scanner is ready"_t);
    switch (camera->state) {
    case SourceState::State::starting: return voice.say("Starting the camera..."_t);
    case SourceState::State::missing: return voice.say("No camera: {1}"_t, {camera->detail});
    case SourceState::State::ok: break;
    }
    return {};
}

} // namespace

EnrolmentProblem problem_of(const Fault& fault) {
    switch (fault.kind) {
    case FaultKind::bad_input: return EnrolmentProblem::damaged;
    case FaultKind::not_allowed:
    case FaultKind::not_found: return EnrolmentProblem::code_refused;
    case FaultKind::network: return EnrolmentProblem::hub_away;
    case FaultKind::busy: return EnrolmentProblem::hub_busy;
    case FaultKind::refused: return EnrolmentProblem::other_hub;
    default: return EnrolmentProblem::cannot_keep;
    }
}

EnrolmentView enrolment_view(const EnrolmentModel& model, const Strings& strings) {
    const Voice voice{strings, model.language};
    EnrolmentView view;
    view.header.summit = {"Foyer", "en"};
    view.title = voice.say("This terminal is new here"_t);
    view.subtitle = model.asking.empty() ? voice.say("Hold the enrolment code in front of the camera"_t)
                                         : voice.say("One moment, asking the hub at {1}"_t, {model.asking});
    view.help = voice.say("Organisers make it on the hub by: {1}"_t, {"foyer enrol --new NAME"});
    if (model.run == Settings::Run::terminal)
        view.ending = voice.say("Nothing on this screen ends it; SIGTERM does: {1}"_t, {"pkill foyer-kiosk"});
    const auto camera = cameras_of(model.sources);
    view.preview = camera && camera->state == SourceState::State::ok;
    view.camera_state = camera_words(camera, voice);
    view.code_outline = model.outline.corners;
    if (model.problem != EnrolmentProblem::none) {
        const auto [problem, advice] = words_for(model.problem);
        view.problem = voice.say(problem);
        view.advice = voice.say(advice);
        view.detail = {model.detail, "en"};
    }
    for (const Language& language : model.offered)
        view.languages.push_back({language, own_name(language), language == model.language});
    view.status.network = voice.say("Not enrolled yet"_t);
    view.status.network_attention = true;
    return view;
}

} // namespace foyer
