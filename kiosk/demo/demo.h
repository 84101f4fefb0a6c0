// `./run demo`: a whole summit on one machine. Hub, enrolment, terminal, guests and page are the real programs; only
// the light that falls into the camera is drawn, and only where there is no camera.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sync/summit/fault.h"
#include "sync/summit/seconds.h"
#include "sync/summit/words.h"

namespace foyer {

struct DemoOptions {
    std::filesystem::path summit;                  // folder of the summit's files
    std::filesystem::path programs;                // where `foyer` and `foyer-kiosk` are
    std::optional<std::filesystem::path> pictures; // PNG of each kind of screen
    std::optional<std::string> me;                 // the newcomer's own name
    std::string camera;     // as foyer-kiosk takes it; empty: a real one, else the generated feed
    std::string windowed;   // "1080x1920"; empty: the whole screen
    std::string checkpoint; // empty: the strictest door
    std::string mode;       // as foyer-kiosk takes it; empty: the checkpoint's own
    std::string listen = "127.0.0.1:0";
    Seconds seconds{0}; // 0: until Esc or Ctrl-C
};

// "1080x1920", each side from 320 to 16384.
bool is_window_size(const std::string& text);

// Runs it to its end and prints the summary. True when terminal, hub and page agreed.
Result<bool> run_demo(const DemoOptions& options);

} // namespace foyer
