// The keyboard of a terminal: what people type, and what hand scanners type that act as one. Glass thread; while it
// lives, the window's keys are its own.
#pragma once

#include <functional>
#include <string>

#include "kiosk/screens/window.h"
#include "scanner/hand/key_burst.h"

namespace foyer {

class Keyboard {
public:
    struct Callbacks {
        std::function<void(char32_t)> typed; // a character, or the control character of Esc, Enter, backspace, Tab
        std::function<void(std::string)> code;
    };
    Keyboard(Window& window, Callbacks callbacks);
    ~Keyboard();
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    // Window::wait, and the callbacks; shorter when a run of keys is about to end.
    void wait(double seconds_max);

private:
    void hear(char32_t key, KeyTime time);
    void tell(Heard heard);

    Window& window_;
    Callbacks callbacks_;
    KeyBursts bursts_;
};

} // namespace foyer
