// What the folders look like: the top level, a README in each room, headers that begin as manuals.
#include <algorithm>
#include <set>

#include "tests/catch.h"
#include "tests/tidy/tree.h"

namespace foyer::tidy {
namespace {

// The top level is fixed; everything else has a room inside these.
const std::set<std::string> fixed = {
    "CMakeLists.txt", "kiosk/",        "scanner/",          "sync/",
    "assets/",        "tests/", //
    "README.md",      "LICENSE",       "CMakePresets.json", "run",
    ".ci/",           ".clang-format", //
    ".clang-tidy",    ".gitignore",    ".editorconfig",     ".gitattributes",
};
// Made on the spot, and never committed.
const std::vector<std::string> not_ours = {".git",    "build", "demo-pictures",         ".cache",
                                           ".vscode", ".idea", "compile_commands.json", "CMakeUserPresets.json"};

std::set<std::string> rooms() {
    std::set<std::string> found;
    for (const File& file : sources())
        if (starts_with_any(file.path, {"kiosk/", "scanner/", "sync/"})) found.insert(file.folder());
    return found;
}

Findings header_form(const File& file) {
    Findings found;
    if (file.lines.empty() || !file.lines.front().starts_with("//"))
        found.push_back(finding(file, 1, "a header begins with a comment: it is the manual"));
    const auto once = std::count(file.lines.begin(), file.lines.end(), "#pragma once");
    if (once != 1) found.push_back(finding(file, 0, "a header says #pragma once, once"));
    return found;
}

TEST_CASE("The top level holds only what the design puts there") {
    Findings found;
    for (const std::string& name : top_level())
        if (!fixed.contains(name) && !starts_with_any(name, not_ours))
            found.push_back(name + " is not part of the top level");
    expect_none(found);
    CHECK(top_level().size() >= 6);
}

TEST_CASE("Each room explains itself in a README.md") {
    Findings found;
    for (const std::string& room : rooms()) {
        const bool has = std::any_of(tree().begin(), tree().end(),
                                     [&](const File& file) { return file.path == room + "/README.md"; });
        if (!has) found.push_back(room + "/README.md is missing");
    }
    expect_none(found);
    CHECK(rooms().contains("sync/summit"));
}

TEST_CASE("Each header is a manual and is read once") {
    std::vector<File> headers = sources();
    std::erase_if(headers, [](const File& file) { return file.extension() != ".h"; });
    expect_none(ask(header_form, headers));
    CHECK(ask(header_form, {sample("sync/a.h", "#pragma once\n")}).size() == 1);
    CHECK(ask(header_form, {sample("sync/a.h", "// Why.\n")}).size() == 1);
    CHECK(ask(header_form, {sample("sync/a.h", "// Why.\n#pragma once\n")}).empty());
}

} // namespace
} // namespace foyer::tidy
