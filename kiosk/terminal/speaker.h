// Plays the chimes, by GStreamer, on a thread of its own: a sound card that hangs holds nobody. Where there is none it
// says so once and stays silent.
#pragma once

#include <atomic>
#include <string>

#include "kiosk/terminal/chime.h"
#include "kiosk/terminal/press.h"

namespace foyer {

class Speaker {
public:
    // `volume`: 0..100; 0: never opens a sound card. `sink`: a GStreamer description of where sound goes.
    explicit Speaker(int volume, std::string sink = "autoaudiosink");
    // Any thread. A chime that two others are before is left out: it would be heard with somebody else's verdict.
    void play(Chime chime);

private:
    void play_now(Chime chime);

    int volume_;
    std::string sink_;
    std::atomic<int> waiting_ = 0;
    bool silent_ = false; // no sound card; its thread's
    Press thread_;        // ends first
};

} // namespace foyer
