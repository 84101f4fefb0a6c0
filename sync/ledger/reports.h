// What analysts may see of a ledger's rows: which attendee, by number, was where and when; nothing personal, no name,
// contact, note or code. As cells of text, in the columns that the tables of the shared store have
// (sync/central/README.md): times in ISO 8601, UTC.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

struct Report {
    using Cells = std::vector<std::optional<std::string>>;
    struct Rows {
        std::string_view table;
        std::vector<Cells> rows; // by attendee or id, which is the first cell
    };
    std::vector<Rows> tables;
};

} // namespace foyer
