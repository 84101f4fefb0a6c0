// Runs `foyer` with the words of a shell line, and a folder that goes away.
#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/catch.h"

namespace foyer::test {

struct Ended {
    int code = -1;
    std::string output; // stdout and stderr
    [[nodiscard]] bool says(const std::string& text) const { return output.find(text) != std::string::npos; }
};

inline Ended run(const std::string& arguments) {
    Ended ended;
    const std::string command = std::string{FOYER_PROGRAMS} + "/foyer " + arguments + " 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe);
    char chunk[4096];
    while (const std::size_t got = std::fread(chunk, 1, sizeof chunk, pipe)) ended.output.append(chunk, got);
    const int status = ::pclose(pipe);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return ended;
}

inline const std::string summits = std::string{FOYER_SOURCE_DIR} + "/assets/summits/";

class Scratch {
public:
    Scratch() {
        std::string pattern = (std::filesystem::temp_directory_path() / "foyer-commands-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path = pattern;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (path / name).string(); }
    void write(const std::string& name, std::string_view text) const {
        std::ofstream(path / name, std::ios::binary) << text;
    }

    std::filesystem::path path;
};

} // namespace foyer::test
