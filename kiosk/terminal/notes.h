// The numbers of notes, which is all that staff read of a refusal on a guest's screen: what each means, to be printed
// and laid beside a door.
#pragma once

#include <string>

#include "kiosk/app/strings.h"

namespace foyer {

// A line of number and title a note, and under it what it means for staff.
std::string sheet_of_notes(const Voice& voice);

} // namespace foyer
