#include "sync/import/csv.h"
#include "tests/catch.h"
#include "tests/random.h"

using namespace foyer;

namespace {

struct Read {
    Csv table;
    std::string mistakes;
};

Read read(std::string_view text) {
    Problems problems;
    Read result{read_csv(text, Source{"people.csv", problems}), ""};
    for (const Problem& problem : problems.all()) result.mistakes += problem.sentence() + "\n";
    return result;
}

using Cells = std::vector<std::string>;

} // namespace

TEST_CASE("cells are separated by commas, semicolons or tabs, whichever the header uses") {
    for (const char separator : {',', ';', '\t'}) {
        const std::string s(1, separator);
        const auto [table, mistakes] = read("id" + s + "name" + s + "seat\n1" + s + "A" + s + "\n");
        CHECK(table.separator == separator);
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows[0].cells == Cells{"1", "A", ""});
        CHECK(mistakes.empty());
    }
}

TEST_CASE("a quoted cell may hold separators, quotes and line ends") {
    const auto [table, mistakes] = read("id,note\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,d\r\n");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].cells == Cells{"1", "a, \"b\"\r\nc"});
    CHECK(table.rows[1].line == 4);
    CHECK(mistakes.empty());
}

TEST_CASE("lines may end in LF, CRLF or CR, the last one in nothing, and blank rows are skipped") {
    for (const char* end : {"\n", "\r\n", "\r"}) {
        const std::string e = end;
        const auto [table, mistakes] = read("id,name" + e + "1,A" + e + e + ",  " + e + "2,B");
        REQUIRE(table.rows.size() == 2);
        CHECK(table.rows[0].cells == Cells{"1", "A"});
        CHECK(table.rows[1].cells == Cells{"2", "B"});
        CHECK(mistakes.empty());
    }
}

TEST_CASE("a spreadsheet's sep= line says the separator") {
    const auto [table, mistakes] = read("sep=;\nid;a,b,c\n1;x\n");
    CHECK(table.header.cells == Cells{"id", "a,b,c"});
    CHECK(table.header.line == 2);
    CHECK(table.rows.size() == 1);
}

TEST_CASE("a row of another length than the header is named with both counts") {
    const auto [table, mistakes] = read("id,name,seat\n1,A,\n2,B\n3,C,D,E\n4,D,\n");
    CHECK(table.rows.size() == 2);
    CHECK(mistakes ==
          "people.csv:3: the row has 2 cells and the header 3; is a quote missing, or the file cut short?\n"
          "people.csv:4: the row has 4 cells and the header 3; is a quote missing, or the file cut short?\n");
}

TEST_CASE("a quote that is never closed is reported where it was opened") {
    const auto [table, mistakes] = read("id,name\n1,A\n2,\"B\n3,C\n");
    CHECK(table.rows.size() == 1);
    CHECK(mistakes == "people.csv:3: a quote opened here is never closed; is the file complete?\n");
}

TEST_CASE("text after a closing quote is a mistake, and the next row is read") {
    const auto [table, mistakes] = read("id,name\n1,\"A\"x\n2,B\n");
    CHECK(table.rows.size() == 1);
    CHECK(mistakes == "people.csv:2: there is text after a closing quote; double the quotes inside a cell (\"\")\n");
}

TEST_CASE("an empty file has no header row") {
    for (const char* text : {"", "\n", " , ,\n1,2,3\n"})
        CHECK(read(text).mistakes ==
              "people.csv:1: there is no header row; the first line names the columns (id, native_name, ...)\n");
}

TEST_CASE("a line of ten million characters is one mistake") {
    const auto [table, mistakes] = read("id,name\n1," + std::string(10'000'000, 'x') + "\n2,B\n");
    CHECK(table.rows.size() == 1);
    CHECK(mistakes == "people.csv:2: a cell is longer than 4096 bytes; is a closing quote missing?\n");
    CHECK(read("id,name\n" + std::string(1'000'000, ',') + "\n").mistakes ==
          "people.csv:2: the row has more than 256 columns\n");
}

TEST_CASE("what is written by the rules is read back cell by cell, whatever the cells hold") {
    constexpr std::string_view letters[] = {"a", ",", ";", "\"", "\n", "\r\n", " ", "é", "苏", "\t"};
    const auto seed = GENERATE(range(1, 60));
    CAPTURE(seed);
    test::Random dice(static_cast<std::uint64_t>(seed));
    std::string text = "id,b,c\n";
    std::vector<Cells> rows(1 + dice.below(8));
    for (Cells& row : rows) {
        row = {"x", "", ""}; // never blank as a whole
        for (std::string& cell : row) {
            for (std::size_t n = dice.below(6); n > 0; --n) cell += letters[dice.below(std::size(letters))];
            text += '"';
            for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
            text += &cell == &row.back() ? "\"\n" : "\",";
        }
    }
    const auto [table, mistakes] = read(text);
    CHECK(mistakes.empty());
    REQUIRE(table.rows.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK(table.rows[i].cells == rows[i]);
}
