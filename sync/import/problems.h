// What is wrong with a summit's files, all of it: a reader goes on after a mistake, so that one run names every one.
//
// An error stops the import before anything is written; a warning does not. Sentences name ids, fields and times, never
// a person or a code: they may end in a log.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace foyer {

struct Problem {
    enum class Weight { error, warning };
    Weight weight = Weight::error;
    std::string file;     // as the organiser knows it: "places.toml"
    std::size_t line = 0; // 1, 2...; 0: the file as a whole
    std::string field;    // "capacity"; may be empty
    std::string text;     // what is wrong and what to do
    bool operator==(const Problem&) const = default;
    // "places.toml:12: capacity: -3 is negative; ..."
    [[nodiscard]] std::string sentence() const {
        std::string where = file;
        if (line > 0) where += ":" + std::to_string(line);
        if (!field.empty()) where += ": " + field;
        return where + ": " + text;
    }
};

class Problems {
public:
    void error(std::string file, std::size_t line, std::string field, std::string text) {
        all_.push_back({Problem::Weight::error, std::move(file), line, std::move(field), std::move(text)});
    }
    void warning(std::string file, std::size_t line, std::string field, std::string text) {
        all_.push_back({Problem::Weight::warning, std::move(file), line, std::move(field), std::move(text)});
    }
    [[nodiscard]] const std::vector<Problem>& all() const { return all_; }
    [[nodiscard]] std::size_t errors() const {
        return static_cast<std::size_t>(std::ranges::count(all_, Problem::Weight::error, &Problem::weight));
    }
    // By file, then line: the order in which somebody with an editor open wants them.
    void sort() {
        std::ranges::stable_sort(all_, [](const Problem& a, const Problem& b) {
            return std::tie(a.file, a.line) < std::tie(b.file, b.line);
        });
    }

private:
    std::vector<Problem> all_;
};

// The file that is being read and where its problems go; handed down by reference while one file is read.
struct Source {
    std::string file;
    Problems& problems;
    void error(std::size_t line, std::string field, std::string text) const {
        problems.error(file, line, std::move(field), std::move(text));
    }
    void warning(std::size_t line, std::string field, std::string text) const {
        problems.warning(file, line, std::move(field), std::move(text));
    }
};

} // namespace foyer
