// A display for a machine without one: Xvfb, on a number of its own choosing.
#pragma once

#include "kiosk/demo/process.h"

namespace foyer {

struct VirtualDisplay {
    Process server;
    std::string name; // ":12"
};

// Whether somebody answers where $DISPLAY or $WAYLAND_DISPLAY (in $XDG_RUNTIME_DIR) point to; each may be null, empty
// or dead.
bool display_is_there(const char* x11, const char* wayland, const char* runtime_folder);

// `size` as "1080x1920". not_found: Xvfb is not installed.
Result<VirtualDisplay> start_virtual_display(const std::string& size);

} // namespace foyer
