#include "kiosk/demo/keyboard.h"

#include <poll.h>
#include <unistd.h>

namespace foyer {

Keyboard::Keyboard() {
    // In the background, asking for a key would stop the whole program.
    if (::isatty(STDIN_FILENO) == 0 || ::tcgetpgrp(STDIN_FILENO) != ::getpgrp()) return;
    termios now{};
    if (::tcgetattr(STDIN_FILENO, &now) != 0) return;
    const termios before = now;
    now.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO); // Ctrl-C stays a signal
    if (::tcsetattr(STDIN_FILENO, TCSANOW, &now) == 0) before_ = before;
}

Keyboard::~Keyboard() {
    if (before_ && ::tcgetpgrp(STDIN_FILENO) == ::getpgrp()) (void)::tcsetattr(STDIN_FILENO, TCSANOW, &*before_);
}

std::optional<char> Keyboard::pressed() const {
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    if (!is_there() || ::tcgetpgrp(STDIN_FILENO) != ::getpgrp() || ::poll(&waiting, 1, 0) <= 0) return std::nullopt;
    char signs[16];
    if (::read(STDIN_FILENO, signs, sizeof signs) != 1) return std::nullopt;
    return signs[0];
}

} // namespace foyer
