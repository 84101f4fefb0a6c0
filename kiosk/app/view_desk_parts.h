// The parts of a staff desk's view that stand beside the person who is open. Only the two files of that view include
// this.
#pragma once

#include "kiosk/app/view_parts.h"

namespace foyer {

// Without a form of address, as a list has it; who has no name (any more) is the number.
struct PersonName {
    Label native, latin;
};
PersonName staff_name(const Person& person, const AttendeeId& id);

void describe_party(DeskView& view, const Model& model, const Voice& voice); // the delegation
void describe_inbox(DeskView& view, const Model& model, const Voice& voice);
void describe_form(DeskView& view, const Model& model, const Voice& voice);
void describe_calls(DeskView& view, const Model& model, const Voice& voice);
void describe_board(DeskView& view, const Model& model, const Voice& voice); // the meetings
void describe_roll(DeskView& view, const Model& model, const Voice& voice);
void describe_cases(DeskView& view, const Model& model, const Voice& voice); // who waits with a number
void describe_loans(DeskView& view, const Model& model, const Voice& voice); // what is lent
void describe_told(DeskView& view, const Model& model, const Voice& voice);  // what was done last

void describe_reasons(DeskView::Form& view, const StaffDesk& desk, const Voice& voice);
void describe_take_back(DeskView::Form& view, const DeskForm& form, const Model& model, const Voice& voice);
// As staff choose them, and as the history has them.
Msgid words_of(ByHandWhy why);
Msgid words_of(BackWhy why);

} // namespace foyer
