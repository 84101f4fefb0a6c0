// The forms of a staff desk: which fields each has, and what stands in them before anybody types.
#pragma once

#include "kiosk/app/desk.h"

namespace foyer {

[[nodiscard]] DeskForm form_of(DeskForm::Kind kind);
// What is on their badge, with what is on it now.
[[nodiscard]] DeskForm editing(const PersonFile& file, const Language& language);
// Of who is to be checked in, or out, by hand: with the reason that stands until another one is chosen.
[[nodiscard]] DeskForm reasoning(const Dossier& dossier, ByHandWhy because);
// What was typed, without spaces around it.
[[nodiscard]] std::string text_of(const DeskForm& form, DeskForm::Field field);
// Everything is there that it needs: a name, and of a substitution who allowed it, where no badge says who does it.
[[nodiscard]] bool is_complete(const DeskForm& form, const AttendeeId& by);
// Something was typed into the field in focus. Another name has another Latin form: itself where it is in Latin
// letters, else none until somebody gives one; what was typed there stays.
void let_latin_follow(DeskForm& form);

} // namespace foyer
