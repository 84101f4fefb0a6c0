// The two guests of most tests: she speaks German, he Chinese.
#pragma once

#include "tests/app/terminal.h"

namespace foyer::tests {

inline const Attendee anna = attendee("0001", "de", {ForumId{"materials"}});
inline const Person anna_name = person("Anna Mösner", "de", "Anna Mösner", "Dr.");
inline const Attendee ming = attendee("0002", "zh", {ForumId{"biomedicine"}});
inline const Person ming_name = person("李明", "zh-Hans", "Li Ming", "先生");

} // namespace foyer::tests
