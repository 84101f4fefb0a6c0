// The tables of a store that several hubs share: their version, and making them. What they hold:
// sync/central/README.md.
#pragma once

#include "sync/central/postgres.h"

namespace foyer {

// Another number for other tables.
inline constexpr int store_format = 2;

// Makes the tables where there are none yet, brings older ones up to date. newer_version: a newer Foyer's.
Result<> make_tables(Postgres& postgres);
// not_found when there are none or they are an older Foyer's, newer_version when they are a newer one's.
Result<> check_tables(Postgres& postgres);
// Of the tables that are there; none: no tables.
Result<std::optional<int>> format_of_tables(Postgres& postgres);

} // namespace foyer
