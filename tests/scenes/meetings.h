// A meeting of the scenes: the guest of a language, another, and who interprets.
#pragma once

#include "tests/scenes/people.h"

namespace foyer::tests {

Guest lu(); // interprets
MeetingSeen meeting_of(const Language& language, const char* id, std::string_view starts, std::string_view ends,
                       MeetingSeen::Someone::Is partner_is);

} // namespace foyer::tests
