// How long a file and a function may be.
#include <map>
#include <optional>

#include "tests/catch.h"
#include "tests/tidy/tree.h"

namespace foyer::tidy {
namespace {

constexpr std::size_t file_lines_max = 400;
constexpr std::size_t function_lines_max = 60;

// What is one idea although it is long: a path, or "path:what the function's first line contains", and the reason.
const std::map<std::string, std::string> long_for_a_reason = {
    {"tests/import/mistakes_test.cpp:a mistake of one value", "a table of mistakes and their sentences"},
    {"tests/summit/codec_test.cpp:one_of_each()", "one payload of each kind: data"},
};

bool has_a_reason(const std::string& path, const std::string& head) {
    for (const auto& [name, reason] : long_for_a_reason)
        if (name.starts_with(path + ":") && head.find(name.substr(path.size() + 1)) != std::string::npos) return true;
    return false;
}

std::size_t indent(const std::string& line) {
    const auto at = line.find_first_not_of(' ');
    return at == std::string::npos ? line.size() : at;
}

// Follows raw string literals, whose lines are data and may begin anywhere.
class RawStrings {
public:
    // Whether the line begins inside one.
    bool inside(const std::string& line) {
        const bool was = !end_.empty();
        std::size_t at = 0;
        while (at != std::string::npos) {
            if (!end_.empty()) {
                at = line.find(end_, at);
                if (at == std::string::npos) break;
                at += end_.size();
                end_.clear();
            }
            at = line.find("R\"", at);
            if (at == std::string::npos) break;
            const auto open = line.find('(', at);
            if (open == std::string::npos) break;
            end_ = ")" + line.substr(at + 2, open - at - 2) + "\"";
            at = open + 1;
        }
        return was;
    }

private:
    std::string end_;
};

struct Span {
    std::size_t first; // line numbers from 1
    std::size_t last;
    std::string head; // the function's first line, without its indent
};

// The code is formatted by one tool, so a function is what begins at the margin of its namespace or class and ends in a
// lone brace at the same margin.
std::vector<Span> functions(const File& file) {
    std::vector<Span> found;
    RawStrings raw;
    std::size_t margin = 0;
    std::optional<Span> open;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        if (raw.inside(line) || line.empty() || line.starts_with('#')) continue;
        const std::size_t at = indent(line);
        const std::string text = line.substr(at);
        if (text.starts_with("//")) continue;
        if (at == 0 && text.starts_with("};")) margin = 0;
        if (at == margin && text == "}") {
            if (open) found.push_back({open->first, i + 1, open->head});
            open.reset();
        } else if (at == 0 && (text.starts_with("struct ") || text.starts_with("class ")) && text.ends_with('{')) {
            margin = 4;
            open.reset();
        } else if (at == margin && !text.starts_with('}') && !text.starts_with("namespace ") &&
                   !text.starts_with(')')) {
            const bool continued = open && file.lines[open->first - 1].ends_with(','); // template heads and the like
            if (!continued) open = Span{i + 1, i + 1, text};
        }
    }
    return found;
}

Findings short_functions(const File& file) {
    Findings found;
    for (const Span& span : functions(file)) {
        const std::size_t lines = span.last - span.first + 1;
        if (lines > function_lines_max && !has_a_reason(file.path, span.head))
            found.push_back(
                finding(file, span.first, "a function of " + std::to_string(lines) + " lines: " + span.head));
    }
    return found;
}

Findings short_files(const File& file) {
    if (file.lines.size() <= file_lines_max || long_for_a_reason.contains(file.path)) return {};
    return {finding(file, 0, std::to_string(file.lines.size()) + " lines")};
}

std::string function_of(std::size_t lines, const std::string& margin) {
    std::string text = margin + "int f() {\n";
    for (std::size_t i = 2; i < lines; ++i) text += margin + "    ++n;\n";
    return text + margin + "}\n";
}

TEST_CASE("No file is longer than 400 lines without a reason") {
    expect_none(ask(short_files, sources()));
    CHECK(ask(short_files, {sample("a.cpp", function_of(401, ""))}).size() == 1);
}

TEST_CASE("No function is longer than 60 lines without a reason") {
    expect_none(ask(short_functions, sources()));
    CHECK(ask(short_functions, {sample("a.cpp", "namespace a {\n" + function_of(61, "") + "} // namespace a\n")})
              .size() == 1);
    CHECK(ask(short_functions, {sample("a.cpp", "class A {\n" + function_of(61, "    ") + "};\n")}).size() == 1);
    CHECK(ask(short_functions, {sample("a.cpp", function_of(60, "") + function_of(60, ""))}).empty());
    CHECK(
        ask(short_functions, {sample("a.cpp", "int f() {\n    return R\"(\n}\n)\";\n" + std::string(70, '\n') + "}\n")})
            .size() == 1);
}

TEST_CASE("A reason is given only for what is there and is long") {
    Findings found;
    for (const auto& [name, reason] : long_for_a_reason) {
        bool there = false;
        for (const File& file : sources()) {
            there = there || (name == file.path && file.lines.size() > file_lines_max);
            for (const Span& span : functions(file))
                there = there || (span.last - span.first >= function_lines_max && name.starts_with(file.path + ":") &&
                                  span.head.find(name.substr(file.path.size() + 1)) != std::string::npos);
        }
        if (!there) found.push_back(name + ": take it off the list");
    }
    expect_none(found);
}

} // namespace
} // namespace foyer::tidy
