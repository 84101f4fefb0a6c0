// A table in a text file: RFC 4180 (quotes, doubled quotes, line ends inside quotes), with what spreadsheets really
// write: LF, CRLF or CR; commas, semicolons or tabs, told apart by the header row; an Excel `sep=;` line; blank rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/import/problems.h"

namespace foyer {

struct CsvRow {
    std::size_t line = 0; // where the row starts
    std::vector<std::string> cells;
};

struct Csv {
    char separator = ',';
    CsvRow header;
    std::vector<CsvRow> rows; // each with as many cells as the header
};

inline constexpr std::size_t max_csv_cell = 4096; // bytes; what is longer is a quote that was never closed
inline constexpr std::size_t max_csv_columns = 256;
inline constexpr std::size_t max_csv_rows = 200'000;

// `text` is valid UTF-8. Rows with a mistake are reported and left out.
Csv read_csv(std::string_view text, const Source& source);

} // namespace foyer
