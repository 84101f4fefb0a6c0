// What a verdict leaves behind: the fact that a checkpoint has on disk before anybody sees its answer.
#pragma once

#include "sync/summit/payload.h"

namespace foyer {

struct Occasion {
    Instant happened;        // when the code was read
    std::string case_number; // for those who are asked to see a person; else empty
    std::string visitor;     // random: somebody whom nobody knows is a subject of their own
};

Draft record_of(const Verdict& verdict, const Checkpoint& checkpoint, const Occasion& occasion);

} // namespace foyer
