// A verdict is heard too. The speaker in kiosk/terminal plays it.
#pragma once

namespace foyer {

struct Sound {
    enum class Kind { go_on, please_read } kind = Kind::go_on;
    bool operator==(const Sound&) const = default;
};

} // namespace foyer
