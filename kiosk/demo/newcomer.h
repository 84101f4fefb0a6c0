// The newcomer's own name: a guest added to the demo's roster, with a badge to hold up.
#pragma once

#include <filesystem>

#include "sync/ledger/ledger.h"

namespace foyer {

// A name as it was typed, without blanks around it. bad_input: empty, not UTF-8, too long, or with characters that no
// badge shows (controls, line ends, what turns the writing direction).
Result<std::string> read_own_name(std::string_view typed);

// Adds the guest, registered for the forum of the checkpoint's place, writes `folder`/my-badge.png and .pdf and prints
// the code as blocks. Faults: disk, bad_input.
Result<AttendeeId> welcome_newcomer(Ledger& hub, const std::string& name, const CheckpointId& checkpoint,
                                    const std::filesystem::path& folder);

} // namespace foyer
