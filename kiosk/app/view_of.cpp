#include "kiosk/app/view_of.h"

#include "kiosk/app/claim.h"
#include "kiosk/app/sources.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

namespace {

struct Painter {
    const Model& model;
    const Voice& voice;
    CurrentView operator()(const Waiting&) const { return waiting_view(model, voice); }
    CurrentView operator()(const ShowingVerdict& showing) const {
        if (showing.form == ShowingVerdict::Form::own_day) return own_day_view(model, voice, showing);
        return verdict_view(model, voice, showing);
    }
    CurrentView operator()(const ShowingProgramme& showing) const { return programme_view(model, voice, showing); }
    CurrentView operator()(const ChoosingLanguage&) const { return language_view(model, voice); }
    CurrentView operator()(const ReadingPrivacy&) const { return privacy_view(model, voice); }
    CurrentView operator()(const CallingStaff&) const { return call_view(model, voice); }
    CurrentView operator()(const Claiming& claim) const { return claim_view(model, voice, claim); }
    CurrentView operator()(const Trouble&) const { return trouble_view(model, voice); }
};

} // namespace

// Where to hold the code: before a camera, else a hand scanner; else there are people.
static void describe_sources(WaitingView& view, const Model& model, const Voice& voice) {
    const auto camera = cameras_of(model.sources);
    const bool scanner = has_hand_scanner(model.sources);
    view.preview = camera && camera->state == SourceState::State::ok;
    view.camera_state = camera    ? camera_words(*camera, voice)
                        : scanner ? voice.say("The hand scanner is ready"_t)
                                  : voice.say("The hand scanner is taking a break"_t);
    view.subtitle = voice.say("Hold your QR code in front of the camera"_t);
    view.help = mode_of(model) == Mode::meeting ? voice.say("Here you are told your table and whom you meet."_t)
                                                : voice.say("On your phone or on paper - either works."_t);
    if (camera && camera->state != SourceState::State::missing) return;
    if (scanner) {
        view.subtitle = voice.say("Hold your QR code in front of the scanner"_t);
        return;
    }
    view.subtitle = voice.say("Our staff will gladly check you in."_t);
    view.help = {};
}

WaitingView waiting_view(const Model& model, const Voice& voice) {
    WaitingView view;
    view.header = header_view(model, voice);
    view.title = voice.say("Welcome to the summit"_t);
    describe_sources(view, model, voice);
    if (clock_is_plainly_wrong(model))
        view.help = voice.say("The clock here is being set. Our staff will gladly help you."_t);
    view.code_outline = model.outline;
    if (!model.programme.sessions.empty()) view.programme_button = voice.say("Programme"_t);
    view.call_button = voice.say("Call staff"_t);
    if (may_claim(model)) view.claim_button = voice.say("I have no code"_t);
    view.privacy = WaitingView::Privacy::offered;
    view.languages = language_pills(model, voice);
    view.status = status_view(model, voice);
    if (model.programme.emergency.state == Emergency::State::on) {
        view.title = voice.say("Please go on"_t);
        view.subtitle = voice.say("All doors are open."_t);
        view.help = {};
    }
    return view;
}

LanguageView language_view(const Model& model, const Voice& voice) {
    LanguageView view;
    view.header = header_view(model, voice);
    view.title = voice.say("Choose your language"_t);
    view.languages = language_pills(model, voice);
    view.back_button = voice.say("Back"_t);
    view.timeout = timeout_view(model, voice);
    view.status = status_view(model, voice);
    return view;
}

PrivacyView privacy_view(const Model& model, const Voice& voice) {
    PrivacyView view;
    view.header = header_view(model, voice);
    view.title = voice.say("What we keep about you"_t);
    view.paragraphs = {
        voice.say("The camera looks for codes. Its pictures are never kept."_t),
        voice.say(
            "We record where and when you come in and go out. The organisers of this summit keep these records."_t),
        voice.say("This terminal shows nobody your telephone number, your address or notes about you."_t),
        voice.say("To see, correct or delete what is kept about you, please ask our staff."_t)};
    if (!model.programme.summit.privacy.empty()) view.paragraphs.push_back(voice.of(model.programme.summit.privacy));
    view.languages = language_pills(model, voice);
    view.back_button = voice.say("Back"_t);
    view.timeout = timeout_view(model, voice);
    view.status = status_view(model, voice);
    return view;
}

CallView call_view(const Model& model, const Voice& voice) {
    CallView view;
    view.header = header_view(model, voice);
    const OpenCall* call = own_call(model);
    view.coming = call && call->call.state == Call::State::taken;
    view.title = view.coming ? voice.say("Somebody is coming to you"_t) : voice.say("Our staff have been called"_t);
    view.line = view.coming && !call->call.by.empty() ? Label{taker_words(*call, voice), voice.language()}
                                                      : voice.say("Please wait here for a moment."_t);
    view.cancel_button = voice.say("I do not need help any more"_t);
    view.languages = language_pills(model, voice);
    view.timeout = timeout_view(model, voice);
    view.status = status_view(model, voice);
    return view;
}

TroubleView trouble_view(const Model& model, const Voice& voice) {
    TroubleView view;
    view.header = header_view(model, voice);
    view.status = status_view(model, voice);
    if (model.ledger_fault) {
        view.title = voice.say("This terminal is taking a short break"_t);
        view.advice = voice.say("Our staff will gladly check you in."_t);
        view.detail = {model.ledger_fault->detail, "en"};
        return view;
    }
    view.title = voice.say("This terminal is getting ready"_t);
    if (lacks_roster(model)) {
        view.advice = voice.say("It will start by itself as soon as the list of guests has arrived."_t);
        view.detail = {contact_words(model, voice), voice.language()};
        return view;
    }
    view.advice = voice.say("It will start by itself as soon as the programme has arrived."_t);
    // A checkpoint that stays unknown is a mistake in how the terminal was started: name it for staff.
    view.detail = voice.say("Waiting for checkpoint {1}."_t, {model.settings.checkpoint.text});
    return view;
}

CurrentView view_of(const Model& model, const Strings& strings) {
    // Staff are spoken to in the summit's own language: the guest's would change with every scan.
    const Voice own{strings, offered_languages(model).front()};
    if (model.staff.panel) {
        if (model.staff.panel->camera) return camera_check_view(model, own);
        if (model.staff.panel->reading) return health_view(model, own);
        if (model.staff.panel->setting == StaffPanel::Setting::open) return stand_view(model, own);
        return staff_view(model, own);
    }
    const Voice voice{strings, language_of(model)};
    const bool at_work = !std::holds_alternative<Trouble>(model.screen);
    if (at_work && mode_of(model) == Mode::sign) return sign_view(model, own);
    if (at_work && mode_of(model) == Mode::desk) return desk_view(model, own);
    if (at_work && is_gate(model)) return gate_view(model, own, voice);
    return std::visit(Painter{model, voice}, model.screen);
}

} // namespace foyer
