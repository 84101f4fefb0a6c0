// A summit's folder in the temporary directory that lives as long as this object; starts as a copy of the small summit.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "sync/import/summit_files.h"
#include "tests/catch.h"

namespace foyer {

inline const std::filesystem::path summits_folder = std::filesystem::path{FOYER_SOURCE_DIR} / "assets/summits";

class Folder {
public:
    explicit Folder(const char* summit = "small") {
        std::string name = (std::filesystem::temp_directory_path() / "foyer-import-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
        std::filesystem::copy(summits_folder / summit, path_, std::filesystem::copy_options::recursive);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::string text(const char* file) const {
        std::ifstream in(path_ / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void write(const char* file, std::string_view text) const { std::ofstream(path_ / file, std::ios::binary) << text; }
    void append(const char* file, std::string_view text) const { write(file, this->text(file) + std::string{text}); }
    // The one place where `before` stands.
    void replace(const char* file, std::string_view before, std::string_view after) const {
        std::string whole = text(file);
        const auto at = whole.find(before);
        REQUIRE(at != std::string::npos);
        write(file, whole.replace(at, before.size(), after));
    }

private:
    std::filesystem::path path_;
};

// The sentences of everything that is wrong, one a line.
inline std::string sentences(const SummitReading& reading, Problem::Weight weight = Problem::Weight::error) {
    std::string all;
    for (const Problem& problem : reading.problems)
        if (problem.weight == weight) all += problem.sentence() + "\n";
    return all;
}
inline std::string mistakes(const Folder& folder) { return sentences(inspect_summit(folder.path())); }
inline std::string warnings(const Folder& folder) {
    return sentences(inspect_summit(folder.path()), Problem::Weight::warning);
}

} // namespace foyer
