// A terminal with an empty data folder enrols itself: its camera reads the code that an organiser made, it asks the hub
// that the code names, and has a ledger. Whatever goes wrong is on the screen, and the next code may be held up.
//
// Runs on the glass thread until it is done or told to end; the camera and the question to the hub have threads of
// their own, as at work.
#pragma once

#include "kiosk/terminal/stage.h"
#include "kiosk/terminal/terminal.h"

namespace foyer {

// The new ledger; nothing when the terminal was closed before. Faults: none so far, all of them are told on the screen.
std::unique_ptr<Ledger> enrol_by_camera(Stage& stage, const std::filesystem::path& data, const TerminalOptions& options,
                                        SummitClock clock);

} // namespace foyer
