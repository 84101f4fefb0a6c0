#include "kiosk/app/claim.h"
#include "kiosk/app/view_parts.h"

namespace foyer {

// What the summit asks for, and what its field is called.
static std::pair<Msgid, Msgid> words_of(SecondFactor factor) {
    if (factor == SecondFactor::email)
        return {"Type your name as on your invitation, and your e-mail address."_t, "Your e-mail address"_t};
    return {"Type your name as on your invitation, and the last four digits of your telephone number."_t,
            "Last four digits of your telephone"_t};
}

ClaimView claim_view(const Model& model, const Voice& voice, const Claiming& claim) {
    using State = Claiming::State;
    using Field = Claiming::Field;
    ClaimView view;
    view.header = header_view(model, voice);
    view.call_button = voice.say("Call staff"_t);
    view.back_button = voice.say("Back"_t);
    view.languages = language_pills(model, voice);
    view.timeout = timeout_view(model, voice);
    view.status = status_view(model, voice);
    if (claim.state == State::spent) {
        view.title = voice.say("Let us help you"_t);
        view.line = voice.say("Our staff will gladly check you in."_t);
        return view;
    }
    const auto [line, proof] = words_of(model.programme.summit.second_factor);
    view.title = voice.say("Without a code"_t);
    view.line_attention = claim.state == State::wrong;
    view.line =
        voice.say(view.line_attention ? "These two do not go together here. Please look at both again."_t : line);
    view.fields = {{voice.say("Your name"_t), claim.name, claim.focus == Field::name},
                   {voice.say(proof), claim.proof, claim.focus == Field::proof}};
    view.keys = DeskView::Keys{key_rows(claim.keyboard, voice.language()), claim.keyboard.page,
                               claim.keyboard.shift == TouchKeyboard::Shift::once, false};
    view.send_button = voice.say("Continue"_t);
    view.can_send = can_send(claim);
    return view;
}

} // namespace foyer
