// A folder of its own for one test, gone at its end.
#pragma once

#include <filesystem>

#include "sync/crypto/crypto.h"

namespace foyer::test {

struct Folder {
    Folder() : path(std::filesystem::temp_directory_path() / ("foyer-test-" + to_hex(random_bytes(8)))) {
        std::filesystem::create_directories(path);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path path;
};

} // namespace foyer::test
