// The tables of a ledger and how an older file becomes a current one.
#pragma once

#include "sync/ledger/sqlite.h"
#include "sync/summit/ids.h"

namespace foyer {

// PRAGMA user_version: another number for other tables, and for other rules of folding (whose rows differ).
//   1  seals, scans, the last place and each subject's share of the counts in tables of their own
//   2  one row a fact, one a fact of a subject, one a person and place
//   3  conflicts, revoked devices, voided entries, purges; what makes no sense is not folded
//   4  the same tables: entries by a replaced badge whose issue came last are conflicts, and two withdrawals apart
inline constexpr int ledger_format = 4;

// The place of a fact in the tables: origin's row, then seq. An origin has fewer than 2^40 facts.
inline constexpr int seq_bits = 40;

// Creates the tables in an empty file, or migrates an older one: then the private value `rows_due` says that its rows
// are to be made from its facts. newer_version when a newer Foyer wrote it.
Result<> prepare_schema(Database& database, const std::filesystem::path& file);
inline constexpr std::string_view rows_due = "rows_due";

// Empties what can be made from the facts.
Result<> clear_rows(Database& database);
// A hash over all of it.
Result<Hash> hash_rows(Database& database);

} // namespace foyer
