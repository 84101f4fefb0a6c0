#include "sync/import/csv.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

// Reads one row after the other; knows only characters, not columns.
class Scanner {
public:
    Scanner(std::string_view text, const Source& source) : rest_(text), source_(source) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] std::string_view first_line() const { return rest_.substr(0, rest_.find_first_of("\r\n")); }
    void skip_line() {
        rest_.remove_prefix(first_line().size());
        end_line();
    }
    void separate_by(char separator) { separator_ = separator; }

    // False: the row has a mistake (reported).
    bool next(CsvRow& row) {
        row = {line_, {}};
        bool good = true;
        for (bool more = true; more;) {
            row.cells.emplace_back();
            good = (rest_.starts_with('"') ? quoted(row.cells.back()) : plain(row.cells.back())) && good;
            more = rest_.starts_with(separator_);
            if (more) rest_.remove_prefix(1);
        }
        end_line();
        if (row.cells.size() > max_csv_columns) return fail(row.line, "the row has more than 256 columns");
        for (const std::string& cell : row.cells)
            if (good && cell.size() > max_csv_cell)
                return fail(row.line, "a cell is longer than 4096 bytes; is a closing quote missing?");
        return good;
    }

private:
    bool fail(std::size_t line, std::string text) {
        source_.error(line, "", std::move(text));
        return false;
    }

    bool plain(std::string& cell) {
        const std::size_t length = std::min(rest_.find_first_of(std::string{separator_, '\r', '\n'}), rest_.size());
        cell = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return true;
    }

    bool quoted(std::string& cell) {
        const std::size_t opened = line_;
        rest_.remove_prefix(1);
        while (true) {
            const std::size_t quote = rest_.find('"');
            const std::string_view run = rest_.substr(0, quote);
            line_ += static_cast<std::size_t>(std::ranges::count(run, '\n'));
            if (cell.size() <= max_csv_cell) cell += run;
            if (quote == std::string_view::npos) {
                rest_ = {};
                return fail(opened, "a quote opened here is never closed; is the file complete?");
            }
            rest_.remove_prefix(quote + 1);
            if (!rest_.starts_with('"')) break;
            cell += '"';
            rest_.remove_prefix(1);
        }
        std::string after;
        plain(after);
        if (after.find_first_not_of(' ') == std::string::npos) return true;
        return fail(line_, "there is text after a closing quote; double the quotes inside a cell (\"\")");
    }

    void end_line() {
        if (rest_.starts_with("\r\n"))
            rest_.remove_prefix(2);
        else if (!rest_.empty())
            rest_.remove_prefix(1);
        ++line_;
    }

    std::string_view rest_;
    const Source& source_;
    std::size_t line_ = 1;
    char separator_ = ',';
};

// The candidate that stands most often outside quotes in the header line.
char sniff(std::string_view header) {
    constexpr std::string_view candidates = ",;\t";
    std::array<int, 3> count{};
    bool inside = false;
    for (const char c : header) {
        if (c == '"') inside = !inside;
        if (const auto which = candidates.find(c); !inside && which != std::string_view::npos) ++count.at(which);
    }
    const auto most = std::ranges::max_element(count);
    return candidates[static_cast<std::size_t>(most - count.begin())];
}

bool is_blank(const CsvRow& row) {
    return std::ranges::all_of(
        row.cells, [](const std::string& cell) { return cell.find_first_not_of(" \t") == std::string::npos; });
}

std::string cells(std::size_t count) { return std::to_string(count) + (count == 1 ? " cell" : " cells"); }

} // namespace

Csv read_csv(std::string_view text, const Source& source) {
    Csv table;
    Scanner scanner(text, source);
    const std::string_view first = scanner.first_line();
    table.separator = sniff(first);
    if (first.size() == 5 && first.starts_with("sep=")) {
        table.separator = first.back();
        scanner.skip_line();
    }
    scanner.separate_by(table.separator);
    if (scanner.at_end() || !scanner.next(table.header) || is_blank(table.header)) {
        source.error(1, "", "there is no header row; the first line names the columns (id, native_name, ...)");
        table.header = {};
        return table;
    }
    while (!scanner.at_end()) {
        CsvRow row;
        if (!scanner.next(row) || is_blank(row)) continue;
        if (row.cells.size() != table.header.cells.size()) {
            source.error(row.line, "",
                         "the row has " + cells(row.cells.size()) + " and the header " +
                             std::to_string(table.header.cells.size()) +
                             "; is a quote missing, or the file cut short?");
            continue;
        }
        if (table.rows.size() == max_csv_rows) {
            source.error(row.line, "", "there are more than 200,000 rows; split the file");
            break;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace foyer
