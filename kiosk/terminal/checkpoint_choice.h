// Where a terminal stands: what its command line says, against what the organiser enrolled it for.
#pragma once

#include <optional>
#include <string>

#include "sync/summit/fault.h"
#include "sync/summit/words.h"

namespace foyer {

struct CheckpointChoice {
    CheckpointId checkpoint;
    std::string remark; // a line for the log; empty: the two agree, or nothing was enrolled
};

// `asked` is empty when --checkpoint was not given. The command line wins, as terminals are carried to other doors.
// bad_input: neither says anything.
Result<CheckpointChoice> choose_checkpoint(const std::string& asked, const std::optional<CheckpointId>& enrolled);

} // namespace foyer
