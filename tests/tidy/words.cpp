// What a line may look like.
#include <wchar.h>

#include <algorithm>
#include <clocale>
#include <cwchar>
#include <regex>

#include "tests/catch.h"
#include "tests/tidy/tree.h"

namespace foyer::tidy {
namespace {

constexpr std::size_t columns_max = 120;

// Columns, as the formatter counts them: none for a combining mark, two for a wide character.
std::size_t columns(const std::string& line) {
    static const char* const utf8 = std::setlocale(LC_CTYPE, "C.UTF-8");
    REQUIRE(utf8);
    std::mbstate_t state{};
    std::size_t sum = 0;
    for (std::size_t at = 0; at < line.size();) {
        wchar_t character = 0;
        const std::size_t bytes = std::mbrtowc(&character, line.data() + at, line.size() - at, &state);
        if (bytes == 0 || bytes > line.size() - at) return sum;
        sum += static_cast<std::size_t>(std::max(0, ::wcwidth(character)));
        at += bytes;
    }
    return sum;
}

// Code and scripts; prose and data may run on, and so may what lies in assets/, which no tool formats.
bool is_code(const File& file) {
    static const std::vector<std::string> kinds = {".h", ".cpp", ".cmake", ".py", ".sh"};
    if (file.path.starts_with("assets/")) return false;
    return starts_with_any(file.extension(), kinds) || file.path.ends_with("CMakeLists.txt") ||
           file.path.ends_with("run");
}

Findings tidy_lines(const File& file) {
    Findings found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        if (line.find('\t') != std::string::npos) found.push_back(finding(file, i + 1, "a tab"));
        if (line.ends_with(' ') || line.ends_with('\r'))
            found.push_back(finding(file, i + 1, "space at the end of the line"));
        if (columns(line) > columns_max) found.push_back(finding(file, i + 1, "longer than 120 characters"));
    }
    return found;
}

// What is not done has no place in the text: it is done, or it is said in the README what Foyer cannot do.
Findings nothing_put_off(const File& file) {
    static const std::regex promise("\\b(TO"
                                    "DO|FIX"
                                    "ME|X"
                                    "XX|HA"
                                    "CK)\\b");
    Findings found;
    for (std::size_t i = 0; i < file.lines.size(); ++i)
        if (std::regex_search(file.lines[i], promise)) found.push_back(finding(file, i + 1, "work that was put off"));
    return found;
}

// A checkout works wherever it lies: no path of the machine it was written on, no host of a registry.
Findings no_machine(const File& file) {
    static const std::vector<std::string> places = {"/wo"
                                                    "rk/",
                                                    "/tmp"
                                                    "/b/",
                                                    "../sha"
                                                    "red/",
                                                    ".lib"
                                                    "rary/",
                                                    "/home"
                                                    "/",
                                                    "deb.deb"
                                                    "ian.org"};
    Findings found;
    for (std::size_t i = 0; i < file.lines.size(); ++i)
        for (const std::string& place : places)
            if (file.lines[i].find(place) != std::string::npos)
                found.push_back(finding(file, i + 1, "names a machine's own place: " + place));
    return found;
}

// A screen is a function of its view. State kept between two calls would be seen by a second window, or by the next
// test.
Findings stateless(const File& file) {
    static const std::regex kept(R"(\b(static|thread_local)\s+(?!const\b|constexpr\b)[^(]*(=|;|\{))");
    static const std::regex global(
        R"(^(?!const\b|constexpr\b|inline const|using\b|namespace\b|struct\b|class\b|enum\b|)"
        R"(template\b|return\b|extern\b|union\b)[A-Za-z_][\w:<>, *&]*\s\w+\s*(=|;|\{\}))");
    Findings found;
    for (std::size_t i = 0; i < file.lines.size(); ++i)
        if (std::regex_search(file.lines[i], kept) || std::regex_search(file.lines[i], global))
            found.push_back(finding(file, i + 1, "a screen that remembers"));
    return found;
}

TEST_CASE("Code has no tabs, no space at the end and no line over 120 characters") {
    std::vector<File> code = tree();
    std::erase_if(code, [](const File& file) { return !is_code(file); });
    expect_none(ask(tidy_lines, code));
    CHECK(ask(tidy_lines, {sample("a.h", "\tint a;\nint b; \n" + std::string(121, 'x') + "\n")}).size() == 3);
    CHECK(ask(tidy_lines, {sample("a.h", std::string(119, 'x') + "ü\n")}).empty());
}

TEST_CASE("Nothing in the text is put off until later") {
    expect_none(ask(nothing_put_off, tree()));
    CHECK(ask(nothing_put_off, {sample("a.h", "// TO"
                                              "DO: later\n")})
              .size() == 1);
    CHECK(ask(nothing_put_off, {sample("a.h", "mkstemp(\"foyer-XXXX"
                                              "XX\")\n")})
              .empty());
}

TEST_CASE("No text names the machine it was written on") {
    expect_none(ask(no_machine, tree()));
    CHECK(ask(no_machine, {sample("a.md", "see /wo"
                                          "rk/main\n")})
              .size() == 1);
}

TEST_CASE("A screen remembers nothing between two frames") {
    std::vector<File> screens = sources();
    std::erase_if(screens, [](const File& file) { return file.folder() != "kiosk/screens"; });
    expect_none(ask(stateless, screens));
    CHECK(ask(stateless, {sample("a.cpp", "    static bool shown = false;\n")}).size() == 1);
    CHECK(ask(stateless, {sample("a.cpp", "int frames = 0;\n")}).size() == 1);
    CHECK(ask(stateless, {sample("a.cpp", "    static const Palette palette = load();\n")}).empty());
    CHECK(ask(stateless, {sample("a.cpp", "static float width(const View& view) {\n")}).empty());
    CHECK(ask(stateless, {sample("a.cpp", "constexpr int columns = 3;\n")}).empty());
}

} // namespace
} // namespace foyer::tidy
