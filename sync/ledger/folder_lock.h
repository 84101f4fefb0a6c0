// Only the folder's owner writes: an flock that ends with the process.
#pragma once

#include <filesystem>
#include <utility>

#include "sync/summit/fault.h"

namespace foyer {

class FolderLock {
public:
    static Result<FolderLock> take(const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_;
};

} // namespace foyer
