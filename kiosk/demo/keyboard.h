// The keyboard of the shell that started the demo, key by key: where the terminal's window is on a virtual display, it
// is the only one there is. As it was before once this is gone.
#pragma once

#include <optional>

#include <termios.h>

namespace foyer {

class Keyboard {
public:
    Keyboard(); // of standard input, if that is a keyboard and ours to read
    ~Keyboard();
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    [[nodiscard]] bool is_there() const { return before_.has_value(); }
    // The key that was pressed, if any; does not wait. Keys that send more than one sign (arrows) are none.
    [[nodiscard]] std::optional<char> pressed() const;

private:
    std::optional<termios> before_;
};

} // namespace foyer
