#include "kiosk/terminal/keyboard.h"

#include <algorithm>

#include "scanner/code/parse.h"
#include "sync/uplink/ticket.h"

namespace foyer {

using Steady = std::chrono::steady_clock;

// Whole by a check of its own.
static bool is_ours(std::string_view text) {
    return parse(text).form == Presented::Form::foyer || read_ticket(text).has_value();
}

static std::optional<char32_t> control_character(Key key) {
    switch (key) {
    case Key::escape: return 27;
    case Key::backspace: return 8;
    case Key::enter: return Keystroke::enter;
    case Key::tab: return Keystroke::tab;
    default: return std::nullopt;
    }
}

Keyboard::Keyboard(Window& window, Callbacks callbacks)
    : window_(window), callbacks_(std::move(callbacks)), bursts_(is_ours) {
    window_.on_key([this](Key key, KeyTime time) {
        if (const auto control = control_character(key)) hear(*control, time);
    });
    window_.on_character([this](char32_t character, KeyTime time) { hear(character, time); });
}

Keyboard::~Keyboard() {
    window_.on_key([](Key, KeyTime) {});
    window_.on_character([](char32_t, KeyTime) {});
}

void Keyboard::wait(double seconds_max) {
    if (const auto due = bursts_.due()) {
        const std::chrono::duration<double> left = *due - Steady::now();
        seconds_max = std::clamp(left.count(), 0.0, seconds_max);
    }
    window_.wait(seconds_max);
    tell(bursts_.wait(Steady::now())); // all keys up to now have been heard
}

void Keyboard::hear(char32_t key, KeyTime time) { tell(bursts_.hear({key, time.earliest, time.latest})); }

void Keyboard::tell(Heard heard) {
    for (const char32_t key : heard.typed) callbacks_.typed(key);
    if (heard.code) callbacks_.code(std::move(*heard.code));
}

} // namespace foyer
