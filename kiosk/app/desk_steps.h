// What happens at a staff desk, one function each: they change the desk in the model and ask the clerk by effects. Only
// update.cpp and staff.cpp include this.
#pragma once

#include "kiosk/app/model.h"

namespace foyer {

void open_desk(Model& model); // unlocked: afresh
void lock_desk(Model& model);
void let_desk_end(Model& model); // time has passed: it locks, what was told goes
void desk_step(Model& model, Effects& effects, const DeskTap& tap);
void desk_step(Model& model, Effects& effects, const TypeCharacter& typed);
void desk_step(Model& model, Effects& effects, const ChoosePerson& chosen);
void desk_step(Model& model, Effects& effects, const DecideCard& decided);
void desk_step(Model& model, Effects& effects, const TakeCall& taken);
void desk_step(Model& model, Effects& effects, const PrintTheRoll& wanted);
void desk_step(Model& model, Effects& effects, const ChooseMeeting& chosen);
void desk_step(Model& model, Effects& effects, const DecideMeeting& decided);
void desk_step(Model& model, Effects& effects, const ChooseCase& chosen);
void desk_step(Model& model, Effects& effects, const CloseCase& closed);
void desk_step(Model& model, Effects& effects, const PrintTheLoans& wanted);
void desk_step(Model& model, const TurnKeyboard& turned);
void desk_step(Model& model, const ToggleAbsent& toggled);
void desk_step(Model& model, const FocusField& focused);
void desk_step(Model& model, const StepBack& stepped);
void desk_step(Model& model, const ChooseDirection& chosen);
void desk_step(Model& model, const ChooseCategory& chosen);
void desk_step(Model& model, const ChooseBackWhy& chosen);
void desk_step(Model& model, const ChooseByHandWhy& chosen);
void lists_changed(Model& model, const ListsChanged& changed);
void loans_listed(Model& model, const LoansListed& listed);
// Of the delegation that is open, but for the absent: whom the one tap checks in, whose badge is to be printed, and
// which wait to be handed over.
std::vector<AttendeeId> to_be_checked_in(const StaffDesk& desk);
std::vector<AttendeeId> to_be_printed(const StaffDesk& desk);
std::vector<BadgeId> to_be_handed_over(const StaffDesk& desk);
void meetings_changed(Model& model, Effects& effects, const MeetingsChanged& changed);
void meeting_opened(Model& model, const MeetingOpened& opened);
// Of their delegation, where it is somebody else.
std::optional<AttendeeId> focal_point_of(const Programme& programme, const Attendee& attendee);
// Of arrivals, only what is this desk's to look after.
bool is_for_desk(const Model& model, const OpenCall& open);
void calls_changed(Model& model, Effects& effects, const CallsChanged& changed);
void ring(Model& model, Effects& effects); // time has passed: a call that nobody has taken is heard again
// Did it mean something to the desk?
[[nodiscard]] bool desk_key(Model& model, Effects& effects, char32_t key);
void people_found(Model& model, const PeopleFound& found);
void person_looked_up(Model& model, const PersonLookedUp& looked_up);
void desk_acted(Model& model, Effects& effects, const DeskActed& acted);

} // namespace foyer
