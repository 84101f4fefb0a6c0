// A guest without a code types a name and what the summit asks for beside it. Nothing of anyone is shown before the
// desk thread has found both to agree; then it is a verdict like any. Only update.cpp and the view of it include this.
#pragma once

#include "kiosk/app/model.h"

namespace foyer {

// Is it offered: at a terminal where guests serve themselves, if the summit asks for something?
[[nodiscard]] bool may_claim(const Model& model);
[[nodiscard]] Screen first_claim(const Model& model);
// The screen that is on, if it is this one.
[[nodiscard]] Claiming* claiming(Model& model);
void type_claim(Model& model, char32_t character);
void focus_claim(Model& model, std::size_t field);
void tap_claim(Model& model, DeskTap::What what); // of the keyboard's own keys
void send_claim(Model& model, Effects& effects);
void claim_refused(Model& model);
// Did the key mean something to it?
[[nodiscard]] bool claim_key(Model& model, Effects& effects, char32_t key);
// Is there enough to ask about?
[[nodiscard]] bool can_send(const Claiming& claim);

} // namespace foyer
