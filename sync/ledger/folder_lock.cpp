#include "sync/ledger/folder_lock.h"

namespace foyer {

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
    auto file = SmallFile::open(folder / "ledger.lock");
    if (!file) return std::unexpected(file.error());
    if (!file->lock())
        return fault(FaultKind::busy, folder.string() + " is in use by another Foyer program: stop that one first");
    return FolderLock(std::move(*file));
}

} // namespace foyer
