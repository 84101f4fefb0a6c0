// The source tree as the house rules see it: every text file of the checkout, line by line, read from the folder that
// the build was configured from (no git needed). A rule is a function from a file to its findings; a test asks a rule
// about every file it is meant for, and a wrong sample, so that no rule passes because it looks at nothing.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::tidy {

struct File {
    std::string path;               // from the root, with '/': "sync/summit/ids.h"
    std::vector<std::string> lines; // without their newlines

    std::string folder() const;    // "sync/summit"; empty for a file in the root
    std::string extension() const; // ".h"; empty when there is none
};

// "path:line: what is wrong"; line 0 stands for the whole file.
std::string finding(const File& file, std::size_t line, std::string_view what);

using Findings = std::vector<std::string>;
using Rule = std::function<Findings(const File&)>;

// Every text file, in the order of its path, without .git and build folders. Read once a process.
const std::vector<File>& tree();

// The C++ files (.h and .cpp) among them.
std::vector<File> sources();

// The names in the root of the checkout, folders with a '/' at the end, in order.
std::vector<std::string> top_level();

// A file for the sample of a rule's own test.
File sample(std::string path, std::string_view text);

// Prints one line a finding, and fails the running test case when there is any.
void expect_none(const Findings& findings);

// Asks the rule about each file.
Findings ask(const Rule& rule, const std::vector<File>& files);

bool starts_with_any(std::string_view text, const std::vector<std::string>& prefixes);

} // namespace foyer::tidy
