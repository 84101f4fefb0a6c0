// Only the folder's owner writes: a lock that ends with the process.
#pragma once

#include "sync/ledger/machine.h"

namespace foyer {

class FolderLock {
public:
    static Result<FolderLock> take(const std::filesystem::path& folder);

private:
    explicit FolderLock(SmallFile file) : file_(std::move(file)) {}
    SmallFile file_;
};

} // namespace foyer
