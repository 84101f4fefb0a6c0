// What is read aloud of a screen, for who cannot see it: the answer and where to go, never a name.
#pragma once

#include "kiosk/app/views.h"

namespace foyer {

// Empty: this screen says nothing. In the language of the screen.
Label spoken(const CurrentView& view);

} // namespace foyer
