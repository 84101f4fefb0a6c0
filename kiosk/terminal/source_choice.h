// By which ways codes come in at a terminal, as a person wrote it: cameras, recordings, folders of pictures, a
// generated feed, serial hand scanners. (A hand scanner that acts as a keyboard is nobody's choice: it is heard when
// it types.)
#pragma once

#include "kiosk/terminal/eye.h"
#include "scanner/device.h"
#include "scanner/formats.h"

namespace foyer {

struct SourceChoice {
    Settings::Pictures pictures = Settings::Pictures::camera; // what guests are told of them
    std::vector<Eye::Source> sources;
};

struct SourceOptions {
    // Each of `cameras`: "" the first camera of this machine; "feed:FOLDER" generated (scanner/feed); "none"; else as
    // camera_source says. Empty: the first camera.
    std::vector<std::string> cameras;
    std::vector<CameraSetting> camera_settings; // of each device
    std::vector<std::string> scanners;          // each as serial_settings says
    Formats others;                             // what cameras read beside QR codes
};

// Looks at what is there each time a source is opened, so that it may be plugged in later. Faults: an option that can
// never be right.
Result<SourceChoice> choose_sources(const SourceOptions& options);

} // namespace foyer
