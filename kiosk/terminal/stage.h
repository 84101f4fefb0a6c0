// What a terminal has from its first moment to its last: the window, the words, and whether it was told to end. Glass
// thread; the signals are the process's.
#pragma once

#include <memory>

#include "kiosk/app/strings.h"
#include "kiosk/screens/window.h"

namespace foyer {

struct Stage {
    // Faults: device (no window), not_found or corrupt (words). From here on SIGINT and SIGTERM ask the terminal to
    // end.
    static Result<Stage> open(const WindowOptions& options);

    std::unique_ptr<Window> window;
    std::unique_ptr<Strings> strings;
};

// SIGINT or SIGTERM came.
bool asked_to_end();
// SIGUSR1 came since this was asked last: n was pressed for a demo, on a keyboard that its window does not see.
bool asked_for_network_switch();

} // namespace foyer
