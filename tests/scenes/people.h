// The guests of the scenes: who speaks which language, and what a door answers them.
#pragma once

#include "tests/scenes/morning.h"

namespace foyer::tests {

struct Guest {
    Attendee attendee;
    Person person;
};
Guest eleanor();   // a speaker of energy, English
Guest qingchuan(); // 沐晴川, materials
Guest noor();      // نور القمري, materials
Guest anna();      // a delegate of materials, German
// The one of them who speaks this language; of any other, Anna.
Guest who_speaks(const Language& language);

// What the desk thread answers when the guest of this language scans.
Outcome answer(Reason reason, const Language& language);
// At the door of materials: to biomedicine, and to the overflow room.
Outcome answer_elsewhere(const Language& language);
Outcome answer_full(const Language& language);
// To a code that is nobody's.
Outcome answer_to_nobody(Reason reason);

} // namespace foyer::tests
