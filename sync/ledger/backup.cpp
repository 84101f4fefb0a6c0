// A copy of a ledger while it is in use, and a ledger from such a copy.
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync/ledger/inside.h"

namespace foyer {

namespace fs = std::filesystem;

// A file that is not flushed is none after a power cut.
static Result<> flush(const fs::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = handle >= 0 && ::fsync(handle) == 0;
    const int why = errno;
    if (handle >= 0) ::close(handle);
    if (flushed) return {};
    return fault(FaultKind::disk, file.string() + ": " + std::strerror(why));
}

Result<fs::path> Ledger::back_up() const {
    const fs::path file = inside_->folder / "backup.sqlite", fresh = inside_->folder / "backup.sqlite.new";
    std::error_code error;
    fs::remove(fresh, error);
    const mode_t before = ::umask(0077); // keys and names: for this user only
    auto copied = inside_->database->query("VACUUM INTO ?").bind(fresh.string()).run();
    ::umask(before);
    if (copied) copied = flush(fresh);
    if (!copied) {
        inside_->database->begin_reading(); // a full disk there is none of the ledger
        fs::remove(fresh, error);
        return std::unexpected(copied.error());
    }
    fs::rename(fresh, file, error);
    if (error) return fault(FaultKind::disk, file.string() + ": " + error.message());
    return file;
}

// Anything else in a ledger's place would only be in the way of the right file.
static Result<> look_into(const fs::path& copy, const fs::path& backup) {
    {
        auto database = Database::open(copy);
        if (!database && database.error().kind == FaultKind::disk) return std::unexpected(database.error());
        if (database) {
            auto identity = (*database)->query("SELECT 1 FROM private WHERE name = 'identity'");
            if (identity.step()) return {};
        }
    }
    std::error_code ignored;
    for (const char* beside : {"", "-wal", "-journal"}) fs::remove(copy.string() + beside, ignored);
    return fault(FaultKind::bad_input, backup.string() + " is no backup of a ledger: give the file that `foyer backup` "
                                                         "wrote");
}

// Without its mark, which tells `open` that this is a copy.
Result<> Ledger::restore(const fs::path& backup, const fs::path& folder) {
    if (exists(folder))
        return fault(FaultKind::bad_input, folder.string() + " already holds a ledger: choose an empty folder");
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path file = folder / "ledger.sqlite", fresh = folder / "ledger.sqlite.new";
    if (!error) fs::copy_file(backup, fresh, fs::copy_options::overwrite_existing, error);
    if (!error) fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, error);
    if (error) return fault(FaultKind::disk, backup.string() + " to " + folder.string() + ": " + error.message());
    if (auto right = look_into(fresh, backup); !right) return right;
    if (auto flushed = flush(fresh); !flushed) return flushed;
    fs::rename(fresh, file, error);
    if (error) return fault(FaultKind::disk, file.string() + ": " + error.message());
    return {};
}

} // namespace foyer
