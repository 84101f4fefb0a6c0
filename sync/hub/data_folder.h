// A new terminal's data folder, before its hub uses up an enrolment code for it.
#pragma once

#include <filesystem>

#include "sync/summit/fault.h"

namespace foyer {

// Can `folder` be made, and written to? Tries it and leaves nothing behind, for the hub may still refuse the code.
// Faults: disk, which names the folder and why.
Result<> try_data_folder(const std::filesystem::path& folder);

} // namespace foyer
