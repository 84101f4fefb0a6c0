// Which SQLite keeps the ledger, as it is linked: "3.40.1". Any thread.
#pragma once

#include <string>

namespace foyer {

std::string sqlite_version();

} // namespace foyer
