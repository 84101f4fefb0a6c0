// The staff's way into a terminal in a foyer: a panel that opens by Esc or by a finger on a corner, and asks for
// the terminal's unlock number. Only update.cpp includes this.
#pragma once

#include "kiosk/app/model.h"

namespace foyer {

void open_staff_panel(StaffDoor& staff, Milliseconds now);
// With every frame in which a finger is on the corner; opens the panel after `staff_hold` without a gap.
void hold_staff_corner(StaffDoor& staff, Milliseconds now);
// What a key means while the panel is open; nothing when it is not.
[[nodiscard]] std::optional<Intent> staff_intent(const StaffDoor& staff, char32_t key);
void type_digit(StaffDoor& staff, int digit, Milliseconds now);
void erase_digit(StaffDoor& staff);
// Asks for the check once all digits are there, one at a time.
void enter_number(Model& model, Effects& effects);
// Counts also for a panel that was left meanwhile.
void unlock_checked(StaffDoor& staff, UnlockChecked::Answer answer, Milliseconds now);
// When the panel ends without a touch; it must be open.
[[nodiscard]] Milliseconds staff_panel_ends(const StaffDoor& staff);
void let_staff_panel_end(StaffDoor& staff, Milliseconds now);
// The camera that is being looked at.
[[nodiscard]] std::optional<std::size_t> watched_camera(const StaffDoor& staff);
void check_camera(Model& model); // only once it is unlocked, and where there is a camera
void next_camera(Model& model);
void leave_camera(StaffDoor& staff);
void camera_measured(StaffDoor& staff, const CameraCheck& check);
[[nodiscard]] bool is_unlocked(const StaffDoor& staff);
void open_health(Model& model, Effects& effects); // only once it is unlocked
void read_on(Model& model, Effects& effects);     // time has passed: what is read is asked for anew
void leave_health(StaffDoor& staff);
void health_told(StaffDoor& staff, const Health& health);
void open_stand(Model& model); // only once an admin unlocked it
void leave_stand(StaffDoor& staff);
void set_stand(Model& model, Effects& effects, const Stand& stand); // at once, and kept
void staff_recognised(Model& model, const StaffRecognised& seen);   // while it waits for a badge
// Their role was given or taken away: what they unlocked is locked.
void staff_changed(Model& model, const StaffChanged& changed);
// May one of this role do what takes `least`?
[[nodiscard]] constexpr bool may(StaffRole role, StaffRole least) { return role >= least; }
[[nodiscard]] StaffRole panel_role(const Model& model); // of who unlocked the panel
// Who does what is asked for now, as far as it is known: on the panel, else at the desk.
[[nodiscard]] AttendeeId who_acts(const Model& model);
void turn_emergency(Model& model, Effects& effects); // only once it is unlocked, and asked for twice
void change_session(Model& model, Effects& effects, const ChangeSessionHere& change); // only once it is unlocked
void steward_acted(Model& model, Effects& effects,
                   const DeskActed& acted); // what came of what a terminal asked for by itself
// Does the panel take digits now?
[[nodiscard]] bool takes_digits(const StaffDoor& staff, Milliseconds now);

} // namespace foyer
