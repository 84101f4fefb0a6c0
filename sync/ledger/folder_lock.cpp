#include "sync/ledger/folder_lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace foyer {

namespace fs = std::filesystem;

Result<FolderLock> FolderLock::take(const fs::path& folder) {
    const fs::path path = folder / "ledger.lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fault(FaultKind::not_allowed,
                     path.string() + ": " + std::strerror(errno) + " (the data folder must be writable for this user)");
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return fault(FaultKind::busy, folder.string() + " is in use by another Foyer program: stop that one first");
    }
    return FolderLock(file);
}

FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

} // namespace foyer
