// Plays the chimes and reads sentences aloud, by GStreamer, on a thread of its own: a sound server that hangs holds
// nobody, not even who ends the program. Where there is no sound it says so, and tries again after five minutes.
#pragma once

#include <memory>
#include <string>

#include "kiosk/terminal/chime.h"
#include "sync/summit/words.h"

namespace foyer {

class Speaker {
public:
    // `volume`: 0..100; 0: opens no sound card. `sink`: a GStreamer description of where sound goes.
    explicit Speaker(int volume, std::string sink = "autoaudiosink");
    // What is playing may end, for a second; what waits is left out.
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    void set_volume(int volume); // any thread; of what is played from now on
    // Any thread. A chime that two others are before is left out: it would be heard with somebody else's verdict.
    // Cuts short what is being read aloud: it was for the guest before.
    void play(Sound::Kind chime);
    // Any thread. After the chime that waits, if any; instead of another sentence that waits.
    void say(std::string text, Language language);

private:
    struct Inside;
    std::shared_ptr<Inside> inside_; // shared with its thread, which may outlive this
    bool begun_ = false;             // the thread; by the lock inside
};

} // namespace foyer
