#include "tests/tidy/tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/catch.h"

namespace foyer::tidy {

namespace fs = std::filesystem;

namespace {

// What a person writes; pictures, fonts and the like have no lines.
const std::vector<std::string> text_extensions = {".h",  ".cpp",   ".txt",  ".md",  ".json", ".toml",
                                                  ".po", ".pot",   ".html", ".css", ".js",   ".py",
                                                  ".sh", ".cmake", ".csv",  ".xml", ".svg"};
const std::vector<std::string> text_names = {"run",         "LICENSE",       ".clang-format",
                                             ".clang-tidy", ".editorconfig", ".gitignore"};

bool is_text(const fs::path& path) {
    const auto is = [](const std::string& name) { return [name](const std::string& other) { return other == name; }; };
    return std::any_of(text_extensions.begin(), text_extensions.end(), is(path.extension().string())) ||
           std::any_of(text_names.begin(), text_names.end(), is(path.filename().string()));
}

// Build folders and git's own are not ours, nor is what an editor leaves in a folder of its own.
bool is_ours(const fs::path& path) {
    const std::string name = path.filename().string();
    return name == ".ci" || !(name.starts_with('.') || name == "build" || name.starts_with("build-"));
}

std::vector<std::string> lines_of(std::istream& text) {
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

std::vector<File> read_tree() {
    const fs::path root = FOYER_SOURCE_DIR;
    std::vector<File> files;
    for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator(); ++at) {
        if (at->is_directory() && !is_ours(at->path())) at.disable_recursion_pending();
        if (!at->is_regular_file() || !is_text(at->path())) continue;
        std::ifstream text(at->path());
        files.push_back({fs::relative(at->path(), root).generic_string(), lines_of(text)});
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

} // namespace

std::string File::folder() const { return fs::path(path).parent_path().generic_string(); }
std::string File::extension() const { return fs::path(path).extension().string(); }

std::string finding(const File& file, std::size_t line, std::string_view what) {
    std::string text = file.path + ":";
    if (line > 0) text += std::to_string(line) + ":";
    return text + " " + std::string(what);
}

const std::vector<File>& tree() {
    static const std::vector<File> files = read_tree();
    return files;
}

std::vector<File> sources() {
    std::vector<File> found;
    for (const File& file : tree())
        if (file.extension() == ".h" || file.extension() == ".cpp") found.push_back(file);
    return found;
}

std::vector<std::string> top_level() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(FOYER_SOURCE_DIR))
        names.push_back(entry.path().filename().string() + (entry.is_directory() ? "/" : ""));
    std::sort(names.begin(), names.end());
    return names;
}

File sample(std::string path, std::string_view text) {
    std::istringstream in{std::string(text)};
    return {std::move(path), lines_of(in)};
}

void expect_none(const Findings& findings) {
    // Printed as they are: the reporter would break a path in two.
    for (const std::string& one : findings) std::cout << one << '\n';
    CHECK(findings.empty());
}

Findings ask(const Rule& rule, const std::vector<File>& files) {
    Findings all;
    for (const File& file : files) {
        const Findings some = rule(file);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

bool starts_with_any(std::string_view text, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& prefix) { return text.starts_with(prefix); });
}

} // namespace foyer::tidy
