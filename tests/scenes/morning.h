// The summit of the scenes: its venue, programme and guests in English, Chinese and Arabic; other languages read the
// English.
#pragma once

#include "tests/app/terminal.h"

namespace foyer::tests {

struct Said {
    const char *en, *zh, *ar;
};
Wording wording(const Said& said);

// 29 May 2023: a plenary from 09:00, five sub-forums from 10:30. The language is the summit's first.
Programme summit_morning(const Language& language);

// A terminal there at 10:52, with all that it needs: its hub, its camera, three other doors.
Terminal on_the_morning(const Language& language, const std::string& checkpoint = "entrance");

} // namespace foyer::tests
