#include "kiosk/app/claim.h"

namespace foyer {

namespace {

using State = Claiming::State;
using Field = Claiming::Field;

std::string& text_of(Claiming& claim) { return claim.focus == Field::name ? claim.name : claim.proof; }

bool is_spent(const Model& model) {
    return model.visit.claims_wrong >= claim_tries || model.monotonic < model.claims.barred_until;
}

bool takes_text(const Claiming& claim) { return claim.state == State::typing || claim.state == State::wrong; }

// Digits are at hand where digits are asked for.
void turn_to(Model& model, Claiming& claim, Field field) {
    const bool digits = field == Field::proof && model.programme.summit.second_factor == SecondFactor::phone_end;
    claim.focus = field;
    claim.keyboard.page = digits ? TouchKeyboard::Page::signs : TouchKeyboard::Page::latin;
    claim.keyboard.shift = TouchKeyboard::Shift::off;
}

} // namespace

bool may_claim(const Model& model) {
    return mode_of(model) == Mode::self && model.programme.summit.second_factor != SecondFactor::none;
}

Screen first_claim(const Model& model) {
    Claiming claim;
    claim.state = is_spent(model) ? State::spent : State::typing;
    claim.keyboard.shift = TouchKeyboard::Shift::once;
    return claim;
}

Claiming* claiming(Model& model) { return std::get_if<Claiming>(&model.screen); }

void type_claim(Model& model, char32_t character) {
    Claiming* claim = claiming(model);
    if (!claim || !takes_text(*claim)) return;
    type_character(text_of(*claim), character);
    claim->keyboard.shift = TouchKeyboard::Shift::off;
}

void focus_claim(Model& model, std::size_t field) {
    if (Claiming* claim = claiming(model)) turn_to(model, *claim, field == 0 ? Field::name : Field::proof);
}

void tap_claim(Model& model, DeskTap::What what) {
    using Shift = TouchKeyboard::Shift;
    Claiming* claim = claiming(model);
    if (!claim || !takes_text(*claim)) return;
    if (what == DeskTap::What::erase) erase_character(text_of(*claim));
    if (what == DeskTap::What::shift)
        claim->keyboard.shift = claim->keyboard.shift == Shift::off ? Shift::once : Shift::off;
}

bool can_send(const Claiming& claim) {
    const auto said = [](const std::string& text) { return text.find_first_not_of(' ') != std::string::npos; };
    return takes_text(claim) && said(claim.name) && said(claim.proof);
}

void send_claim(Model& model, Effects& effects) {
    Claiming* claim = claiming(model);
    if (!claim || !can_send(*claim)) return;
    claim->state = State::asked;
    effects.emplace_back(AskDesk{ClaimToBe{claim->name, claim->proof}});
}

// Counted also when the guest has gone meanwhile.
void claim_refused(Model& model) {
    ++model.visit.claims_wrong;
    ClaimTries& tries = model.claims;
    if (model.monotonic - tries.last_wrong > claim_bar) tries.wrong = 0;
    tries.last_wrong = model.monotonic;
    if (++tries.wrong >= claim_tries_before_bar) tries = {0, model.monotonic, model.monotonic + claim_bar};
    Claiming* claim = claiming(model);
    if (!claim || claim->state != State::asked) return;
    claim->state = is_spent(model) ? State::spent : State::wrong;
    if (claim->state != State::spent) return;
    claim->name.clear();
    claim->proof.clear();
}

bool claim_key(Model& model, Effects& effects, char32_t key) {
    Claiming* claim = claiming(model);
    if (!claim || key == KeyPressed::escape) return false;
    constexpr char32_t tab = 9;
    if (key == KeyPressed::backspace) {
        tap_claim(model, DeskTap::What::erase);
    } else if (key == tab || (key == KeyPressed::enter && claim->focus == Field::name)) {
        turn_to(model, *claim, claim->focus == Field::name ? Field::proof : Field::name);
    } else if (key == KeyPressed::enter) {
        send_claim(model, effects);
    } else {
        type_claim(model, key);
    }
    return true;
}

} // namespace foyer
