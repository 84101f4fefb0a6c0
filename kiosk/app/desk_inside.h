// What the two halves of a staff desk share: what staff do (desk.cpp), and what they are answered (desk_answers.cpp).
#pragma once

#include "kiosk/app/desk_steps.h"

namespace foyer {

void ask_clerk(Effects& effects, DeskRequest request);
// Instead of whoever is open; `because`: why they will be checked in without a code.
void open_person(Model& model, Dossier dossier, ByHandWhy because);
void end_form(Model& model); // and what was offered meanwhile

} // namespace foyer
