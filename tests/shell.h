// Runs a line of shell, and keeps a folder that goes away.
#pragma once

#include <cstdio>
#include <cstdlib>
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

inline Ended run_shell(const std::string& line) {
    Ended ended;
    FILE* pipe = ::popen((line + " 2>&1").c_str(), "r");
    REQUIRE(pipe);
    char chunk[4096];
    while (const std::size_t got = std::fread(chunk, 1, sizeof chunk, pipe)) ended.output.append(chunk, got);
    const int status = ::pclose(pipe);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return ended;
}

class Scratch {
public:
    Scratch() {
        std::string pattern = (std::filesystem::temp_directory_path() / "foyer-test-XXXXXX").string();
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
    void write(const std::string& name, std::string_view bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
    }

    std::filesystem::path path;
};

} // namespace foyer::test
