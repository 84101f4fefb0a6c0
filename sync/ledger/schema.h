// The tables of a ledger and how an older file becomes a current one.
#pragma once

#include "sync/ledger/sqlite.h"

namespace foyer {

inline constexpr int ledger_format = 1; // PRAGMA user_version

// Creates the tables in an empty file, or migrates; newer_version when a newer Foyer wrote it.
Result<> prepare_schema(Database& database, const std::filesystem::path& file);

} // namespace foyer
