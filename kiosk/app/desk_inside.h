// What the two halves of a staff desk share: what staff do (desk.cpp), and what they are answered (desk_answers.cpp).
#pragma once

#include "kiosk/app/desk_steps.h"

namespace foyer {

void ask_clerk(Effects& effects, DeskRequest request);
void act(StaffDesk& desk, Effects& effects, DeskRequest request); // one at a time
// What was tapped on the board of meetings. False: something else.
bool tap_on_board(Model& model, DeskTap::What what);
// The same of the lists: who waits with a number, what is lent.
bool tap_on_lists(Model& model, Effects& effects, DeskTap::What what);
void tap_on_party(Model& model, Effects& effects, DeskTap::What what); // the delegation of who is open
// Closes what of the board is open. False: nothing is.
bool close_board(StaffDesk& desk);
// Instead of whoever is open; `because`: why they will be checked in without a code.
void open_person(Model& model, Dossier dossier, ByHandWhy because);
void end_form(Model& model); // and what was offered meanwhile

} // namespace foyer
