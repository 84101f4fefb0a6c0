// The programme under a guest's finger: day, forum or room, one session, and the search. What is chosen survives a
// change of language, and of the programme as far as it is still there. Only update.cpp includes this.
#pragma once

#include "kiosk/app/model.h"

namespace foyer {

// What was touched in the programme; nothing where another screen has come meanwhile.
void browse(Model& model, const ChooseDay& wanted);
void browse(Model& model, const ChooseBy& wanted);
void browse(Model& model, const ChooseForum& wanted);
void browse(Model& model, const ChooseRoom& wanted);
void browse(Model& model, const ShowMore& more);
void browse(Model& model, const OpenSession& wanted);
void browse(Model& model, const CloseSession& closed);
void browse(Model& model, const OpenSearch& opened);
// From a session to where it was opened, from what was found to the list. False: there is nothing in between to leave.
[[nodiscard]] bool browse_back(Model& model);

// Is text typed into the search now?
[[nodiscard]] bool is_searching(const Model& model);
void type_search(Model& model, Effects& effects, char32_t character);
void turn_search_keys(Model& model, TouchKeyboard::Page page);
void tap_search(Model& model, Effects& effects, DeskTap::What what); // of the keyboard's own keys, and the field's
// Did the key mean something to it?
[[nodiscard]] bool search_key(Model& model, Effects& effects, char32_t key);
void sessions_found(Model& model, const SessionsFound& found);

void forget_what_is_gone(Model& model, Effects& effects); // with the programme that was before

} // namespace foyer
